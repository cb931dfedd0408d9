package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import io.limbeck.environment.TransactionMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("On PostgreSQL, a run")
class EngineIT {

    @TempDir
    Path folder;

    private final TestDatabase database = Databases.POSTGRESQL.fresh();

    @BeforeEach
    void twoRevisions() throws IOException {
        revision("a1", "", "createTable('t') { column 'id', integer, primaryKey: true }");
        revision("b2", "a1", """
                insert 't', [id: 1]
                createIndex 't', 'id', name: 'ix_1', concurrently: true
                insert 't', [id: 2]
                insert 't', [id: 3]
                autocommit { createIndex 't', 'id', name: 'ix_2', concurrently: true }
                """);
    }

    @AfterEach
    void drop() throws SQLException {
        database.close();
    }

    private void revision(String id, String down, String body) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        String header = "revision '" + id + "'" + (down.isEmpty() ? "" : ", down: '" + down + "'");
        Files.writeString(migrations.resolve(id + ".groovy"), header + "\nupgrade {\n" + body + "\n}\n");
    }

    private Configuration configuration() {
        return Limbeck.configure()
                .directory(folder)
                .url(database.url())
                .username(database.username())
                .password(database.password());
    }

    private String versions() throws SQLException {
        try (Connection connection = database.connect()) {
            return Rows.dump(
                            connection,
                            "db_version",
                            "applied_at",
                            "applied_by",
                            "duration_ms",
                            "checksum",
                            "message",
                            "script",
                            "journal")
                    .replace("revision=", "")
                    .replaceAll(" \\| [a-z_]+=", " ")
                    .strip();
        }
    }

    @Test
    void countsAcrossTransactionsAndWhatMustStandOutside() throws Exception {
        configuration().load().upgrade("heads");
        assertThat(versions()).isEqualTo("a1 1 1 applied\nb2 5 5 applied");
        configuration().load().downgrade("a1");
        assertThat(versions()).isEqualTo("a1 1 1 applied");
    }

    @Test
    void thatFailsKeepsWhatStandsOutsideAndGoesOnBehindIt() throws Exception {
        revision("b2", "a1", """
                insert 't', [id: 1]
                createIndex 't', 'id', name: 'ix_1', concurrently: true
                insert 't', [id: 2]
                insert 't', [id: 1]
                """);
        assertThatThrownBy(() -> configuration().load().upgrade("heads"))
                .hasMessageStartingWith("b2.groovy:6:1: ERROR: duplicate key value violates unique constraint \"pk_t\"")
                .hasMessageContaining(
                        "Committed before it: a1.\n  2 of 4 statements of b2 stay done; the 1 behind were rolled back.");
        assertThat(versions()).isEqualTo("a1 1 1 applied\nb2 4 2 running");
        revision("b2", "a1", """
                insert 't', [id: 1]
                createIndex 't', 'id', name: 'ix_1', concurrently: true
                insert 't', [id: 2]
                insert 't', [id: 3]
                insert 't', [id: 4]
                """);
        configuration().load().upgrade("heads");
        assertThat(versions()).isEqualTo("a1 1 1 applied\nb2 5 5 applied");
        assertThat(configuration().load().validate().databaseAsked()).isTrue();
    }

    @Test
    void refusesWhatMustStandOutsideWhereThereIsOneTransaction() throws Exception {
        assertThatThrownBy(() ->
                        configuration().transaction(TransactionMode.ALL).load().upgrade("heads"))
                .hasMessageContaining(
                        "b2.groovy:4:1: this runs outside any transaction, and the whole run is to be one")
                .hasMessageContaining("b2.groovy:7:14");
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            assertThatThrownBy(() -> Limbeck.configure()
                            .directory(folder)
                            .connection(connection)
                            .load()
                            .upgrade("heads"))
                    .hasMessageContaining("the run joins a transaction that is open on the caller's connection");
        }
    }

    @Test
    void joinsACallersTransactionWhichTheCallerRollsBack() throws Exception {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            Limbeck limbeck =
                    Limbeck.configure().directory(folder).connection(connection).load();
            limbeck.upgrade("a1");
            limbeck.stamp("b2");
            connection.rollback();
            limbeck.upgrade("a1");
            connection.commit();
        }
        assertThat(versions()).isEqualTo("a1 1 1 applied");
    }

    @Test
    void racingWithOthersDoesEverythingOnce() throws Exception {
        List<CompletableFuture<MigrationReport>> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(configuration().load().upgradeAsync("heads"));
        }
        int steps = 0;
        for (CompletableFuture<MigrationReport> run : runs) {
            steps += run.get().steps().size();
        }
        assertThat(steps).isEqualTo(2);
        assertThat(versions()).isEqualTo("a1 1 1 applied\nb2 5 5 applied");
    }

    @Test
    void buildsAnIndexConcurrentlyWhileAnotherWaits() throws Exception {
        HeldRun held = new HeldRun();
        CompletableFuture<MigrationReport> first =
                configuration().progress(held).load().upgradeAsync("heads");
        held.awaitBegin();
        assertThatThrownBy(
                        () -> configuration().lockTimeout(Duration.ZERO).load().upgrade("heads"))
                .hasMessageMatching(
                        "(?s)another migrator holds the lock of db_version: tester from .*limbeck on .*, process "
                                + ProcessHandle.current().pid() + ", at a1.* since \\d{4}-\\d\\d-\\d\\d [\\d:]{8}.*");
        CompletableFuture<MigrationReport> later =
                configuration().progress(held.releasedByWaiting()).load().upgradeAsync("heads");
        assertThat(first.get().steps()).hasSize(2);
        assertThat(later.get().isEmpty()).isTrue();
    }

    @Test
    void withAWrongPasswordSaysSoAndShowsNone() {
        assertThatThrownBy(() -> configuration().password("s3cret").load().upgrade("heads"))
                .hasMessageContaining("password authentication failed for user \"tester\"")
                .hasMessageContaining("Check 'username' and 'password'")
                .hasMessageNotContaining("s3cret");
        assertThatThrownBy(() ->
                        configuration().url(database.url() + "_absent").load().upgrade("heads"))
                .hasMessageContaining("_absent\" does not exist");
        assertThatThrownBy(() -> configuration()
                        .url("jdbc:postgresql://127.0.0.1:1/shop")
                        .load()
                        .upgrade("heads"))
                .hasMessageContaining("Check that the server runs");
    }
}
