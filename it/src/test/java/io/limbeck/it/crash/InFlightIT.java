package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import io.limbeck.environment.TransactionMode;
import io.limbeck.it.Databases;
import io.limbeck.online.Progress;
import io.limbeck.revision.Direction;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A statement that the server goes on with when its process is dead")
class InFlightIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/in-flight");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"POSTGRESQL", "MARIADB", "MYSQL"})
    @DisplayName("is waited for by the next run, which goes on behind it")
    void isWaitedFor(Databases kind) throws Exception {
        try (Site site = Site.of(kind, folder)) {
            Limbeck.configure()
                    .directory(SCRIPTS)
                    .dataSource(source(site))
                    .load()
                    .upgrade("1a");
            try (Connection reader = site.connect();
                    Statement query = reader.createStatement();
                    Connection onlooker = site.connect()) {
                reader.setAutoCommit(false);
                query.executeQuery("select id from account").close();
                try (Child child = Child.start(List.of(
                        SCRIPTS.toString(),
                        site.url(),
                        site.username(),
                        site.password(),
                        Direction.UPGRADE.name(),
                        TransactionMode.NONE.name()))) {
                    awaitAlteration(onlooker, kind);
                    child.kill();
                }
                CountDownLatch waiting = new CountDownLatch(1);
                CompletableFuture<MigrationReport> next = Limbeck.configure()
                        .directory(SCRIPTS)
                        .dataSource(source(site))
                        .transaction(TransactionMode.NONE)
                        .progress(new Progress() {
                            @Override
                            public void waiting(String holder) {
                                waiting.countDown();
                            }
                        })
                        .load()
                        .upgradeAsync("heads");
                waiting.await();
                assertThatThrownBy(() -> Limbeck.configure()
                                .directory(SCRIPTS)
                                .dataSource(source(site))
                                .lockTimeout(Duration.ZERO)
                                .load()
                                .upgrade("heads"))
                        .hasMessageContaining("of db_version: ");
                reader.rollback();
                assertThat(next.get().steps()).hasSize(1);
            }
            assertThat(site.state())
                    .containsIgnoringCase("owner")
                    .contains("status=applied")
                    .doesNotContain("running");
        }
    }

    /** Until the server has the statement, and has it wait for the reader. */
    private static void awaitAlteration(Connection onlooker, Databases kind) throws SQLException {
        String waiters = kind == Databases.POSTGRESQL
                ? "select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like 'ALTER TABLE account%'"
                : "select 1 from information_schema.processlist where state like 'Waiting for table metadata lock%'";
        try (Statement query = onlooker.createStatement()) {
            boolean there = false;
            while (!there) {
                try (ResultSet row = query.executeQuery(waiters)) {
                    there = row.next();
                }
            }
        }
    }

    private static Interruptions source(Site site) {
        return new Interruptions(site.url(), site.username(), site.password(), number -> {});
    }
}
