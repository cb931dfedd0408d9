package io.limbeck.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.Repair;
import io.limbeck.error.LimbeckException;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A connection that the server cuts")
class CutConnectionIT {

    @TempDir
    Path folder;

    private Scripts scripts(TestDatabase database, String second) throws IOException {
        return new Scripts(folder, database)
                .script("a1", "", "createTable('t') { column 'id', integer }")
                .script("b2", "down: 'a1', ", second);
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL", "POSTGRESQL"})
    @DisplayName("while a statement waits: the report says what is done, and the next run does the rest")
    void whileAStatementWaits(Databases kind) throws Exception {
        String second = """
                createTable('u') { column 'id', integer }
                addColumn 't', 'name', varchar(20)
                createTable('v') { column 'id', integer }
                """;
        try (TestDatabase database = kind.fresh();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            Scripts scripts = scripts(database, second);
            scripts.limbeck().upgrade("a1");
            other.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            CompletableFuture<?> run = scripts.limbeck().upgradeAsync("heads");
            scripts.cut(run);
            LimbeckException report = Scripts.report(run);
            other.rollback();
            assertThat(report.kind()).isEqualTo(LimbeckException.Kind.MIGRATION);
            assertThat(report.problems())
                    .singleElement()
                    .satisfies(problem -> assertThat(problem.code()).isEqualTo("connection-lost"));
            assertThat(report)
                    .message()
                    .startsWith("b2.groovy:4:1: the connection to the database was lost: ")
                    .contains("Statement 2 of 3 of b2:", "Nothing was applied before it.")
                    .contains(
                            kind == Databases.POSTGRESQL
                                    ? "Rolled back: all of b2."
                                    : "1 of 3 statements of b2 stays done; how the failed one went is not known.")
                    .contains("Once the database can be reached again, run: mvn db:migrate")
                    .doesNotContain("\tat ");
            scripts.completes("b2 applied 3/3", "t", "u", "v");
        }
    }

    @Test
    @DisplayName("while raw SQL runs outside a transaction: the next run asks how it went")
    void whileRawSqlRuns() throws Exception {
        String second = """
                execute 'alter table t add column name varchar(20)'
                createTable('v') { column 'id', integer }
                """;
        try (TestDatabase database = Databases.MARIADB.fresh();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            Scripts scripts = scripts(database, second);
            scripts.limbeck().upgrade("a1");
            other.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            CompletableFuture<?> run = scripts.limbeck().upgradeAsync("heads");
            scripts.cut(run);
            assertThat(Scripts.report(run)).message().contains("how the failed one went is not known");
            other.rollback();
            assertThat(catchThrowableOfType(
                            LimbeckException.class, () -> scripts.limbeck().upgrade("heads")))
                    .message()
                    .contains("the catalogue does not tell how it went", "-Ddb.assume=notApplied");
            scripts.limbeck().repair(Repair.ASSUME_NOT_APPLIED);
            scripts.completes("b2 applied 2/2", "t", "v");
        }
    }

    @Test
    @DisplayName("while an index is made beside the work of others: what is left of it is dropped and made again")
    void whileAnIndexIsMade() throws Exception {
        String second = """
                createTable('v') { column 'id', integer }
                createIndex 't', 'id', concurrently: true
                """;
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            Scripts scripts = scripts(database, second);
            scripts.limbeck().upgrade("a1");
            other.setAutoCommit(false);
            statement.execute("insert into t values (1)");
            CompletableFuture<?> run = scripts.limbeck().upgradeAsync("heads");
            scripts.cut(run);
            assertThat(Scripts.report(run))
                    .message()
                    .contains("1 of 2 statements of b2 stays done; how the failed one went is not known.");
            other.rollback();
            scripts.completes("b2 applied 2/2", "t", "v");
        }
    }

    @Test
    @DisplayName("while it commits: nobody knows how that went, and the next run looks")
    void whileItCommits() throws Exception {
        String second = """
                execute '''create function hold() returns trigger language plpgsql as $$
                    begin perform pg_advisory_lock(4711); return null; end $$'''
                execute '''create constraint trigger holding after insert on t deferrable initially deferred
                    for each row execute function hold()'''
                insert 't', [id: 1]
                """;
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                Connection other = database.connect();
                Statement statement = other.createStatement()) {
            Scripts scripts = scripts(database, second);
            scripts.limbeck().upgrade("a1");
            statement.execute("select pg_advisory_lock(4711)");
            CompletableFuture<?> run = scripts.limbeck().upgradeAsync("heads");
            scripts.cut(run);
            assertThat(Scripts.report(run))
                    .message()
                    .contains("the connection to the database was lost", "Whether b2 was committed is not known.");
            statement.execute("select pg_advisory_unlock(4711)");
            scripts.completes("b2 applied 3/3", "t");
        }
    }
}
