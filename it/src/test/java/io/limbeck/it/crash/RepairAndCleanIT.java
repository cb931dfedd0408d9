package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.Repair;
import io.limbeck.environment.TransactionMode;
import io.limbeck.error.LimbeckException;
import io.limbeck.it.Databases;
import io.limbeck.it.crash.Victim.Work;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A process that is killed")
class RepairAndCleanIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/undo");
    private static final int KILLS = Integer.getInteger("crash.repairs", 1);
    private static final long SEED = Long.getLong("crash.seed", 1);

    /** A statement runs for about so long, so a kill within it lies in the middle of one. */
    private static final int LONGEST_NANOS = 8_000_000;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("while it undoes the statements of a half-applied revision, is followed by one that undoes the rest")
    void undoing(Databases kind) throws Exception {
        int moments;
        String undone;
        try (Site site = halfApplied(kind)) {
            Interruptions source = source(site);
            limbeck(source).repair(Repair.UNDO);
            site.leave();
            moments = source.moments();
            undone = site.state();
        }
        Random random = new Random(SEED);
        for (int i = 0; i < KILLS; i++) {
            int moment = 1 + random.nextInt(moments);
            try (Site site = halfApplied(kind)) {
                kill(site, Work.UNDO, moment, delay(i, random));
                goOn(site, limbeck(source(site)), moment);
                site.leave();
                assertThat(site.state()).as("killed before statement " + moment).isEqualTo(undone);
            }
        }
        System.out.println("Kills of an undo survived on " + kind.dialect() + ": " + KILLS + " / " + KILLS);
    }

    /** Undoes the rest; where a statement is in question it is looked at, and where all was undone nothing is left. */
    private static void goOn(Site site, Limbeck limbeck, int moment) throws SQLException {
        try {
            limbeck.repair(Repair.UNDO);
        } catch (LimbeckException told) {
            String code = told.problems().get(0).code();
            assertThat(code)
                    .as("killed before statement %s: %s", moment, told.getMessage())
                    .isIn("in-flight", "nothing-in-question");
            if (code.equals("in-flight")) {
                limbeck.repair(CrashIT.answer(site, told, "delete from crew where id = 2"));
                limbeck.repair(Repair.UNDO);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("while it cleans, is followed by one that leaves nothing")
    void cleaning(Databases kind) throws Exception {
        int moments;
        String clean;
        try (Site site = halfApplied(kind)) {
            Interruptions source = source(site);
            cleaner(source).clean();
            site.leave();
            moments = source.moments();
            clean = site.catalogue();
        }
        Random random = new Random(SEED);
        for (int i = 0; i < KILLS; i++) {
            int moment = 1 + random.nextInt(moments);
            try (Site site = halfApplied(kind)) {
                kill(site, Work.CLEAN, moment, delay(i, random));
                cleaner(source(site)).clean();
                site.leave();
                assertThat(site.catalogue())
                        .as("killed before statement " + moment)
                        .isEqualTo(clean);
            }
        }
        System.out.println("Kills of a clean survived on " + kind.dialect() + ": " + KILLS + " / " + KILLS);
    }

    private Site halfApplied(Databases kind) throws Exception {
        Site site = Site.of(kind, folder);
        assertThatThrownBy(() -> limbeck(source(site)).upgrade("heads")).isInstanceOf(LimbeckException.class);
        site.leave();
        return site;
    }

    /** In turn at the boundary of two statements, and some nanoseconds behind it. */
    private static int delay(int kill, Random random) {
        return kill % 2 == 0 ? -1 : random.nextInt(LONGEST_NANOS);
    }

    private static void kill(Site site, Work work, int moment, int delay) throws Exception {
        try (Child child = Child.start(List.of(
                SCRIPTS.toString(),
                site.url(),
                site.username(),
                site.password(),
                work.name(),
                TransactionMode.NONE.name(),
                String.valueOf(moment),
                delay < 0 ? "waiting" : "going on"))) {
            assertThat(child.hear(Victim.HERE)).as(() -> "" + child.heard()).isPresent();
            LockSupport.parkNanos(delay);
            child.kill();
        }
    }

    private static Interruptions source(Site site) {
        return new Interruptions(site.url(), site.username(), site.password(), number -> {});
    }

    private static Limbeck limbeck(Interruptions source) {
        return Limbeck.configure()
                .directory(SCRIPTS)
                .dataSource(source)
                .transaction(TransactionMode.NONE)
                .load();
    }

    private static Limbeck cleaner(Interruptions source) {
        return Limbeck.configure()
                .directory(SCRIPTS)
                .dataSource(source)
                .cleanEnabled(true)
                .load();
    }
}
