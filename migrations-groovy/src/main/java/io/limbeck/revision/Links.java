package io.limbeck.revision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What headers name, followed in one pass: every revision is its number in the order of ids, and so is what it stands on.
 * Names that lead nowhere are left out.
 */
final class Links {

    /** The revisions, sorted by id. */
    final List<Revision> sorted;

    /** Each label, with the id of the revision that declares it. */
    final Map<String, String> labelled = new LinkedHashMap<>();

    /** By number what a revision follows, ascending. */
    final int[][] down;

    /** By number what a revision follows or depends on, ascending. */
    final int[][] parents;

    private final Map<String, Integer> numbers;
    private boolean complete = true;
    private boolean needs;

    private Links(List<Revision> sorted) {
        this.sorted = sorted;
        this.numbers = new HashMap<>(2 * sorted.size());
        for (Revision revision : sorted) {
            complete &= Identifiers.isSimple(revision.id()) & numbers.put(revision.id(), numbers.size()) == null;
        }
        for (Revision revision : sorted) {
            if (!revision.labels().isEmpty()) {
                label(revision);
            }
        }
        this.down = new int[sorted.size()][];
        this.parents = new int[sorted.size()][];
        for (int i = 0; i < down.length; i++) {
            Revision revision = sorted.get(i);
            down[i] = followed(revision.down(), i);
            boolean needsNone = revision.dependsOn().isEmpty();
            parents[i] = needsNone ? down[i] : with(down[i], needed(revision.dependsOn(), i));
            needs |= !needsNone;
        }
    }

    static Links of(Collection<Revision> revisions) {
        List<Revision> sorted = new ArrayList<>(revisions);
        sorted.sort(RevisionGraph::byId);
        return new Links(sorted);
    }

    /** Whether no name leads nowhere or to itself, and all are as simple as nearly all names are: then nothing is wrong. */
    boolean areSound() {
        return complete;
    }

    /** Whether anything depends on what it does not follow. */
    boolean haveNeeds() {
        return needs;
    }

    /** The numbers by id, to be made into something else. */
    Map<String, Integer> numbers() {
        return numbers;
    }

    private void label(Revision revision) {
        for (String label : revision.labels()) {
            complete &= Identifiers.isSimple(label)
                    & labelled.put(label, revision.id()) == null
                    & !numbers.containsKey(label);
        }
    }

    private int[] needed(List<String> names, int number) {
        List<String> ids = new ArrayList<>(names.size());
        for (String name : names) {
            ids.add(labelled.getOrDefault(name, name));
        }
        return followed(ids, number);
    }

    private int[] followed(List<String> ids, int number) {
        int[] found = new int[ids.size()];
        int size = 0;
        for (int i = 0; i < found.length; i++) {
            Integer other = numbers.get(ids.get(i));
            complete &= other != null && other != number;
            if (other != null) {
                found[size++] = other;
            }
        }
        return size < 2 && size == found.length ? found : distinct(found, size);
    }

    private static int[] with(int[] some, int[] others) {
        int[] all = Arrays.copyOf(some, some.length + others.length);
        System.arraycopy(others, 0, all, some.length, others.length);
        return distinct(all, all.length);
    }

    private static int[] distinct(int[] found, int size) {
        Arrays.sort(found, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (i == 0 || found[i] != found[i - 1]) {
                found[kept++] = found[i];
            }
        }
        return Arrays.copyOf(found, kept);
    }
}
