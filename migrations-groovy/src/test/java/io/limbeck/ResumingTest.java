package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A revision that is half-way")
class ResumingTest {

    private static final String BEGINNING = """
                createTable('u') { column 'id', integer }
                createTable('v') { column 'id', integer }
            """;

    @TempDir
    Path folder;

    private final Memory database = Memory.h2();
    private Project project;

    @BeforeEach
    void failsBehindTwoStatements() {
        project = new Project(folder);
        b2(BEGINNING + "    execute 'create table u (id integer)'\n");
        assertThatThrownBy(() -> project.on(database).load().upgrade("heads"))
                .hasMessageContaining("2 of 3 statements of b2 stay done");
    }

    @AfterEach
    void drop() throws SQLException {
        database.drop();
    }

    private void b2(String body) {
        project.revision("b2", "", body);
    }

    private void goesOn() throws SQLException {
        project.on(database).load().upgrade("heads");
        assertThat(database.rows("select status, journal from db_version")).isEqualTo("applied|null");
    }

    private void isRefused(String... words) {
        assertThatThrownBy(() -> project.on(database).load().upgrade("heads"))
                .isInstanceOf(LimbeckException.class)
                .message()
                .contains(words);
    }

    @Test
    void goesOnWithWhatIsMendedBehind() throws SQLException {
        b2(BEGINNING + "    execute 'create table w (id integer)'\n    createTable('x') { column 'id', integer }\n");
        goesOn();
        assertThat(database.tables()).isEqualTo("db_version u v w x");
        assertThat(database.versions()).isEqualTo("b2 applied 4/4");
    }

    @Test
    void goesOnWhereTheRestIsGone() throws SQLException {
        b2(BEGINNING);
        goesOn();
        assertThat(database.versions()).isEqualTo("b2 applied 2/2");
    }

    @Test
    void doesNotMindFormatting() throws SQLException {
        b2("""
                // the same
                createTable 'u', {
                    column('id', integer)
                }

                createTable('v') { column 'id', integer, nullable: true }
                """);
        goesOn();
    }

    @Test
    void isRefusedWhereWhatHasRunWasChanged() {
        b2("""
                createTable('u') { column 'id', integer }
                createTable('v') { column 'id', bigint }
                """);
        isRefused("""
                b2.groovy:4:1: statement 2 of b2 has run, but the script says something else there now
                    createTable('v') { column 'id', bigint }
                    ^
                  | CREATE TABLE v (
                  |     id BIGINT
                  | )
                  The first 2 statements have run already; behind them the script may change.
                  Put back what has run. Or undo it and begin anew: `mvn db:repair -Ddb.undo=true` with the script as it was.
                  If the database has what the script says now: `mvn db:repair`.""");
    }

    @Test
    void isRefusedWhereSomethingWasPutInBeforeTheEnd() {
        b2("    createTable('x') { column 'id', integer }\n" + BEGINNING);
        isRefused("b2.groovy:3:5: statement 1 of b2 is new, but stands before some that have run");
    }

    @Test
    void isRefusedWhereWhatHasRunWasTakenOut() {
        b2("    createTable('v') { column 'id', integer }\n");
        isRefused("b2.groovy: statement 1 of b2 has run, but the script does not have it any more");
        b2("    createTable('u') { column 'id', integer }\n");
        isRefused("b2.groovy: statement 2 of b2 has run, but the script does not have it any more");
    }

    @Test
    void asksHowRawSqlWentThatNobodyHasHeardOf() throws SQLException {
        database.execute("update db_version set journal = journal || ' >' || '"
                + "0000'"); // as left by a run that was killed with another script
        isRefused(
                "b2.groovy:5:5: statement 3 of b2 was being run when the earlier run ended, and the script says"
                        + " something else there now",
                "`mvn db:repair -Ddb.assume=applied`",
                "`mvn db:repair -Ddb.assume=notApplied`");
    }

    @Test
    void showsWhatIsWrongWithACallThatWasEdited() throws SQLException {
        Memory other = Memory.h2();
        b2("    data { sql -> sql.execute 'create table d (id integer)' }\n    execute 'nonsense'\n");
        assertThatThrownBy(() -> project.on(other).load().upgrade("heads")).hasMessageContaining("1 of 2 statements");
        b2("    data { sql ->\n // same\n        sql.execute('create table d (id integer)') }\n");
        isRefusedOn(other);
        b2("    data { sql -> sql.execute 'create table e (id integer)' }\n");
        isRefusedOn(other);
        b2("    data   { sql   -> sql.execute 'create table d (id integer)' }\n");
        project.on(other).load().upgrade("heads");
        other.drop();
    }

    @Test
    void tellsTheSessionAgainWhatItWasTold() throws SQLException {
        Memory other = Memory.h2();
        String told = """
                execute "set @answer = 42"
                createTable('u') { column 'id', integer }
            """;
        b2(told + "    execute 'nonsense'\n");
        assertThatThrownBy(() -> project.on(other).load().upgrade("heads")).hasMessageContaining("2 of 3 statements");
        b2(told + "    execute 'insert into u values (@answer)'\n");
        project.on(other).load().upgrade("heads");
        assertThat(other.rows("select id from u")).isEqualTo("42");
        other.drop();
    }

    private void isRefusedOn(Memory other) {
        assertThatThrownBy(() -> project.on(other).load().upgrade("heads"))
                .hasMessageContaining("statement 1 of b2 has run, but the script says something else there now");
    }
}
