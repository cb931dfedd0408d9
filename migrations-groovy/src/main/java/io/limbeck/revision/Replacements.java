package io.limbeck.revision;

import io.limbeck.error.Problem;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The history as one database sees it, where revisions replace others.
 *
 * <p>A database that holds none of the replaced ones takes the replacement, and so does one that holds all of them: it
 * counts as having it. One that holds some goes on through the old ones; there, what follows the replacement follows the
 * last of these.
 */
public final class Replacements {

    /**
     * What a database sees.
     *
     * @param revisions the history, each replacement or what it replaces, never both
     * @param standing the replacements that the database counts as having, each with the rows that stand for it
     * @param present those of them that have a row of their own as well
     * @param gone what is wrong: replacements of which the database holds some, while scripts of the others are gone
     */
    public record View(
            List<Revision> revisions, Map<String, List<String>> standing, Set<String> present, List<Problem> gone) {}

    private final Map<String, Revision> current = new LinkedHashMap<>();
    private final List<Revision> rest = new ArrayList<>();
    private final Map<String, List<String>> standing = new LinkedHashMap<>();
    private final Set<String> present = new HashSet<>();
    private final List<Problem> gone = new ArrayList<>();
    private final Set<String> rows;
    private final Set<String> applied;

    private Replacements(Collection<String> rows, Collection<String> applied) {
        this.rows = new HashSet<>(rows);
        this.applied = new HashSet<>(applied);
    }

    /** The history as an empty database sees it. */
    public static List<Revision> ofNothing(List<Revision> all) {
        return view(all, List.of(), List.of()).revisions();
    }

    /**
     * The history as a database sees it.
     *
     * @param rows every id that the version table has
     * @param applied those of them that are applied in full
     */
    public static View view(List<Revision> all, Collection<String> rows, Collection<String> applied) {
        if (!anyReplaces(all)) {
            return new View(all, Map.of(), Set.of(), List.of());
        }
        Replacements replacements = new Replacements(rows, applied);
        for (Revision revision : all) {
            if (replacements.current.putIfAbsent(revision.id(), revision) != null) {
                replacements.rest.add(revision);
            }
        }
        innerFirst(all).forEach(replacements::see);
        List<Revision> seen = new ArrayList<>(replacements.current.values());
        seen.addAll(replacements.rest);
        return new View(List.copyOf(seen), replacements.standing, replacements.present, List.copyOf(replacements.gone));
    }

    private static boolean anyReplaces(List<Revision> all) {
        for (Revision revision : all) {
            if (!revision.replaces().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The replacements, those that others replace before these. */
    private static List<Revision> innerFirst(List<Revision> all) {
        List<Revision> waiting = new ArrayList<>(
                all.stream().filter(revision -> !revision.replaces().isEmpty()).toList());
        List<Revision> order = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Set<String> ids = new HashSet<>(waiting.stream().map(Revision::id).toList());
            Revision next = waiting.stream()
                    .filter(revision -> revision.replaces().stream().noneMatch(ids::contains))
                    .findFirst()
                    .orElse(waiting.get(0));
            waiting.remove(next);
            order.add(next);
        }
        return order;
    }

    private void see(Revision declared) {
        Revision replacement = current.get(declared.id());
        if (replacement == null) {
            return;
        }
        Set<String> replaced = new LinkedHashSet<>(declared.replaces());
        List<String> touched = replaced.stream().filter(rows::contains).toList();
        boolean all = applied.containsAll(replaced);
        if (rows.contains(replacement.id()) || touched.isEmpty() || all) {
            fold(replacement, replaced, touched);
        } else if (current.keySet().containsAll(replaced)) {
            unfold(replacement, replaced);
        } else {
            gone.add(gone(replacement, replaced, touched));
            fold(replacement, replaced, List.of());
        }
    }

    private void fold(Revision replacement, Set<String> replaced, List<String> touched) {
        String id = replacement.id();
        if (!touched.isEmpty()) {
            List<String> stands = new ArrayList<>();
            for (String row : touched) {
                stands.addAll(standing.containsKey(row) ? standing.remove(row) : List.of(row));
            }
            standing.put(id, List.copyOf(stands));
            if (rows.contains(id)) {
                present.add(id);
            }
            rows.removeAll(replaced);
            applied.removeAll(replaced);
            rows.add(id);
            applied.add(id);
        }
        Set<String> labels = new HashSet<>();
        for (String old : replaced) {
            Revision revision = current.remove(old);
            if (revision != null) {
                labels.addAll(revision.labels());
            }
        }
        labels.removeAll(replacement.labels());
        redirect(name -> replaced.contains(name) || labels.contains(name) ? List.of(id) : List.of(name));
    }

    private void unfold(Revision replacement, Set<String> replaced) {
        current.remove(replacement.id());
        Set<String> followed = new HashSet<>();
        replaced.forEach(id -> followed.addAll(current.get(id).down()));
        List<String> last =
                replaced.stream().filter(id -> !followed.contains(id)).toList();
        redirect(name -> name.equals(replacement.id()) ? last : List.of(name));
        if (last.size() == 1) {
            Revision end = current.get(last.get(0));
            Set<String> labels = new LinkedHashSet<>(end.labels());
            labels.add(replacement.id());
            current.put(end.id(), end.with(end.down(), end.dependsOn(), labels));
        }
    }

    private void redirect(Function<String, List<String>> names) {
        current.replaceAll((id, revision) -> revision.with(
                redirected(revision.down(), names), redirected(revision.dependsOn(), names), revision.labels()));
    }

    private static List<String> redirected(List<String> ids, Function<String, List<String>> names) {
        return ids.isEmpty()
                ? ids
                : ids.stream()
                        .flatMap(id -> names.apply(id).stream())
                        .distinct()
                        .toList();
    }

    private Problem gone(Revision replacement, Set<String> replaced, List<String> touched) {
        List<String> missing =
                replaced.stream().filter(id -> !current.containsKey(id)).toList();
        return Problem.at(
                replacement.place(),
                "partly-replaced",
                "revision '" + replacement.id() + "' replaces " + replaced.size()
                        + " others, of which the database holds "
                        + (touched.size() == replaced.size()
                                ? "one half-way"
                                : touched.size() + ", up to '" + touched.get(touched.size() - 1) + "'")
                        + "; the scripts of " + String.join(", ", missing) + " are gone",
                "Bring these scripts back from your version control, migrate, and take them away again."
                        + " If the database is already where '" + replacement.id()
                        + "' leads: `mvn db:stamp -Ddb.target="
                        + replacement.id() + "`.");
    }
}
