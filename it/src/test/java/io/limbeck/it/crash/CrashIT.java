package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Limbeck;
import io.limbeck.Repair;
import io.limbeck.environment.TransactionMode;
import io.limbeck.error.LimbeckException;
import io.limbeck.it.Databases;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A process that is killed")
class CrashIT {

    private static final int KILLS = Integer.getInteger("crash.kills", 4);
    private static final long SEED = Long.getLong("crash.seed", 20261123);
    private static final Path SCRIPTS = Path.of("src/test/resources/crash");

    @TempDir
    Path folder;

    /** A way to migrate, with the moments of a run that nobody disturbs and the state that it leaves. */
    private record Way(TransactionMode mode, Direction direction, int moments, String state) {}

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SQLITE")
    @DisplayName("anywhere, on its way up or down, is followed by one that ends where an undisturbed one does")
    void anywhere(Databases kind) throws Exception {
        List<Way> ways = new ArrayList<>();
        ways.addAll(ways(kind, TransactionMode.PER_REVISION));
        ways.addAll(ways(kind, TransactionMode.NONE));
        Random random = new Random(SEED);
        int killed = 0;
        for (int i = 0; i < KILLS; i++) {
            Way way = ways.get(i % ways.size());
            boolean waiting = i / ways.size() % 2 == 0;
            killed += kill(kind, way, 1 + random.nextInt(way.moments()), waiting) ? 1 : 0;
        }
        System.out.println("Kills survived on " + kind.dialect() + ": " + killed + " / " + killed + " (seed " + SEED
                + ", " + KILLS + " tries)");
        assertThat(killed).isPositive();
    }

    private List<Way> ways(Databases kind, TransactionMode mode) throws IOException, SQLException {
        try (Site site = Site.of(kind, folder)) {
            int up = moments(site, mode, Direction.UPGRADE);
            String migrated = site.state();
            int down = moments(site, mode, Direction.DOWNGRADE);
            return List.of(
                    new Way(mode, Direction.UPGRADE, up, migrated),
                    new Way(mode, Direction.DOWNGRADE, down, site.state()));
        }
    }

    private static int moments(Site site, TransactionMode mode, Direction direction) throws SQLException {
        Interruptions source = new Interruptions(site.url(), site.username(), site.password(), number -> {});
        run(
                Limbeck.configure()
                        .directory(SCRIPTS)
                        .dataSource(source)
                        .transaction(mode)
                        .load(),
                direction);
        site.leave();
        return source.moments();
    }

    /** Whether the process was killed, rather than done before. */
    private boolean kill(Databases kind, Way way, int moment, boolean waiting) throws Exception {
        try (Site site = Site.of(kind, folder)) {
            if (way.direction() == Direction.DOWNGRADE) {
                run(limbeck(site, way.mode()), Direction.UPGRADE);
                site.leave();
            }
            List<String> arguments = List.of(
                    SCRIPTS.toString(),
                    site.url(),
                    site.username(),
                    site.password(),
                    way.direction().name(),
                    way.mode().name(),
                    String.valueOf(moment),
                    waiting ? "waiting" : "going on");
            boolean killed;
            try (Child child = Child.start(arguments)) {
                killed = child.hear(Victim.HERE).isPresent();
                assertThat(killed)
                        .as("moment %s of %s: %s", moment, way, child.heard())
                        .isTrue();
                child.kill();
            }
            finish(site, way);
            assertThat(site.state())
                    .as("%s, %s %s, killed at moment %s (%s)", kind, way.mode(), way.direction(), moment, waiting)
                    .isEqualTo(way.state());
            return killed;
        }
    }

    /** Runs again; where raw SQL is in question, the catalogue is looked at as a user would. */
    private static void finish(Site site, Way way) throws SQLException {
        Limbeck limbeck = limbeck(site, way.mode());
        try {
            run(limbeck, way.direction());
        } catch (LimbeckException asking) {
            if (!asking.problems().get(0).code().equals("in-flight")) {
                throw asking;
            }
            boolean there = has(site, "raw");
            boolean applied = there == (way.direction() == Direction.UPGRADE);
            limbeck.repair(applied ? Repair.ASSUME_APPLIED : Repair.ASSUME_NOT_APPLIED);
            run(limbeck, way.direction());
        }
        site.leave();
    }

    private static boolean has(Site site, String table) throws SQLException {
        try (Connection connection = site.connect();
                var tables = connection.getMetaData().getTables(null, null, null, null)) {
            while (tables.next()) {
                if (table.equalsIgnoreCase(tables.getString("TABLE_NAME"))) {
                    return true;
                }
            }
            return false;
        }
    }

    private static Limbeck limbeck(Site site, TransactionMode mode) {
        return Limbeck.configure()
                .directory(SCRIPTS)
                .dataSource(new Interruptions(site.url(), site.username(), site.password(), number -> {}))
                .transaction(mode)
                .load();
    }

    private static void run(Limbeck limbeck, Direction direction) {
        if (direction == Direction.UPGRADE) {
            limbeck.upgrade("heads");
        } else {
            limbeck.downgrade("base");
        }
    }
}
