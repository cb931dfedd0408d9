package io.limbeck.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.Repair;
import io.limbeck.environment.TransactionMode;
import io.limbeck.it.Databases;
import io.limbeck.it.crash.Victim.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * PostgreSQL leaves an invalid index behind where a concurrent statement is broken off: one that takes no part in
 * queries, and whose name is taken.
 */
@DisplayName("An index that a process was making or dropping concurrently when it and its session died")
class BrokenIndexIT {

    private static final Path SCRIPTS = Path.of("src/test/resources/broken-index");
    /** What another transaction does for which CREATE waits, and DROP as well. */
    private static final String WRITING = "update account set email = email where id = 1";

    /** What another transaction does for which DROP waits alone. */
    private static final String READING = "lock table account in access share mode";

    private static final Path UNDONE = Path.of("src/test/resources/broken-undo");

    @TempDir
    Path folder;

    @Test
    @DisplayName("is dropped and made again by the next run on the way up")
    void isMadeAgain() throws Exception {
        try (Site site = Site.of(Databases.POSTGRESQL, folder);
                Connection onlooker = site.connect()) {
            limbeck(site).upgrade("1a");
            breakOff(site, onlooker, SCRIPTS, Work.UPGRADE, "ix_email", WRITING);
            assertThat(limbeck(site).upgrade("heads").steps()).hasSize(1);
            assertThat(there(onlooker, valid("ix_email"))).isTrue();
            assertThat(site.state()).contains("status=applied").doesNotContain("running");
        }
    }

    @Test
    @DisplayName("is dropped by the next run on the way down")
    void isDropped() throws Exception {
        try (Site site = Site.of(Databases.POSTGRESQL, folder);
                Connection onlooker = site.connect()) {
            limbeck(site).upgrade("heads");
            breakOff(site, onlooker, SCRIPTS, Work.DOWNGRADE, "ix_email", WRITING);
            limbeck(site).downgrade("base");
            assertThat(there(onlooker, "select 1 from pg_class where relname in ('ix_email', 'account')"))
                    .isFalse();
            assertThat(limbeck(site).upgrade("heads").steps()).hasSize(2);
        }
    }

    @Test
    @DisplayName("is dropped though other statements were put before the one that makes it")
    void isDroppedBeforehand() throws Exception {
        try (Site site = Site.of(Databases.POSTGRESQL, folder);
                Connection onlooker = site.connect()) {
            Path scripts = Files.createDirectories(folder.resolve("edited/migrations"));
            Files.writeString(scripts.resolve("1a.groovy"), """
                    revision '1a'
                    upgrade {
                        createTable('account') { column 'email', varchar(80) }
                        insert 'account', [email: 'ada@example.com'], [email: 'ada@example.com']
                    }
                    """);
            String unique =
                    "autocommit { createIndex 'account', 'email', name: 'ix_email', unique: true, concurrently: true }";
            Files.writeString(scripts.resolve("2b.groovy"), "revision '2b', down: '1a'\nupgrade { " + unique + " }\n");
            Limbeck limbeck = limbeck(site, scripts.getParent());
            assertThatThrownBy(() -> limbeck.upgrade("heads")).hasMessageContaining("could not create unique index");
            assertThat(there(onlooker, invalid("ix_email"))).isTrue();
            Files.writeString(
                    scripts.resolve("2b.groovy"),
                    "revision '2b', down: '1a'\nupgrade { execute 'delete from account'\n" + unique + " }\n");
            limbeck(site, scripts.getParent()).upgrade("heads");
            assertThat(there(onlooker, valid("ix_email"))).isTrue();
        }
    }

    @ParameterizedTest(name = "{1} during {0}")
    @CsvSource({"UPGRADE, ix_name", "UPGRADE, ix_email", "UNDO, ix_name", "UNDO, ix_email"})
    @DisplayName("is as it was before the upgrade once that is undone")
    void isUndone(Work work, String index) throws Exception {
        try (Site site = Site.of(Databases.POSTGRESQL, folder);
                Connection onlooker = site.connect()) {
            limbeck(site, UNDONE).upgrade("1a");
            String before = site.state();
            if (work == Work.UNDO) {
                assertThatThrownBy(() -> limbeck(site, UNDONE).upgrade("heads")).hasMessageContaining("duplicate key");
            }
            boolean drops = index.equals("ix_name") == (work == Work.UPGRADE);
            breakOff(site, onlooker, UNDONE, work, index, drops ? READING : WRITING);
            limbeck(site, UNDONE).repair(Repair.UNDO);
            assertThat(site.state()).isEqualTo(before);
            assertThat(there(onlooker, valid("ix_name"))).isTrue();
            assertThat(there(onlooker, "select 1 where to_regclass('ix_email') is not null"))
                    .isFalse();
        }
    }

    /** Another transaction uses the table, so the concurrent statement waits half-way; there it is broken off. */
    private static void breakOff(Site site, Connection onlooker, Path scripts, Work work, String index, String using)
            throws Exception {
        try (Connection writer = site.connect();
                Statement writing = writer.createStatement()) {
            writer.setAutoCommit(false);
            writing.execute(using);
            try (Child child = Child.start(List.of(
                    scripts.toString(),
                    site.url(),
                    site.username(),
                    site.password(),
                    work.name(),
                    TransactionMode.PER_REVISION.name()))) {
                await(onlooker, invalid(index), child);
                child.kill();
            }
            there(
                    onlooker,
                    "select pg_terminate_backend(pid) from pg_stat_activity"
                            + " where query ~* '^(create|drop) .*concurrently' and pid <> pg_backend_pid()");
            writer.rollback();
        }
        assertThat(there(onlooker, invalid(index))).isTrue();
    }

    private static String invalid(String index) {
        return "select 1 from pg_index where indexrelid = to_regclass('" + index + "') and not indisvalid";
    }

    private static String valid(String index) {
        return invalid(index).replace("not ", "");
    }

    private static void await(Connection onlooker, String query, Child child) throws SQLException, IOException {
        while (!there(onlooker, query)) {
            if (!child.isAlive()) {
                child.hear(Victim.DONE);
                throw new AssertionError("it came to an end: " + child.heard());
            }
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
        return limbeck(site, SCRIPTS);
    }

    private static Limbeck limbeck(Site site, Path scripts) {
        return Limbeck.configure()
                .directory(scripts)
                .dataSource(new Interruptions(site.url(), site.username(), site.password(), number -> {}))
                .load();
    }
}
