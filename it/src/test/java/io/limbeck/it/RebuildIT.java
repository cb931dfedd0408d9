package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A table that is made anew")
class RebuildIT {

    /** The identity stands apart, since not every database carries an identity over. */
    private static final String BEFORE = """
            createTable('person') { column 'id', integer, primaryKey: true }
            createTable('account') {
                column 'id', integer, primaryKey: true
                column 'net', integer
                column 'gross', integer, computed: 'net * 2'
                column 'owner_id', integer, references: 'person(id)'
                column 'code', varchar(10), nullable: false, unique: true
                check 'net > 0', name: 'ck_net'
            }
            createTable('payment') {
                column 'id', integer, primaryKey: true
                column 'account_id', integer, references: 'account(id)', onDelete: 'cascade'
            }
            createView 'dear', 'select id from account where net > 10'
            insert 'person', [id: 1]
            insert 'account', [id: 1, net: 5, owner_id: 1, code: '7'], [id: 2, net: 50, owner_id: null, code: '8']
            insert 'payment', [id: 1, account_id: 1], [id: 2, account_id: 2]
            """;

    private static final String REBUILD = """
            alterTable('account', recreate: 'always') {
                addColumn 'city', varchar(20), nullable: false, default: 'Bern', after: 'id'
                renameColumn 'code', to: 'number'
                alterColumn 'number', type: varchar(20)
                alterColumn 'gross', computed: 'net * 3'
                addUnique 'net', name: 'uq_net'
            }
            """;

    @TempDir
    Path folder;

