package io.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.limbeck.error.Place;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What holds for every squashed history and every database, tried on thousands; a failure names the seed. */
class ReplacementsTest {

    /** A history, the same with a part of it squashed, and a database that stood somewhere before. */
    private record Trial(List<Revision> old, List<Revision> squashed, Revision squash, List<String> applied) {}

    private static Trial trial(Random random) {
        List<Revision> old = RandomGraphs.revisions(random);
        RevisionGraph graph = RevisionGraph.of(old);
        List<Revision> order = graph.revisions();
        String from = order.get(random.nextInt(order.size())).id();
        String to = order.get(random.nextInt(order.size())).id();
        Set<Revision> range = new LinkedHashSet<>(graph.descendants(List.of(from)));
        range.retainAll(new HashSet<>(graph.ancestors(List.of(to))));
        if (range.isEmpty()) {
            range.add(graph.find(from).orElseThrow());
        }
        Set<String> replaced = range.stream().map(Revision::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> down = new LinkedHashSet<>();
        Set<String> needs = new LinkedHashSet<>();
        Set<String> labels = new LinkedHashSet<>();
        for (Revision revision : range) {
            down.addAll(revision.down());
            graph.dependencies(revision.id()).forEach(need -> needs.add(need.id()));
            labels.addAll(revision.labels());
        }
        down.removeAll(replaced);
        needs.removeAll(replaced);
        Revision squash = new Revision(
                "squash",
                List.copyOf(down),
                "",
                labels,
                List.copyOf(needs),
                List.copyOf(replaced),
                Place.file("squash"));
        List<Revision> all = new ArrayList<>(old);
        all.add(squash);
        List<String> applied = new Movements(graph)
                .upgrade(List.of(), order.get(random.nextInt(order.size())).id())
                .after();
        return new Trial(old, all, squash, random.nextInt(4) == 0 ? List.of() : applied);
    }

    @Test
    void whereverADatabaseStoodItComesToTheHeadsAndBack() {
        int through = 0;
        for (int seed = 0; seed < 3000; seed++) {
            try {
                through += check(trial(new Random(seed))) ? 1 : 0;
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
        assertThat(through).as("databases that go on through the old ones").isBetween(200, 2000);
    }

    private static boolean check(Trial trial) {
        Set<String> replaced = Set.copyOf(trial.squash().replaces());
        Replacements.View view = Replacements.view(trial.squashed(), trial.applied(), trial.applied());
        boolean some = trial.applied().stream().anyMatch(replaced::contains)
                && !trial.applied().containsAll(replaced);
        RevisionGraph graph = RevisionGraph.of(view.revisions());
        assertThat(graph.find("squash").isPresent()).isEqualTo(!some);
        assertThat(view.gone()).isEmpty();
        assertThat(graph.unknown(standing(trial.applied(), view))).isEmpty();

        Movements movements = new Movements(graph);
        Movement up = movements.upgrade(standing(trial.applied(), view), "heads");
        Set<String> all = new HashSet<>(up.after());
        Set<String> expected = trial.old().stream().map(Revision::id).collect(Collectors.toSet());
        if (!some) {
            expected.removeAll(replaced);
            expected.add("squash");
        }
        assertThat(all).isEqualTo(expected);
        assertThat(up.outOfOrder()).isEmpty();
        assertThat(movements.downgrade(up.after(), "base").after()).isEmpty();

        Replacements.View later = Replacements.view(trial.squashed(), up.after(), up.after());
        RevisionGraph whole = RevisionGraph.of(later.revisions());
        assertThat(whole.find("squash")).isPresent();
        assertThat(new Movements(whole)
                        .upgrade(standing(up.after(), later), "heads")
                        .isEmpty())
                .isTrue();
        return some;
    }

    private static List<String> standing(List<String> applied, Replacements.View view) {
        List<String> seen = new ArrayList<>(applied);
        view.standing().forEach((id, rows) -> {
            seen.set(seen.lastIndexOf(rows.get(rows.size() - 1)), id);
            seen.removeAll(rows);
        });
        return seen;
    }

    @Test
    void aSquashOfSquashesCountsWhatTheInnerOneCounts() {
        List<Revision> all = new ArrayList<>(GraphText.revisions("a1\na2 <- a1\na3 <- a2\na4 <- a3"));
        all.add(new Revision("s1", List.of(), "", Set.of(), List.of(), List.of("a1", "a2"), Place.file("s1")));
        all.add(new Revision("s2", List.of(), "", Set.of(), List.of(), List.of("s1", "a3"), Place.file("s2")));
        Replacements.View none = Replacements.view(all, List.of(), List.of());
        assertThat(none.revisions()).extracting(Revision::id).containsExactly("a4", "s2");
        List<String> rows = List.of("a1", "a2", "a3");
        assertThat(Replacements.view(all, rows, rows).standing())
                .containsOnlyKeys("s2")
                .containsEntry("s2", rows);
        List<String> two = List.of("a1", "a2");
        assertThat(Replacements.view(all, two, two).revisions())
                .extracting(Revision::id)
                .containsExactlyInAnyOrder("s1", "a3", "a4");
    }
}
