package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.revision.Direction;
import io.limbeck.sql.Statement;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A repair")
class RepairTest {

    private static final String BODY = """
                addColumn 't', 'a', integer, unique: true
                insert 't', [id: 1, a: 5]
                createTable('u') { column 'id', integer }
                insert 'u', [id: 7]
                execute 'create alias twice for "java.lang.Math.abs(int)"', reverse: 'drop alias twice'
                createTable('v') { column 'id', integer }
            """;

    @TempDir
    Path folder;

    private final Memory database = Memory.h2();
    private Project project;

    @BeforeEach
    void scripts() {
        project = new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }");
        project.revision("b2", "a1", BODY);
    }

    @AfterEach
    void drop() throws SQLException {
        database.drop();
    }

    private Limbeck limbeck() {
        return project.on(database).load();
    }

    /** Leaves behind what a run does that is killed when it has sent so many statements of b2. */
    private void killed(int sent) throws SQLException {
        limbeck().upgrade("a1");
        send(limbeck().plan(Direction.UPGRADE, "heads").statements().toList().subList(0, sent));
    }

    private void send(List<Statement> statements) throws SQLException {
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

    private int position(String text) {
        List<Statement> plan =
                limbeck().plan(Direction.UPGRADE, "heads").statements().toList();
        for (int i = 0; i < plan.size(); i++) {
            if (plan.get(i) instanceof Statement.Sql sql && sql.text().contains(text)) {
                return i;
            }
        }
        throw new IllegalArgumentException(text);
    }

    private static List<String> facts(RepairReport report) {
        return report.mended().stream()
                .map(mended -> mended.revision() + " " + mended.kind() + " " + mended.fact())
                .toList();
    }

    @Test
    void hasNothingToDoWhereNothingIsWrong() {
        assertThat(facts(limbeck().repair())).isEmpty();
        limbeck().upgrade("heads");
        assertThat(facts(limbeck().repair())).isEmpty();
        assertThatThrownBy(() -> limbeck().repair(Repair.UNDO)).hasMessageContaining("no revision is half-way");
        assertThatThrownBy(() -> limbeck().repair(Repair.ASSUME_APPLIED))
                .hasMessageContaining("no revision is half-way");
    }

    @Test
    void acceptsChangedScripts() throws SQLException {
        limbeck().upgrade("heads");
        project.revision("a1", "", "    createTable('t') { column 'id', bigint, primaryKey: true }");
        assertThatThrownBy(() -> limbeck().validate()).hasMessageContaining("'a1' has changed since it was applied");
        assertThat(facts(limbeck().repair()))
                .containsExactly("a1 ACCEPTED what a1.groovy says now counts as what was applied");
        assertThat(limbeck().validate().databaseAsked()).isTrue();
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied " + size());
    }

    private String size() throws SQLException {
        String count = database.rows("select statements from db_version where revision = 'b2'");
        return count + "/" + count;
    }

    @Test
    void takesTheUsersWordForWhatNobodyCanKnow() throws SQLException {
        limbeck().upgrade("a1");
        int alias = position("create alias");
        killed(alias + 1);
        assertThatThrownBy(() -> limbeck().upgrade("heads")).hasMessageContaining("-Ddb.assume=applied");
        assertThat(facts(limbeck().repair(Repair.ASSUME_APPLIED)))
                .hasSize(1)
                .first()
                .asString()
                .contains("counts as done");
        limbeck().upgrade("heads");
        assertThat(database.tables()).isEqualTo("db_version t u v");

        limbeck().downgrade("a1");
        killed(alias);
        assertThatThrownBy(() -> limbeck().upgrade("heads")).hasMessageContaining("-Ddb.assume=notApplied");
        assertThat(facts(limbeck().repair(Repair.ASSUME_NOT_APPLIED))).hasSize(1);
        assertThatThrownBy(() -> limbeck().repair(Repair.ASSUME_NOT_APPLIED))
                .hasMessageContaining("how the last one went is known");
        limbeck().upgrade("heads");
        assertThat(database.tables()).isEqualTo("db_version t u v");
        assertThat(database.rows("select twice(-3)")).isEqualTo("3");
    }

    @Test
    void takesBackWhatIsDoneWhereverTheRunEnded() throws SQLException {
        limbeck().upgrade("a1");
        database.execute("insert into t values (99)");
        String before = state();
        int alias = position("create alias");
        int length = (int) limbeck().plan("heads").statements().count();
        for (int sent = 2; sent < length; sent++) {
            killed(sent);
            if (sent == alias || sent == alias + 1) {
                limbeck().repair(sent == alias ? Repair.ASSUME_NOT_APPLIED : Repair.ASSUME_APPLIED);
            }
            RepairReport report = limbeck().repair(Repair.UNDO);
            assertThat(report.mended()).as("after %s statements", sent).hasSize(1);
            assertThat(state()).as("after %s statements", sent).isEqualTo(before);
        }
    }

    @Test
    void takesBackATableThatIsBeingMadeAnewWhereverThatEnded() throws SQLException {
        project.revision("a1", "", """
                    createTable('t') {
                        column 'id', integer, primaryKey: true
                        column 'a', integer
                    }
                    createTable('child') {
                        column 'id', integer, primaryKey: true
                        column 't_id', integer, references: 't(id)'
                    }
                    createView 'seen', 'select id from t'
                """);
        project.revision("b2", "a1", """
                    alterTable('t', recreate: 'always') {
                        alterColumn 'a', type: bigint, nullable: false
                        addUnique 'a', name: 'uq_a'
                        addColumn 'b', varchar(20), default: 'new'
                        createIndex 'b', name: 'ix_b'
                    }
                    createTable('u') { column 'id', integer }
                """);
        limbeck().upgrade("a1");
        database.execute("insert into t values (1, 5), (2, 6)");
        database.execute("insert into child values (1, 1)");
        String before = state() + database.rows("select * from child") + database.rows("select * from seen");
        int length = (int) limbeck().plan("heads").statements().count();
        for (int sent = 2; sent < length; sent++) {
            killed(sent);
            limbeck().repair(Repair.UNDO);
            assertThat(state() + database.rows("select * from child") + database.rows("select * from seen"))
                    .as("after %s statements", sent)
                    .isEqualTo(before);
        }
    }

    @Test
    void isFollowedByNothingElseWhereAnUndoDidNotEnd() throws SQLException {
        String body = """
                    createTable('u') { column 'id', integer }
                    execute 'create table w (id integer)', reverse: 'drop table nothing'
                    execute 'nonsense'
                """;
        project.revision("b2", "a1", body);
        assertThatThrownBy(() -> limbeck().upgrade("heads")).hasMessageContaining("nonsense");
        assertThatThrownBy(() -> limbeck().repair(Repair.UNDO))
                .hasMessageContaining("run: mvn db:repair -Ddb.undo=true");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 undoing 0/2");
        assertThatThrownBy(() -> limbeck().upgrade("heads")).message().isEqualTo("""
                revision 'b2' is half undone: 0 of 2 statements that take it back are done (undoing)
                  Finish it first with mvn db:repair -Ddb.undo=true.""");
        assertThatThrownBy(() -> limbeck().downgrade("base")).hasMessageContaining("half undone");
        assertThatThrownBy(() -> limbeck().stamp("a1")).hasMessageContaining("half undone");
        assertThatThrownBy(() -> limbeck().validate()).hasMessageContaining("Let the undo end");
        assertThat(facts(limbeck().repair())).isEmpty();

        project.revision("b2", "a1", body.replace("'u'", "'z'"));
        assertThatThrownBy(() -> limbeck().repair(Repair.UNDO))
                .hasMessageContaining("the script of 'b2' has changed since its undo began");
        project.revision("b2", "a1", body.replace("drop table nothing", "drop table w"));
        assertThat(facts(limbeck().repair(Repair.UNDO))).containsExactly("b2 UNDONE what was done of it is taken back");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1");
        assertThat(database.tables()).isEqualTo("db_version t");
    }

    @Test
    void takesNothingBackThatHasNoInverse() throws SQLException {
        project.revision("b2", "a1", """
                    createTable('u') { column 'id', integer }
                    insert 't', [id: 1]
                    execute 'update t set id = 2'
                    createTable('v') { column 'id', integer }
                """);
        limbeck().upgrade("a1");
        killed(position("CREATE TABLE v"));
        assertThatThrownBy(() -> limbeck().repair(Repair.UNDO))
                .hasMessageStartingWith("b2.groovy:5:5: this cannot be undone: ");
        assertThat(database.tables()).isEqualTo("db_version t u");
    }

    @Test
    void removesTheRowOfWhatWasBegunInVain() throws SQLException {
        project.revision("b2", "a1", "    execute 'nonsense'");
        assertThatThrownBy(() -> limbeck().upgrade("heads")).hasMessageContaining("b2.groovy:3:5");
        assertThat(facts(limbeck().repair())).containsExactly("b2 REMOVED its row is gone, as nothing of it was done");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1");
    }

    @Test
    void acceptsWhatAHalfWayScriptSaysNow() throws SQLException {
        limbeck().upgrade("a1");
        killed(position("CREATE TABLE v"));
        project.revision("b2", "a1", BODY.replace("id: 7", "id: 8"));
        assertThatThrownBy(() -> limbeck().upgrade("heads"))
                .hasMessageContaining("has run, but the script says something");
        assertThat(facts(limbeck().repair())).hasSize(1).first().asString().contains("counts as the");
        limbeck().upgrade("heads");
        assertThat(database.rows("select id from u")).isEqualTo("7");
        assertThat(database.tables()).isEqualTo("db_version t u v");
    }

    private String state() throws SQLException {
        return database.versions() + "\n" + database.tables() + "\n" + database.rows("select * from t") + "\n"
                + database.rows("select index_name from information_schema.indexes where table_name <> 'DB_VERSION'"
                        + " and index_name not like 'PRIMARY%'"
                        + " order by 1")
                + database.rows("select routine_name from information_schema.routines");
    }
}
