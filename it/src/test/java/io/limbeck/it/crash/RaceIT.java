package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.it.Databases;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Processes that race for an empty database")
class RaceIT {

    private static final int RACERS = Integer.getInteger("crash.racers", 2);
    private static final Path SCRIPTS = Path.of("src/test/resources/crash");

    @TempDir
    Path folder;

    /** A run that nobody disturbs. */
    private record Alone(Interruptions source, int steps, String state) {}

    private Alone alone(Databases kind) throws Exception {
        try (Site site = Site.shared(kind, folder)) {
            Interruptions source = new Interruptions(site.url(), site.username(), site.password(), number -> {});
            int steps = Limbeck.configure()
                    .directory(SCRIPTS)
                    .dataSource(source)
                    .load()
                    .upgrade("heads")
                    .steps()
                    .size();
            return new Alone(source, steps, site.state());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("apply everything once, and all end well")
    void race(Databases kind) throws Exception {
        Alone alone = alone(kind);
        try (Site site = Site.shared(kind, folder)) {
            int steps = 0;
            for (Child racer : started(site)) {
                try (racer) {
                    steps += steps(racer);
                }
            }
            assertThat(steps).isEqualTo(alone.steps());
            assertThat(site.state()).isEqualTo(alone.state());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("go on where the one is killed that was first, and know who it was and what it was at")
    void killed(Databases kind) throws Exception {
        Alone alone = alone(kind);
        try (Site site = Site.shared(kind, folder);
                Child holder = heldBefore("chief_names", alone, site)) {
            List<Child> racers = started(site);
            for (Child racer : racers) {
                assertThat(racer.hear(Victim.WAITING))
                        .hasValueSatisfying(line -> assertThat(line)
                                .contains(
                                        kind == Databases.MARIADB || kind == Databases.MYSQL
                                                ? "connection "
                                                : "process " + holder.process().pid())
                                .containsPattern(", at 5b2e3cbd04f6.* since \\d{4}-\\d\\d-\\d\\d [\\d:]{8}"));
            }
            holder.kill();
            for (Child racer : racers) {
                try (racer) {
                    steps(racer);
                }
            }
            assertThat(site.state()).isEqualTo(alone.state());
        }
    }

    @Test
    @DisplayName("through a pooler in transaction mode apply nothing twice, and all end well or are refused as pooled")
    void pooled() throws Exception {
        Alone alone = alone(Databases.POSTGRESQL);
        try (Site site = Site.pooled(folder)) {
            int steps = 0;
            for (Child racer : started(site)) {
                try (racer) {
                    int exit = racer.await();
                    Optional<String> done = racer.hear(Victim.DONE);
                    if (done.isPresent()) {
                        assertThat(exit).isZero();
                        steps += Integer.parseInt(done.get().substring(Victim.DONE.length()));
                    } else {
                        assertThat(racer.heard()).contains(Victim.REFUSED + "pooled-session");
                    }
                }
            }
            assertThat(steps).isIn(0, alone.steps());
            assertThat(locks(site)).isZero();
            if (steps > 0) {
                assertThat(site.state()).isEqualTo(alone.state());
            }
        }
    }

    private static int locks(Site site) throws SQLException {
        try (Connection connection = site.connect();
                Statement query = connection.createStatement();
                ResultSet row = query.executeQuery("select count(*) from pg_locks where locktype = 'advisory'")) {
            row.next();
            return row.getInt(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"DERBY", "H2", "HSQLDB"})
    @DisplayName("are told when another has the database's files open")
    void embedded(Databases kind) throws Exception {
        try (Site site = Site.of(kind, folder)) {
            String url = site.url().replace("hsqldb.lock_file=false;", "");
            List<String> arguments = arguments(site);
            arguments.set(1, url);
            arguments.addAll(List.of("1", "waiting"));
            try (Child holder = Child.start(arguments)) {
                assertThat(holder.hear(Victim.HERE)).as("%s", holder.heard()).isPresent();
                assertThatThrownBy(() -> Limbeck.configure()
                                .directory(SCRIPTS)
                                .url(url)
                                .username(site.username())
                                .password(site.password())
                                .load()
                                .upgrade("heads"))
                        .hasMessageStartingWith("another process has the files of the database open: ")
                        .hasMessageNotContaining("next exception")
                        .hasMessageContaining("Let the other one end");
            }
        }
    }

    @Test
    @DisplayName("let the first one make an index concurrently, which waits for every transaction but theirs")
    void concurrently() throws Exception {
        Databases kind = Databases.POSTGRESQL;
        Alone alone = alone(kind);
        try (Site site = Site.shared(kind, folder);
                Child first = heldBefore("UNIQUE INDEX CONCURRENTLY ix_amount", alone, site);
                Child second = Child.start(arguments(site))) {
            assertThat(second.hear(Victim.WAITING)).isPresent();
            first.release();
            assertThat(steps(first)).isEqualTo(alone.steps());
            assertThat(steps(second)).isZero();
            assertThat(site.state()).isEqualTo(alone.state());
        }
    }

    /** A process that has the lock and waits before a statement. */
    private static Child heldBefore(String words, Alone alone, Site site) throws IOException {
        List<String> arguments = arguments(site);
        arguments.addAll(List.of(String.valueOf(alone.source().momentBefore(words)), "waiting"));
        Child holder = Child.start(arguments);
        assertThat(holder.hear(Victim.HERE)).as("%s", holder.heard()).isPresent();
        return holder;
    }

    private static List<String> arguments(Site site) {
        return new ArrayList<>(List.of(
                SCRIPTS.toString(),
                site.url(),
                site.username(),
                site.password(),
                Direction.UPGRADE.name(),
                "PER_REVISION"));
    }

    /** All at the line, and off together. */
    private static List<Child> started(Site site) throws IOException {
        List<String> arguments = arguments(site);
        arguments.add("start");
        List<Child> racers = new ArrayList<>();
        for (int i = 0; i < RACERS; i++) {
            racers.add(Child.start(arguments));
        }
        for (Child racer : racers) {
            assertThat(racer.hear(Victim.READY)).as("%s", racer.heard()).isPresent();
        }
        for (Child racer : racers) {
            racer.release();
        }
        return racers;
    }

    private static int steps(Child racer) throws IOException {
        Optional<String> line = racer.hear(Victim.DONE);
        assertThat(line).as("%s", racer.heard()).isPresent();
        assertThat(racer.await()).isZero();
        return Integer.parseInt(line.get().substring(Victim.DONE.length()));
    }
}
