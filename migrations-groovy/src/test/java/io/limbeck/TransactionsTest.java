package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import groovy.sql.Sql;
import io.limbeck.environment.TransactionMode;
import io.limbeck.error.LimbeckException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Filter;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A statement that fails")
class TransactionsTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void twoRevisionsWithADuplicateKeyInTheSecond() {
        project = new Project(folder).revision("a1", "", """
                            createTable('t') {
                                column 'id', integer, primaryKey: true
                            }
                        """).revision("b2", "a1", duplicate("1"));
    }

    private static String duplicate(String second) {
        return """
                    createTable('u') {
                        column 'id', integer
                    }
                    insert 't', [id: 1]
                    insert 't', [id: %s]
                    createTable('v') {
                        column 'id', integer
                    }
                """.formatted(second);
    }

    @Test
    void ofADataBlockIsNotLoggedBesideItsReport() throws Exception {
        Memory database = Memory.derby();
        project.revision("b2", "a1", "    data { sql -> sql.execute 'insert into nowhere values (4)' }\n");
        Logger logger = Logger.getLogger(Sql.class.getName());
        List<String> logged = new ArrayList<>();
        Filter filter = line -> logged.add(line.getMessage());
        logger.setFilter(filter);
        try {
            assertThat(failure(project.on(database))).contains("NOWHERE");
            assertThat(logged).isEmpty();
            assertThat(logger.getFilter()).isSameAs(filter);
        } finally {
            logger.setFilter(null);
        }
        database.drop();
    }

    private static String failure(Configuration configuration) {
        return catchThrowableOfType(
                        LimbeckException.class, () -> configuration.load().upgrade("heads"))
                .getMessage();
    }

    @Test
    void rollsItsRevisionBackAndNoOtherWhereDdlTakesPartInTransactions() throws Exception {
        Memory database = Memory.derby();
        assertThat(failure(project.on(database))).isEqualTo("""
                b2.groovy:7:5: The statement was aborted because it would have caused a duplicate key value in a unique or \
                primary key constraint or unique index identified by 'PK_T' defined on 'T'. (SQLSTATE 23505)
                    insert 't', [id: 1]
                    ^
                  Statement 3 of 4 of b2:
                  | INSERT INTO t (id) VALUES (1)
                  Committed before it: a1.
                  Rolled back: all of b2.
                  Mend the script or the data, then run: mvn db:migrate""");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1");
        assertThat(database.tables()).isEqualTo("db_version t");
        project.revision("b2", "a1", duplicate("2"));
        project.on(database).load().upgrade("heads");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 4/4");
        database.drop();
    }

    @Test
    void rollsAllBackInOneTransaction() throws Exception {
        Memory database = Memory.derby();
        assertThat(failure(project.on(database).transaction(TransactionMode.ALL)))
                .contains("Rolled back with it, as one transaction: a1.\n  Rolled back: all of b2.");
        assertThat(database.tables()).isEqualTo("db_version");
        assertThat(database.versions()).isEmpty();
        database.drop();
    }

    @Test
    void onlyWhenTheOneTransactionCommitsIsReportedAsWhatItIs() throws Exception {
        Memory database = Memory.derby();
        project.revision("b2", "a1", """
                    execute 'create table w (id integer not null, constraint pk_w primary key (id) initially deferred)'
                    execute 'insert into w values (1)'
                    execute 'insert into w values (1)'
                """);
        assertThat(failure(project.on(database).transaction(TransactionMode.ALL)))
                .contains("pk_w".toUpperCase(java.util.Locale.ROOT), "| commit")
                .contains("Rolled back with it, as one transaction: a1.", "Rolled back: all of b2.");
        assertThat(database.tables()).isEqualTo("db_version");
        database.drop();
    }

    @Test
    void leavesWhatStoodBeforeItWithoutTransactionsAndTheNextRunGoesOnBehindIt() throws Exception {
        Memory database = Memory.derby();
        assertThat(failure(project.on(database).transaction(TransactionMode.NONE)))
                .contains("2 of 4 statements of b2 stay done; the failed one was not.");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 running 2/4");
        project.revision("b2", "a1", duplicate("2"));
        project.on(database).load().upgrade("heads");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 4/4");
        assertThat(database.rows("select id from t order by id")).isEqualTo("1\n2");
        database.drop();
    }

    @Test
    void leavesAJournalWhereDdlCommits() throws Exception {
        Memory database = Memory.h2();
        assertThat(failure(project.on(database)))
                .contains(
                        "  Committed before it: a1.\n",
                        "  2 of 4 statements of b2 stay done; the failed one was not.\n",
                        "leave those before it as they are, then run: mvn db:migrate\n  It goes on behind");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 running 2/4");
        assertThatThrownBy(() -> project.on(database).load().downgrade("base"))
                .hasMessage("revision 'b2' is half-way: 2 of 4 statements are done (running)\n"
                        + "  Finish it first with mvn db:migrate.");
        assertThat(failure(project.on(database))).contains("2 of 4 statements of b2 stay done");

        project.revision("b2", "a1", duplicate("2"));
        project.on(database).load().upgrade("heads");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 4/4");
        assertThat(database.rows("select id from t order by id")).isEqualTo("1\n2");
        assertThat(project.on(database).load().status())
                .allMatch(status -> status.state() == RevisionStatus.State.APPLIED);
        database.drop();
    }

    @Test
    void leavesAHalfWayDowngradeThatGoesOnLater() throws Exception {
        Memory database = Memory.h2();
        project.revision("b2", "a1", duplicate("2"));
        project.on(database).load().upgrade("heads");
        database.execute("create view in_the_way as select id from u");
        LimbeckException failed = catchThrowableOfType(
                LimbeckException.class, () -> project.on(database).load().downgrade("base"));
        assertThat(failed.getMessage()).contains("of b2 stay done", "mvn db:downgrade");
        assertThat(database.versions()).startsWith("a1 applied 1/1\nb2 reverting ");
        assertThatThrownBy(() -> project.on(database).load().upgrade("heads")).hasMessageContaining("mvn db:downgrade");

        database.execute("drop view in_the_way");
        project.on(database).load().downgrade("base");
        assertThat(database.versions()).isEmpty();
        assertThat(database.tables()).isEqualTo("db_version");
        database.drop();
    }

    @Test
    void undoesAllRowsOfAFileOrABlockEvenWhereDdlCommits() throws Exception {
        Memory database = Memory.h2();
        project.file("rows.csv", "id\n7\n8\n1\n").revision("b2", "a1", """
                    data { sql ->
                        sql.execute 'insert into t values (1)'
                        sql.execute 'insert into t values (2)'
                    }
                    insert 't', csv: 'rows.csv'
                """);
        assertThat(failure(project.on(database))).contains("| INSERT INTO t (id) VALUES … from rows.csv");
        assertThat(database.rows("select id from t order by id")).isEqualTo("1\n2");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 running 1/2");
        project.file("rows.csv", "id\n7\n8\n");
        project.on(database).load().upgrade("heads");
        assertThat(database.rows("select id from t order by id")).isEqualTo("1\n2\n7\n8");
        database.drop();
    }

    @Test
    void inADataBlockShowsTheLineWithinIt() throws Exception {
        Memory database = Memory.derby();
        project.revision("b2", "a1", """
                    def twice = { sql, id ->
                        sql.execute "insert into t values ($id)"
                        sql.execute "insert into t values ($id)"
                    }
                    data { sql ->
                        def id = 4
                        twice(sql, id)
                    }
                """);
        assertThat(failure(project.on(database)))
                .startsWith("b2.groovy:5")
                .contains("""

                    sql.execute "insert into t values ($id)"
                """, "| data { … }", "Rolled back: all of b2.");
        project.revision("b2", "a1", """
                    data { sql ->
                        sql.withTransaction {
                            sql.execute 'insert into t values (4)'
                        }
                    }
                """);
        assertThat(failure(project.on(database)))
                .contains("a data block cannot commit, roll back or close (as withTransaction does)");
        database.drop();
    }

    @Test
    void inACallersTransactionLeavesTheRollbackToTheCaller() throws Exception {
        Memory database = Memory.derby();
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            assertThat(failure(Limbeck.configure().directory(folder).connection(connection)))
                    .contains(
                            "It ran in a transaction of the caller, which is the caller's to roll back, together with a1.");
            assertThat(connection.getAutoCommit()).isFalse();
            connection.rollback();
        }
        assertThat(database.tables()).isEmpty();
        database.drop();
    }

    @Test
    void hidesNothingButIsAScreenfulAtMost() throws Exception {
        Memory database = Memory.derby();
        String many = "'" + "x".repeat(3000) + "\\n".repeat(100) + "'";
        project.revision("b2", "a1", "    execute '''insert into t values (" + "1,\n".repeat(100) + many + ")'''");
        assertThat(failure(project.on(database)).lines().toList())
                .hasSizeLessThan(24)
                .allMatch(line -> line.length() < 200);
        database.drop();
    }

    @Test
    void succeedingInACallersTransactionCanStillBeRolledBack() throws Exception {
        Memory database = Memory.derby();
        project.revision("b2", "a1", duplicate("2"));
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            Limbeck limbeck =
                    Limbeck.configure().directory(folder).connection(connection).load();
            assertThat(limbeck.upgrade("heads").steps()).hasSize(2);
            assertThat(limbeck.upgrade("heads").isEmpty()).isTrue();
            assertThat(Memory.rows(connection, "select id from t order by id")).isEqualTo("1\n2");
            connection.rollback();
            connection.setAutoCommit(true);
            assertThat(database.tables()).isEmpty();

            limbeck.upgrade("heads");
            assertThat(connection.getAutoCommit()).isTrue();
            statement.execute("insert into v values (1)");
        }
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 4/4");
        database.drop();
    }
}
