package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Limbeck;
import io.limbeck.it.Databases;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Processes that race for an empty database")
class RaceIT {

    private static final int RACERS = Integer.getInteger("crash.racers", 4);
    private static final Path SCRIPTS = Path.of("src/test/resources/crash");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    @DisplayName("apply everything once, and all end well")
    void race(Databases kind) throws Exception {
        try (Site site = shared(kind)) {
            String migrated = migrated(kind);
            int steps = 0;
            for (Child racer : started(site)) {
                try (racer) {
                    steps += steps(racer);
                }
            }
            assertThat(steps).isEqualTo(3);
            assertThat(site.state()).isEqualTo(migrated);
        }
    }

    @ParameterizedTest
    @EnumSource(names = "POSTGRESQL")
    @DisplayName("go on where the one is killed that was first")
    void killed(Databases kind) throws Exception {
        try (Site site = shared(kind)) {
            String migrated = migrated(kind);
            List<String> arguments = new ArrayList<>(arguments(site));
            arguments.addAll(List.of("30", "waiting"));
            try (Child holder = Child.start(arguments)) {
                assertThat(holder.hear(Victim.HERE)).as("%s", holder.heard()).isPresent();
                List<Child> racers = started(site);
                holder.kill();
                for (Child racer : racers) {
                    try (racer) {
                        steps(racer);
                    }
                }
            }
            assertThat(site.state()).isEqualTo(migrated);
        }
    }

    /** Files belong to one process at a time, so that nobody can race for them. */
    private Site shared(Databases kind) throws IOException, SQLException {
        Site site = Site.of(kind, folder);
        Assumptions.assumeTrue(site.isShared(), "several processes cannot open " + kind + " at once");
        return site;
    }

    private String migrated(Databases kind) throws Exception {
        try (Site site = Site.of(kind, folder)) {
            Limbeck.configure()
                    .directory(SCRIPTS)
                    .dataSource(new Interruptions(site.url(), site.username(), site.password(), number -> {}))
                    .load()
                    .upgrade("heads");
            return site.state();
        }
    }

    private static List<String> arguments(Site site) {
        return List.of(
                SCRIPTS.toString(),
                site.url(),
                site.username(),
                site.password(),
                Direction.UPGRADE.name(),
                "PER_REVISION");
    }

    /** All at the line, and off together. */
    private static List<Child> started(Site site) throws IOException {
        List<String> arguments = new ArrayList<>(arguments(site));
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
