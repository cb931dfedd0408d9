package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limbeck.Limbeck;
import io.limbeck.Repair;
import io.limbeck.RevisionStatus;
import io.limbeck.environment.TransactionMode;
import io.limbeck.error.LimbeckException;
import io.limbeck.it.Databases;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lets runs die at the boundaries of statements, within this process, since that is quick. */
@DisplayName("What is done of a revision")
class UndoIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/undo");

    /** How many chains of deaths on each database; 0 for one at each boundary of the upgrade, and of the undo of all. */
    private static final int DEATHS = Integer.getInteger("crash.undos", 1);

    private static final long SEED = Long.getLong("crash.seed", 1);

    /** Databases to do without the others; empty for all. */
    private static final List<String> ALONE = Arrays.stream(
                    System.getProperty("crash.on", "").split(","))
            .filter(name -> !name.isBlank())
            .toList();

    @TempDir
    Path folder;

    private int died;

    @ParameterizedTest
    @EnumSource
    @DisplayName("is taken back wherever its run died, and wherever the undo of it died")
    void everywhere(Databases kind) throws Exception {
        assumeTrue(ALONE.isEmpty() || ALONE.contains(kind.dialect()), "others are asked for");
        for (TransactionMode mode : List.of(TransactionMode.NONE, TransactionMode.PER_REVISION)) {
            String before;
            int up;
            int undo;
            try (Site site = Site.of(kind, folder)) {
                limbeck(source(site), mode).upgrade("1a");
                before = site.state();
                Interruptions source = source(site);
                assertThatThrownBy(() -> limbeck(source, mode).upgrade("heads")).isInstanceOf(LimbeckException.class);
                up = source.moments();
                if (limbeck(source(site), mode).status().stream()
                        .noneMatch(status -> status.state() == RevisionStatus.State.RUNNING)) {
                    continue; // all was one transaction
                }
                Interruptions back = source(site);
                repair(limbeck(back, mode), Repair.UNDO);
                undo = back.moments();
                assertThat(site.state()).as("%s %s, undone", kind, mode).isEqualTo(before);
            }
            if (DEATHS == 0) {
                for (int i = 1; i <= up; i++) {
                    chain(kind, mode, before, i);
                }
                for (int i = 1; i <= undo; i++) {
                    chain(kind, mode, before, up + 1, i);
                }
            }
            Random random = new Random(SEED);
            for (int i = 0; i < DEATHS; i++) {
                int first = 1 + random.nextInt(up + 1);
                chain(kind, mode, before, first, 1 + random.nextInt(undo), 1 + random.nextInt(undo));
            }
        }
        System.out.println(
                "Deaths survived on " + kind.dialect() + ": " + died + " / " + died + " (seed " + SEED + ")");
    }

    /** The upgrade dies before one statement, then one undo after the other dies before another; the last one is let be. */
    private void chain(Databases kind, TransactionMode mode, String before, int... deaths) throws Exception {
        String story = kind + " " + mode + " " + Arrays.toString(deaths);
        try (Site site = Site.of(kind, folder)) {
            limbeck(source(site), mode).upgrade("1a");
            site.leave();
            dying(site, mode, deaths[0], limbeck -> limbeck.upgrade("heads"));
            for (int i = 1; i < deaths.length; i++) {
                dying(site, mode, deaths[i], UndoIT::undo);
                requireRefused(site, mode, story);
            }
            goOn(site, limbeck(source(site), mode), story);
            assertThat(site.state()).as(story).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("counts for nothing while everything is dropped, until a second one has dropped the rest")
    void cleaning(Databases kind) throws Exception {
        assumeTrue(ALONE.isEmpty() || ALONE.contains(kind.dialect()), "others are asked for");
        String first;
        int moments;
        String clean;
        try (Site site = halfApplied(kind)) {
            Interruptions source = source(site);
            cleaner(source).clean();
            moments = source.moments();
            clean = site.catalogue();
            limbeck(source(site), TransactionMode.NONE).upgrade("1a");
            first = site.state();
        }
        Random random = new Random(SEED);
        for (int i = 0; i < (DEATHS == 0 ? moments : DEATHS); i++) {
            int moment = DEATHS == 0 ? i + 1 : 1 + random.nextInt(moments);
            String story = kind + ", before statement " + moment + " of a clean";
            try (Site site = halfApplied(kind)) {
                String before = site.state();
                Interruptions source = Dying.before(site, moment);
                assertThatThrownBy(() -> cleaner(source).clean()).as(story).isInstanceOf(Dying.class);
                died++;
                source.die();
                site.leave();
                String after = site.state();
                try {
                    limbeck(source(site), TransactionMode.NONE).upgrade("1a");
                    assertThat(site.state()).as(story).isIn(before, first);
                } catch (LimbeckException refused) {
                    assertThat(refused).as(story).hasMessageContaining("mvn db:clean");
                    assertThat(site.state()).as(story).isEqualTo(after);
                }
                cleaner(source(site)).clean();
                assertThat(site.catalogue()).as(story).isEqualTo(clean);
            }
        }
        System.out.println("Deaths of cleaners survived on " + kind.dialect() + ": " + died + " / " + died);
    }

    private Site halfApplied(Databases kind) throws Exception {
        Site site = Site.of(kind, folder);
        assertThatThrownBy(() -> limbeck(source(site), TransactionMode.NONE).upgrade("heads"))
                .isInstanceOf(LimbeckException.class);
        site.leave();
        return site;
    }

    private static Limbeck cleaner(Interruptions source) {
        return Limbeck.configure()
                .directory(SCRIPTS)
                .dataSource(source)
                .cleanEnabled(true)
                .load();
    }

    /** Does something. */
    private interface Work {
        void with(Limbeck limbeck);
    }

    private void dying(Site site, TransactionMode mode, int moment, Work work) throws SQLException {
        Interruptions source = Dying.before(site, moment);
        try {
            work.with(limbeck(source, mode));
        } catch (Dying dead) {
            died++;
        } catch (LimbeckException told) {
            // by its own end, or by the death of something within
        }
        source.die();
        site.leave();
    }

    private static void undo(Limbeck limbeck) {
        limbeck.repair(Repair.UNDO);
    }

    private static void repair(Limbeck limbeck, Repair repair) {
        limbeck.repair(repair);
    }

    /** Nothing but the undo goes on with what is half undone. */
    private static void requireRefused(Site site, TransactionMode mode, String story) throws SQLException {
        Limbeck limbeck = limbeck(source(site), mode);
        boolean begun = limbeck.status().stream().anyMatch(status -> status.state() == RevisionStatus.State.UNDOING);
        if (begun) {
            String state = site.state();
            for (Work work : List.<Work>of(
                    each -> each.upgrade("heads"), each -> each.downgrade("base"), each -> each.stamp("base"))) {
                assertThatThrownBy(() -> work.with(limbeck))
                        .as(story)
                        .isInstanceOf(LimbeckException.class)
                        .hasMessageContaining("mvn db:repair -Ddb.undo=true");
            }
            assertThat(site.state()).as(story).isEqualTo(state);
        }
    }

    /** Undoes the rest; where a statement is in question it is looked at, and where nothing is left there is nothing to do. */
    private static void goOn(Site site, Limbeck limbeck, String story) throws SQLException {
        try {
            undo(limbeck);
        } catch (LimbeckException told) {
            String code = told.problems().get(0).code();
            assertThat(code).as("%s: %s", story, told.getMessage()).isIn("in-flight", "nothing-in-question");
            if (code.equals("in-flight")) {
                limbeck.repair(CrashIT.answer(site, told, "delete from crew where id = 2"));
                goOn(site, limbeck, story);
            }
        }
    }

    private static Interruptions source(Site site) {
        return new Interruptions(site.url(), site.username(), site.password(), number -> {});
    }

    private static Limbeck limbeck(Interruptions source, TransactionMode mode) {
        return Limbeck.configure()
                .directory(SCRIPTS)
                .dataSource(source)
                .transaction(mode)
                .load();
    }
}
