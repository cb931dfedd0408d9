package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

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
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A process that is killed")
class CrashIT {

    /** How often on each database: in turn at the boundary of two statements, and at any instant. */
    private static final int KILLS = Integer.getInteger("crash.kills", 2);

    private static final long SEED = Long.getLong("crash.seed", 20261123);
    private static final boolean VERBOSE = Boolean.getBoolean("crash.verbose");

    /** Databases to do without the others; empty for all. */
    private static final List<String> ALONE = Arrays.stream(
                    System.getProperty("crash.on", "").split(","))
            .filter(name -> !name.isBlank())
            .toList();

    private static final Path SCRIPTS = Path.of("src/test/resources/crash");

    /** A statement runs for about so long, so a kill within it lies in the middle of one. */
    private static final int LONGEST_NANOS = 8_000_000;

    /** The raw SQL of the scripts that nobody but a reader understands. */
    private static final Pattern MAKES_OR_DROPS = Pattern.compile("(?i)\\| (create|drop) table (\\w+)");

    @TempDir
    Path folder;

    /** A way to migrate, with the moments of a run that nobody disturbs and the state that it leaves. */
    private record Way(TransactionMode mode, Direction direction, int moments, String state) {
        @Override
        public String toString() {
            return mode + " " + direction;
        }
    }

    /**
     * Where a process is killed.
     *
     * @param moment before which statement
     * @param delay nanoseconds behind that moment; negative where the process waits there
     */
    private record Kill(Way way, int moment, int delay) {
        @Override
        public String toString() {
            return way + " " + (delay < 0 ? "before statement " + moment : delay + " ns after the start of " + moment);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("anywhere, on its way up or down, is followed by one that ends where an undisturbed one does")
    void anywhere(Databases kind) throws Exception {
        assumeTrue(ALONE.isEmpty() || ALONE.contains(kind.dialect()), "others are asked for");
        List<Way> ways = new ArrayList<>();
        ways.addAll(ways(kind, TransactionMode.PER_REVISION));
        ways.addAll(ways(kind, TransactionMode.NONE));
        int boundaries = ways.stream().mapToInt(Way::moments).sum();
        List<Kill> kills = kills(ways);
        for (Kill kill : kills) {
            if (VERBOSE) {
                System.out.println(kind + ", " + kill);
            }
            survive(kind, kill);
        }
        System.out.println("Kills survived on " + kind.dialect() + ": " + kills.size() + " / " + kills.size() + " (at "
                + Math.min(boundaries, (KILLS + 1) / 2) + " of " + boundaries + " boundaries, seed " + SEED + ")");
    }

    /** Every boundary once, in no order, before any comes again. */
    private static List<Kill> kills(List<Way> ways) {
        Random random = new Random(SEED);
        List<Kill> boundaries = new ArrayList<>();
        for (Way way : ways) {
            for (int moment = 1; moment <= way.moments(); moment++) {
                boundaries.add(new Kill(way, moment, -1));
            }
        }
        Collections.shuffle(boundaries, random);
        List<Kill> kills = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            Kill boundary = boundaries.get(i / 2 % boundaries.size());
            Way way = ways.get(i / 2 % ways.size());
            kills.add(
                    i % 2 == 0
                            ? boundary
                            : new Kill(way, 1 + random.nextInt(way.moments()), random.nextInt(LONGEST_NANOS)));
        }
        return kills;
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

    private void survive(Databases kind, Kill kill) throws Exception {
        Way way = kill.way();
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
                    String.valueOf(kill.moment()),
                    kill.delay() < 0 ? "waiting" : "going on");
            try (Child child = Child.start(arguments)) {
                assertThat(child.hear(Victim.HERE))
                        .as("%s, %s: %s", kind, kill, child.heard())
                        .isPresent();
                LockSupport.parkNanos(kill.delay());
                child.kill();
            }
            finish(site, kill);
            assertThat(site.state()).as("%s, %s", kind, kill).isEqualTo(way.state());
        }
    }

    /** Runs again; where raw SQL or code is in question, it is looked at as a user would. */
    private static void finish(Site site, Kill kill) throws SQLException {
        Way way = kill.way();
        Limbeck limbeck = limbeck(site, way.mode());
        try {
            run(limbeck, way.direction());
        } catch (LimbeckException asking) {
            if (!asking.problems().get(0).code().equals("in-flight")) {
                throw new AssertionError("after " + kill, asking);
            }
            limbeck.repair(answer(site, asking, "delete from team"));
            run(limbeck, way.direction());
        }
        site.leave();
    }

    /**
     * What a user finds out.
     *
     * @param emptying takes away the rows of a code block that may be done in part, so that it can begin again
     */
    static Repair answer(Site site, LimbeckException asking, String emptying) throws SQLException {
        Matcher raw = MAKES_OR_DROPS.matcher(asking.getMessage());
        if (raw.find()) {
            boolean makes = raw.group(1).toLowerCase(Locale.ROOT).equals("create");
            return has(site, raw.group(2)) == makes ? Repair.ASSUME_APPLIED : Repair.ASSUME_NOT_APPLIED;
        }
        if (!asking.getMessage().contains("| data {")) {
            throw new AssertionError("nobody can answer this", asking);
        }
        try (Connection connection = site.connect();
                var rows = connection.createStatement()) {
            rows.execute(emptying);
        }
        return Repair.ASSUME_NOT_APPLIED;
    }

    private static boolean has(Site site, String table) throws SQLException {
        try (Connection connection = site.connect();
                var tables = connection.getMetaData().getTables(connection.getCatalog(), null, null, null)) {
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
