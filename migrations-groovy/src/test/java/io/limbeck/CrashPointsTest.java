package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.environment.TransactionMode;
import io.limbeck.revision.Direction;
import io.limbeck.sql.Statement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sends the first statements of a plan, as many as a killed run had sent, and lets a second run go on. */
@DisplayName("A run that ends anywhere")
class CrashPointsTest {

    /** Every how many-th point is tried; {@code -Dcrash.step=1} tries all. */
    private static final int STEP = Integer.getInteger("crash.step", 5);

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void scripts() {
        project = new Project(folder)
                .revision("a1", "", """
                    createTable('person') {
                        column 'id', integer, primaryKey: true
                        column 'name', varchar(40)
                        column 'born', date
                        check 'id > 0', name: 'ck_person_id'
                        index 'name'
                        index 'born'
                    }
                    insert 'person', [id: 1, name: 'Ada'], [id: 2, name: 'Brian']
                """)
                .revision("b2", "a1", """
                    createTable('team') {
                        column 'id', integer, primaryKey: true
                        column 'lead', integer, references: 'person(id)'
                    }
                    addColumn 'person', 'email', varchar(80), unique: true
                    addColumn 'person', 'age', integer, nullable: false, default: 7
                    execute "update person set email = name || '@example.org'", reverse: "update person set email = 'nobody' || name"
                    alterColumn 'person', 'email', nullable: false
                    alterColumn 'person', 'name', type: varchar(60), nullable: false
                    renameColumn 'person', 'born', to: 'birthday'
                    createSequence 'ticket', start: 10
                    createView 'leaders', 'select id from team'
                    createIndex 'person', ['age', 'name'], name: 'ix_age'
                    insert 'team', [id: 1, lead: 1]
                    dropColumn 'person', 'age'
                """)
                .revision("c3", "b2", """
                    addUnique 'team', 'lead', name: 'uq_lead'
                    dropPrimaryKey 'team'
                    alterTable('team', recreate: 'always') {
                        addColumn 'motto', varchar(20), nullable: false, default: 'go'
                    }
                    dropView 'leaders'
                    renameTable 'team', to: 'crew'
                """);
    }

    @ParameterizedTest
    @CsvSource({"H2,PER_REVISION", "DERBY,NONE"})
    @DisplayName("is finished by the next one, upward and downward")
    void everywhere(Memory.Kind kind, TransactionMode mode) throws SQLException {
        Memory database = kind.fresh();
        Limbeck limbeck = project.on(database).transaction(mode).load();
        limbeck.upgrade("heads");
        String migrated = state(database);
        limbeck.downgrade("base");
        String empty = state(database);
        for (int sent = 0; sent <= sent(limbeck, Direction.UPGRADE, "heads", database, sent); sent += STEP) {
            limbeck.upgrade("heads");
            assertThat(state(database)).as("upward after " + sent).isEqualTo(migrated);
            limbeck.downgrade("base");
        }
        limbeck.upgrade("heads");
        for (int sent = 0; sent <= sent(limbeck, Direction.DOWNGRADE, "base", database, sent); sent += STEP) {
            limbeck.downgrade("base");
            assertThat(state(database)).as("downward after " + sent).isEqualTo(empty);
            limbeck.upgrade("heads");
        }
        database.drop();
    }

    /** Sends so many statements of a plan, and tells how long it is. */
    private static int sent(Limbeck limbeck, Direction direction, String target, Memory database, int count)
            throws SQLException {
        List<Statement> plan = limbeck.plan(direction, target).statements().toList();
        if (count <= plan.size()) {
            send(database, plan.subList(0, count));
        }
        return plan.size();
    }

    /** Sends statements as an executor does; what is not committed at the end is rolled back, as a server does. */
    private static void send(Memory database, List<Statement> statements) throws SQLException {
        try (Connection connection = database.connect();
                java.sql.Statement sql = connection.createStatement()) {
            for (Statement statement : statements) {
                if (statement instanceof Statement.Begin) {
                    connection.setAutoCommit(false);
                } else if (statement instanceof Statement.Commit) {
                    connection.commit();
                    connection.setAutoCommit(true);
                } else if (statement instanceof Statement.Sql plain) {
                    sql.execute(plain.text());
                }
            }
            if (!connection.getAutoCommit()) {
                connection.rollback();
            }
        }
    }

    private static String state(Memory database) throws SQLException {
        String versions = database.versions() + "\n"
                + database.rows("select revision from db_version where journal is not null") + "\n";
        if (database.url().contains(":h2:")) {
            return versions
                    + database.rows("script nopasswords nosettings")
                            .lines()
                            .filter(line -> !line.contains("DB_VERSION") && !line.startsWith("("))
                            .map(line -> line.replaceAll(" SELECTIVITY \\d+", ""))
                            .collect(Collectors.joining("\n"));
        }
        return versions + database.tables() + "\n"
                + database.rows("select t.tablename, c.columnname, cast(c.columndatatype as varchar(100))"
                        + " from sys.syscolumns c join sys.systables t on t.tableid = c.referenceid"
                        + " where t.tabletype = 'T' order by 1, 2")
                + "\n" + database.rows("select constraintname, type from sys.sysconstraints order by 1");
    }
}
