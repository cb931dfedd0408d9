package io.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.limbeck.error.LimbeckException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What holds for every history, tried on thousands; a failure names the seed. */
class MovementPropertiesTest {

    private static final int SEEDS = 3000;

    /** One history, and a database that has come to some state of it. */
    private record Trial(Random random, List<Revision> revisions, PlainModel model, Movements movements) {

        List<String> somewhere() {
            List<String> applied = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                applied = movements.upgrade(applied, any(model.ids())).after();
            }
            if (!applied.isEmpty() && random.nextBoolean()) {
                applied = movements
                        .downgrade(applied, "-" + (1 + random.nextInt(applied.size())))
                        .after();
            }
            return applied;
        }

        String any(Collection<String> words) {
            return List.copyOf(words).get(random.nextInt(words.size()));
        }
    }

    private static void always(Consumer<Trial> property) {
        for (int seed = 0; seed < SEEDS; seed++) {
            try {
                Random random = new Random(seed);
                List<Revision> revisions = RandomGraphs.revisions(random);
                property.accept(new Trial(
                        random, revisions, new PlainModel(revisions), new Movements(RevisionGraph.of(revisions))));
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
    }

    @Test
    void anUpgradeAppliesExactlyTheMissingAncestorsInAValidOrder() {
        always(trial -> {
            List<String> applied = trial.somewhere();
            List<String> targets = List.of(trial.any(trial.model.ids()), trial.any(trial.model.ids()));
            Movement movement = trial.movements.upgrade(applied, String.join(",", targets));

            Set<String> missing = trial.model.ancestors(targets);
            missing.removeAll(applied);
            assertThat(ids(movement.steps())).containsExactlyInAnyOrderElementsOf(missing);
            checkUp(trial.model, applied, movement);
        });
    }

    @Test
    void aDowngradeRevertsExactlyWhatNeedsTheTargetInAValidOrder() {
        always(trial -> {
            List<String> applied = trial.somewhere();
            if (!applied.isEmpty()) {
                String target = trial.any(applied);
                Movement movement = trial.movements.downgrade(applied, target);

                Set<String> gone = trial.model.after(target);
                gone.retainAll(applied);
                assertThat(ids(movement.steps())).containsExactlyInAnyOrderElementsOf(gone);
                checkDown(trial.model, applied, movement);
            }
        });
    }

    @Test
    void upToHeadsAndDownToBaseEndsEmpty() {
        always(trial -> {
            Movement up = trial.movements.upgrade(trial.somewhere(), "heads");
            assertThat(up.after()).containsExactlyInAnyOrderElementsOf(trial.model.ids());
            assertThat(up.headsAfter()).isEqualTo(trial.model.maximal(trial.model.ids()));
            Movement down = trial.movements.downgrade(up.after(), "base");
            assertThat(down.after()).isEmpty();
            assertThat(down.headsAfter()).isEmpty();
            checkDown(trial.model, up.after(), down);
        });
    }

    @Test
    void theLastAppliedAreRevertedLastFirst() {
        always(trial -> {
            List<String> applied = trial.somewhere();
            for (int count = 1; count <= applied.size(); count++) {
                Movement movement = trial.movements.downgrade(applied, "-" + count);
                List<String> last = new ArrayList<>(applied.subList(applied.size() - count, applied.size()));
                Collections.reverse(last);
                assertThat(ids(movement.steps())).isEqualTo(last);
                assertThat(movement.after()).isEqualTo(applied.subList(0, applied.size() - count));
            }
        });
    }

    @Test
    void aBranchGoesWithoutItsSiblings() {
        always(trial -> {
            List<String> applied = trial.somewhere();
            for (String label : trial.model.labels()) {
                Movement movement = trial.movements.downgrade(applied, label + "@base");
                Set<String> gone = trial.model.descendants(trial.model.scope(label));
                gone.retainAll(applied);
                assertThat(ids(movement.steps())).containsExactlyInAnyOrderElementsOf(gone);
                checkDown(trial.model, applied, movement);
            }
        });
    }

    @Test
    void aRevisionHasTheLabelsWhoseBranchItIsOn() {
        always(trial -> {
            RevisionGraph graph = RevisionGraph.of(trial.revisions);
            for (String id : trial.model.ids()) {
                Set<String> labels = trial.model.labels();
                labels.removeIf(label -> !trial.model.scope(label).contains(id));
                assertThat(graph.labelsOf(id)).isEqualTo(labels);
            }
        });
    }

    @Test
    void whateverTheRowsSayNothingIsRevertedBeforeWhatNeedsIt() {
        always(trial -> {
            List<String> applied = new ArrayList<>(trial.model.ids());
            applied.removeIf(id -> trial.random.nextInt(4) == 0);
            Collections.shuffle(applied, trial.random);
            checkDown(trial.model, applied, trial.movements.downgrade(applied, "base"));

            Movement up = trial.movements.upgrade(applied, "heads");
            Set<String> behind = trial.model.ancestors(applied);
            behind.removeAll(applied);
            assertThat(ids(up.outOfOrder())).containsExactlyInAnyOrderElementsOf(behind);
        });
    }

    @Test
    void aStampKeepsWhatIsNotAfterItsTarget() {
        always(trial -> {
            List<String> applied = trial.somewhere();
            String target = trial.any(trial.model.ids());
            Stamping stamping = trial.movements.stamp(applied, target, false);

            Set<String> rows = new HashSet<>(applied);
            rows.removeAll(trial.model.after(target));
            rows.addAll(trial.model.ancestors(Set.of(target)));
            assertThat(stamping.after()).containsExactlyInAnyOrderElementsOf(rows);
            List<String> written = new ArrayList<>(applied);
            written.removeAll(stamping.delete());
            written.addAll(ids(stamping.insert()));
            assertThat(written).isEqualTo(stamping.after());
            assertThat(trial.movements.stamp(applied, target, true).after())
                    .containsExactlyInAnyOrderElementsOf(trial.model.ancestors(Set.of(target)));
        });
    }

    @Test
    void countingUpAppliesExactlyThatManyAndCountingDownUndoesThem() {
        always(trial -> {
            List<String> applied = trial.somewhere();
            String branch = trial.model.labels().isEmpty() || trial.random.nextBoolean()
                    ? ""
                    : trial.any(trial.model.labels()) + "@";
            int count = 1 + trial.random.nextInt(4);
            try {
                Movement up = trial.movements.upgrade(applied, branch + "+" + count);
                assertThat(up.steps()).hasSize(count);
                checkUp(trial.model, applied, up);
                assertThat(trial.movements.downgrade(up.after(), "-" + count).after())
                        .isEqualTo(applied);
            } catch (LimbeckException e) {
                assertThat(e.problems().get(0).code()).isIn("ambiguous-target", "too-far");
            }
        });
    }

    @Test
    void aScriptBetweenTwoPlacesDoesWhatADatabaseAtTheFirstWouldBeGiven() {
        always(trial -> {
            String from = trial.any(trial.model.ids());
            String to = trial.any(trial.model.ids());
            List<String> applied = trial.movements.upgrade(List.of(), from).after();
            assertThat(steps(() -> trial.movements.range(from + ":" + to, Direction.UPGRADE)))
                    .isEqualTo(steps(() -> trial.movements.upgrade(applied, to)));
            assertThat(steps(() -> trial.movements.range(from + ":" + to, Direction.DOWNGRADE)))
                    .isEqualTo(steps(() -> trial.movements.downgrade(applied, to)));
        });
    }

    @Test
    void theOrderInWhichScriptsAreFoundChangesNothing() {
        always(trial -> {
            List<Revision> shuffled = new ArrayList<>(trial.revisions);
            Collections.shuffle(shuffled, trial.random);
            RevisionGraph graph = RevisionGraph.of(shuffled);
            assertThat(graph.revisions())
                    .isEqualTo(RevisionGraph.of(trial.revisions).revisions());
            List<String> applied = trial.somewhere();
            String target = trial.any(trial.model.ids());
            assertThat(new Movements(graph).upgrade(applied, target))
                    .isEqualTo(trial.movements.upgrade(applied, target));
            assertThat(new Movements(graph).downgrade(applied, "base"))
                    .isEqualTo(trial.movements.downgrade(applied, "base"));
        });
    }

    @Test
    void theHeadsOfAnySetAreItsMaximalRevisions() {
        always(trial -> {
            Set<String> applied = trial.model.ids();
            applied.removeIf(id -> trial.random.nextBoolean());
            assertThat(Heads.of(RevisionGraph.of(trial.revisions), applied)).isEqualTo(trial.model.maximal(applied));
        });
    }

    @Test
    void everyTargetIsAnsweredOrRefusedWithAWayOut() {
        always(trial -> {
            List<String> applied = trial.somewhere();
            for (int i = 0; i < 20; i++) {
                String target = target(trial);
                try {
                    Movement up = trial.movements.upgrade(applied, target);
                    checkUp(trial.model, applied, up);
                    checkDown(trial.model, applied, trial.movements.downgrade(applied, target));
                } catch (LimbeckException e) {
                    assertThat(e.problems())
                            .allSatisfy(problem -> assertThat(problem.remedy()).isPresent());
                }
                try {
                    Stamping stamping = trial.movements.stamp(applied, target, trial.random.nextBoolean());
                    assertThat(trial.model.ancestors(stamping.after())).hasSameElementsAs(stamping.after());
                    trial.movements.history(target + ":" + target(trial), applied);
                } catch (LimbeckException e) {
                    assertThat(e.problems())
                            .allSatisfy(problem -> assertThat(problem.remedy()).isPresent());
                }
            }
        });
    }

    private static String target(Trial trial) {
        List<String> symbols = new ArrayList<>(trial.model.ids());
        symbols.addAll(trial.model.labels());
        symbols.addAll(List.of(
                "head",
                "heads",
                "base",
                "current",
                "",
                trial.any(trial.model.ids()).substring(0, 2)));
        List<String> branches = new ArrayList<>(trial.model.labels());
        branches.add(trial.any(trial.model.ids()));
        String branch = trial.random.nextInt(3) == 0 ? trial.any(branches) + "@" : "";
        int offset = Math.max(0, trial.random.nextInt(8) - 3);
        String sign = trial.random.nextBoolean() ? "+" : "-";
        return branch + trial.any(symbols) + (offset == 0 ? "" : sign + offset);
    }

    private static void checkUp(PlainModel model, List<String> applied, Movement movement) {
        Set<String> present = new HashSet<>(applied);
        for (Revision step : movement.steps()) {
            assertThat(present).containsAll(model.needs(step.id())).doesNotContain(step.id());
            present.add(step.id());
        }
        assertThat(present).hasSameElementsAs(movement.after());
        assertThat(movement.headsBefore()).isEqualTo(model.maximal(applied));
        assertThat(movement.headsAfter()).isEqualTo(model.maximal(present));
        assertThat(movement.outOfOrder()).isEmpty();
    }

    private static void checkDown(PlainModel model, List<String> applied, Movement movement) {
        Set<String> present = new HashSet<>(applied);
        for (Revision step : movement.steps()) {
            assertThat(present).contains(step.id());
            assertThat(model.after(step.id())).doesNotContainAnyElementsOf(present);
            present.remove(step.id());
        }
        assertThat(present).hasSameElementsAs(movement.after());
        assertThat(movement.headsAfter()).isEqualTo(model.maximal(present));
    }

    private static Set<String> steps(Supplier<Movement> movement) {
        try {
            return Set.copyOf(ids(movement.get().steps()));
        } catch (LimbeckException e) {
            return Set.of();
        }
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
