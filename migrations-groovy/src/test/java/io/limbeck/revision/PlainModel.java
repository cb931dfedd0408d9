package io.limbeck.revision;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** What the graph should answer, spelled out slowly from the definitions. */
final class PlainModel {

    private final Map<String, Revision> byId = new HashMap<>();
    private final Map<String, String> labelled = new HashMap<>();
    private final Map<String, Set<String>> ancestors = new HashMap<>();

    PlainModel(List<Revision> revisions) {
        for (Revision revision : revisions) {
            byId.put(revision.id(), revision);
            revision.labels().forEach(label -> labelled.put(label, revision.id()));
        }
    }

    Set<String> ids() {
        return new TreeSet<>(byId.keySet());
    }

    Set<String> labels() {
        return new TreeSet<>(labelled.keySet());
    }

    Set<String> needs(String id) {
        Set<String> needs = new HashSet<>(byId.get(id).down());
        byId.get(id).dependsOn().forEach(need -> needs.add(labelled.getOrDefault(need, need)));
        return needs;
    }

    Set<String> ancestors(Collection<String> ids) {
        Set<String> found = new HashSet<>(ids);
        ids.forEach(id -> found.addAll(ancestors(id)));
        return found;
    }

    private Set<String> ancestors(String id) {
        Set<String> known = ancestors.get(id);
        if (known == null) {
            known = ancestors(needs(id));
            ancestors.put(id, known);
        }
        return known;
    }

    Set<String> descendants(Collection<String> ids) {
        return byId.keySet().stream()
                .filter(id -> ids.contains(id) || ancestors(id).stream().anyMatch(ids::contains))
                .collect(Collectors.toSet());
    }

    Set<String> after(String id) {
        Set<String> after = new HashSet<>(descendants(Set.of(id)));
        after.remove(id);
        return after;
    }

    Set<String> maximal(Collection<String> ids) {
        return ids.stream()
                .filter(id -> after(id).stream().noneMatch(ids::contains))
                .collect(Collectors.toSet());
    }

    Set<String> children(String id) {
        return byId.keySet().stream()
                .filter(child -> byId.get(child).down().contains(id))
                .collect(Collectors.toSet());
    }

    /** What has the label: its revision, all that follow, and those below on the same straight line. */
    Set<String> scope(String label) {
        String declaring = labelled.get(label);
        Set<String> scope = new HashSet<>();
        for (String id : byId.keySet()) {
            if (follows(id, declaring)) {
                scope.add(id);
            }
        }
        String at = declaring;
        while (children(at).size() < 2 && byId.get(at).down().size() < 2) {
            scope.add(at);
            if (byId.get(at).isBase()) {
                break;
            }
            at = byId.get(at).down().get(0);
        }
        return scope;
    }

    private boolean follows(String id, String first) {
        return id.equals(first) || byId.get(id).down().stream().anyMatch(down -> follows(down, first));
    }
}