    private void revision(String id, String down, String body) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        String header = "revision '" + id + "'" + (down.isEmpty() ? "" : ", down: '" + down + "'");
        Files.writeString(migrations.resolve(id + ".groovy"), header + "\nupgrade {\n" + body + "\n}\n");
    }

    private Configuration configuration(TestDatabase database) {
        return Limbeck.configure()
                .directory(folder)
                .url(database.url())
                .username(database.username())
                .password(database.password());
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("keeps its rows, what is computed of them, its constraints, and the rows that point at it")
    void keepsEverything(Databases kind) throws Exception {
        String position = kind == Databases.POSTGRESQL ? REBUILD.replace(", after: 'id'", "") : REBUILD;
        revision("a1", "", BEFORE);
        revision("b2", "a1", position);
        try (TestDatabase online = kind.fresh();
                TestDatabase offline = kind.fresh()) {
            configuration(online).load().upgrade();
            StringWriter script = new StringWriter();
            Limbeck.configure().directory(folder).dialect(kind.dialect()).load().sql("base:heads", script);
            kind.client()
                    .run(offline, Files.writeString(folder.resolve("up.sql"), script.toString()))
                    .orFail();
            for (TestDatabase database : new TestDatabase[] {online, offline}) {
                assertThat(rows(database, "select id, city, net, gross, owner_id, number from account order by id"))
                        .isEqualTo("1 Bern 5 15 1 7\n2 Bern 50 150 null 8\n");
                assertThat(rows(database, "select id, account_id from payment order by id"))
                        .isEqualTo("1 1\n2 2\n");
                assertThat(rows(database, "select id from dear")).isEqualTo("2\n");
                refuses(database, "insert into account (id, net, number) values (3, 5, '9')");
                refuses(database, "insert into account (id, net, number) values (3, 6, '7')");
                refuses(database, "insert into account (id, net, number) values (3, -6, '9')");
                refuses(database, "insert into payment (id, account_id) values (3, 99)");
                refuses(database, "insert into account (id, net, number, owner_id) values (3, 6, '9', 99)");
            }
            configuration(online).load().downgrade("a1");
            assertThat(rows(online, "select id, net, gross, owner_id, code from account order by id"))
                    .isEqualTo("1 5 10 1 7\n2 50 100 null 8\n");
            assertThat(rows(online, "select id, account_id from payment order by id"))
                    .isEqualTo("1 1\n2 2\n");
        }
    }

    private static void refuses(TestDatabase database, String statement) throws SQLException {
        try (Connection connection = enforcing(database);
                var sent = connection.createStatement()) {
            assertThatThrownBy(() -> sent.execute(statement)).isInstanceOf(SQLException.class);
        }
    }

    /** SQLite enforces foreign keys only where it is told to. */
    private static Connection enforcing(TestDatabase database) throws SQLException {
        Connection connection = database.connect();
        if (database.kind() == Databases.SQLITE) {
            try (var pragma = connection.createStatement()) {
                pragma.execute("PRAGMA foreign_keys = ON");
            }
        }
        return connection;
    }

    @ParameterizedTest
    @EnumSource(names = "DERBY", mode = EnumSource.Mode.EXCLUDE)
    @DisplayName("lets its identity go on where it stood")
    void keepsItsIdentity(Databases kind) throws Exception {
        revision("a1", "", """
                createTable('account') {
                    column 'id', integer, identity: true, primaryKey: true
                    column 'net', integer
                }
                insert 'account', [net: 1], [net: 2], [net: 3]
                """);
        revision("b2", "a1", """
                alterTable('account', recreate: 'always') { addColumn 'city', varchar(20) }
                insert 'account', [net: 4]
                """);
        try (TestDatabase database = kind.fresh()) {
            configuration(database).load().upgrade();
            assertThat(rows(database, "select id, net from account order by id"))
                    .isEqualTo("1 1\n2 2\n3 3\n4 4\n");
        }
    }

    @Test
    @DisplayName(
            "deletes no rows that point at it on a connection that enforces foreign keys, which it does again then")
    void firesNoActions() throws Exception {
        revision("a1", "", BEFORE);
        revision("b2", "a1", REBUILD);
        revision("c3", "b2", "delete 'account', where: 'id = 1'");
        try (TestDatabase database = Databases.SQLITE.fresh()) {
            Configuration enforced = configuration(database).connectionProperties(Map.of("foreign_keys", "true"));
            enforced.load().upgrade("b2");
            assertThat(rows(database, "select id from payment order by id")).isEqualTo("1\n2\n");
            MigrationReport rest = enforced.load().upgrade();
            assertThat(rest.steps()).hasSize(1);
            assertThat(rows(database, "select id from payment order by id")).isEqualTo("2\n");
        }
    }

    @Test
    @DisplayName("is refused in a caller's transaction that enforces foreign keys, before a row is lost")
    void isRefusedInAnEnforcingTransaction() throws Exception {
        revision("a1", "", BEFORE);
        revision("b2", "a1", REBUILD);
        try (TestDatabase database = Databases.SQLITE.fresh()) {
            configuration(database).load().upgrade("a1");
            try (Connection connection = enforcing(database)) {
                connection.setAutoCommit(false);
                Limbeck joined = Limbeck.configure()
                        .directory(folder)
                        .connection(connection)
                        .load();
                assertThatThrownBy(joined::upgrade).hasMessageContaining("foreign keys are enforced");
                connection.rollback();
            }
            assertThat(rows(database, "select id from payment order by id")).isEqualTo("1\n2\n");
        }
    }

    @Test
    @DisplayName("tells the row that breaks a new foreign key, and the value that is no number")
    void tellsWhatDoesNotFit() throws Exception {
        revision("a1", "", """
                createTable('person') { column 'id', integer, primaryKey: true }
                createTable('account') { column 'owner_id', integer; column 'age', varchar(10) }
                insert 'account', [owner_id: 5, age: 'old']
                """);
        revision("b2", "a1", "addForeignKey 'account', 'owner_id', references: 'person(id)'");
        try (TestDatabase database = Databases.SQLITE.fresh()) {
            assertThatThrownBy(() -> configuration(database).load().upgrade())
                    .hasMessageContaining("row 1 of account points at no row of person");
            revision("b2", "a1", "alterColumn 'account', 'age', type: integer");
            assertThatThrownBy(() -> configuration(database).load().upgrade())
                    .hasMessageContaining("column age of account holds what is no number: old");
            assertThat(rows(database, "select age from account")).isEqualTo("old\n");
        }
    }

    @Test
    @DisplayName("warns of triggers that raw SQL may have hung on it")
    void warnsOfTriggers() throws Exception {
        revision("a1", "", """
                createTable('account') { column 'id', integer, primaryKey: true }
                execute 'create trigger tr after insert on account begin select 1; end', reverse: 'drop trigger tr'
                """);
        revision("b2", "a1", "addColumn 'account', 'number', integer, unique: true");
        try (TestDatabase database = Databases.SQLITE.fresh()) {
            assertThat(configuration(database).load().upgrade().warnings())
                    .singleElement()
                    .asString()
                    .contains("b2.groovy:3")
                    .contains("table 'account' is made anew; triggers");
        }
    }

    @Test
    @DisplayName("goes on where it was stopped, on a database that cannot roll it back")
    void goesOn() throws Exception {
        revision("a1", "", """
                createTable('account') { column 'id', integer, primaryKey: true; column 'age', integer }
                insert 'account', [id: 1, age: null]
                """);
        revision("b2", "a1", "alterTable('account', recreate: 'always') { alterColumn 'age', nullable: false }");
        try (TestDatabase database = Databases.H2.fresh()) {
            assertThatThrownBy(() -> configuration(database).load().upgrade())
                    .hasMessageContaining("1 of 5 statements");
            database.execute("update account set age = 7");
            configuration(database).load().upgrade();
            assertThat(rows(database, "select id, age from account")).isEqualTo("1 7\n");
            refuses(database, "insert into account (id) values (2)");
        }
    }

    private static String rows(TestDatabase database, String query) throws SQLException {
        try (Connection connection = database.connect();
                var statement = connection.createStatement();
                var row = statement.executeQuery(query)) {
            StringBuilder text = new StringBuilder();
            while (row.next()) {
                for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                    text.append(i == 1 ? "" : " ").append(row.getString(i));
                }
                text.append('\n');
            }
            return text.toString();
        }
    }
}
