package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import io.limbeck.online.Progress;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On SQLite, a run")
class LockBesideIT {

    @TempDir
    Path folder;

    private final TestDatabase database = Databases.SQLITE.fresh();

    @BeforeEach
    void threeRevisions() throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("a1.groovy"), """
                revision 'a1'
                upgrade { createTable('t') { column 'id', integer, primaryKey: true } }
                """);
        Files.writeString(migrations.resolve("b2.groovy"), """
                revision 'b2', down: 'a1'
                upgrade { insert 't', [id: 1] }
                """);
        Files.writeString(migrations.resolve("c3.groovy"), """
                revision 'c3', down: 'b2'
                upgrade { addColumn 't', 'x', integer, unique: true }
                """);
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private Configuration configuration() {
        return Limbeck.configure().directory(folder).url(database.url());
    }

    private Path lock() {
        return Path.of(database.url().substring("jdbc:sqlite:".length()) + "-limbeck-lock");
    }

    @Test
    @DisplayName("that races with others does everything once, and leaves no lock behind")
    void races() throws Exception {
        List<CompletableFuture<MigrationReport>> runs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            runs.add(configuration().load().upgradeAsync("heads"));
        }
        int steps = 0;
        for (CompletableFuture<MigrationReport> run : runs) {
            steps += run.get().steps().size();
        }
        assertThat(steps).isEqualTo(3);
        assertThat(lock()).doesNotExist();
    }

    @Test
    @DisplayName("is waited for, and tells who it is")
    void isWaitedFor() throws Exception {
        HeldRun held = new HeldRun();
        CompletableFuture<MigrationReport> first =
                configuration().progress(held).load().upgradeAsync("heads");
        held.awaitBegin();
        assertThatThrownBy(
                        () -> configuration().lockTimeout(Duration.ZERO).load().upgrade("heads"))
                .hasMessageMatching("(?s)another migrator holds the lock of db_version: .*, process "
                        + ProcessHandle.current().pid() + ", at a1.* since \\d{4}-\\d\\d-\\d\\d [\\d:]{8}.*");
        CompletableFuture<MigrationReport> later =
                configuration().progress(held.releasedByWaiting()).load().upgradeAsync("heads");
        assertThat(first.get().steps()).hasSize(3);
        assertThat(later.get().isEmpty()).isTrue();
    }

    @Test
    @DisplayName("of another process that was killed is no hindrance to the next")
    void killed() throws Exception {
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString(),
                        database.url())
                .redirectErrorStream(true)
                .start();
        try (var output = other.inputReader()) {
            String line = output.readLine();
            while (line != null && !line.equals("inside")) {
                line = output.readLine();
            }
            assertThat(line).isEqualTo("inside");
            assertThatThrownBy(() ->
                            configuration().lockTimeout(Duration.ZERO).load().upgrade("heads"))
                    .hasMessageContaining("process " + other.pid());
        } finally {
            other.destroyForcibly().waitFor();
        }
        assertThat(new File(lock().toString())).exists();
        assertThat(configuration().load().upgrade("heads").steps()).hasSize(3);
        assertThat(lock()).doesNotExist();
    }

    /** Begins to migrate and never ends. */
    public static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws SQLException {
            DriverManager.getConnection(arguments[1]).close();
            Progress holding = new Progress() {
                @Override
                public void began(Revision revision, Direction direction) {
                    System.out.println("inside");
                    try {
                        new CountDownLatch(1).await();
                    } catch (InterruptedException e) {
                        throw new IllegalStateException(e);
                    }
                }
            };
            Limbeck.configure()
                    .directory(Path.of(arguments[0]))
                    .url(arguments[1])
                    .progress(holding)
                    .load()
                    .upgrade("heads");
        }
    }
}
