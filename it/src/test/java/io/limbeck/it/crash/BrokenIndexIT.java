package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Limbeck;
import io.limbeck.environment.TransactionMode;
import io.limbeck.it.Databases;
import io.limbeck.it.crash.Victim.Work;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * PostgreSQL leaves an invalid index behind where a concurrent statement is broken off: one that takes no part in
 * queries, and whose name is taken.
 */
@DisplayName("An index that a process was making or dropping concurrently when it and its session died")
class BrokenIndexIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/broken-index");
    private static final String INVALID =
            "select 1 from pg_index where indexrelid = to_regclass('ix_email')" + " and not indisvalid";

    @TempDir
    Path folder;

    @Test
    @DisplayName("is dropped and made again by the next run on the way up")
    void isMadeAgain() throws Exception {
        try (Site site = Site.of(Databases.POSTGRESQL, folder);
                Connection onlooker = site.connect()) {
            limbeck(site).upgrade("1a");
            breakOff(site, onlooker, Work.UPGRADE);
            assertThat(limbeck(site).upgrade("heads").steps()).hasSize(1);
            assertThat(there(onlooker, INVALID)).isFalse();
            assertThat(there(onlooker, "select to_regclass('ix_email') where to_regclass('ix_email') is not null"))
                    .isTrue();
            assertThat(site.state()).contains("status=applied").doesNotContain("running");
        }
    }

    @Test
    @DisplayName("is dropped by the next run on the way down")
    void isDropped() throws Exception {
        try (Site site = Site.of(Databases.POSTGRESQL, folder);
                Connection onlooker = site.connect()) {
            limbeck(site).upgrade("heads");
            breakOff(site, onlooker, Work.DOWNGRADE);
            limbeck(site).downgrade("base");
            assertThat(there(onlooker, "select 1 from pg_class where relname in ('ix_email', 'account')"))
                    .isFalse();
            assertThat(limbeck(site).upgrade("heads").steps()).hasSize(2);
        }
    }

    /** Another transaction has written to the table, so the concurrent statement waits half-way; there it is broken off. */
    private static void breakOff(Site site, Connection onlooker, Work work) throws Exception {
        try (Connection writer = site.connect();
                Statement writing = writer.createStatement()) {
            writer.setAutoCommit(false);
            writing.execute("update account set email = email where id = 1");
            try (Child child = Child.start(List.of(
                    SCRIPTS.toString(),
                    site.url(),
                    site.username(),
                    site.password(),
                    work.name(),
                    TransactionMode.PER_REVISION.name()))) {
                await(onlooker, INVALID);
                child.kill();
            }
            there(
                    onlooker,
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where query ~* '^(create|drop) .*concurrently' and pid <> pg_backend_pid()");
            writer.rollback();
        }
        assertThat(there(onlooker, INVALID)).isTrue();
    }

    private static void await(Connection onlooker, String query) throws SQLException {
        while (!there(onlooker, query)) {
            Thread.onSpinWait();
        }
    }

    private static boolean there(Connection onlooker, String query) throws SQLException {
        try (Statement asking = onlooker.createStatement();
                ResultSet row = asking.executeQuery(query)) {
            return row.next();
        }
    }

    private static Limbeck limbeck(Site site) {
        return Limbeck.configure()
                .directory(SCRIPTS)
                .dataSource(new Interruptions(site.url(), site.username(), site.password(), number -> {}))
                .load();
    }
}
