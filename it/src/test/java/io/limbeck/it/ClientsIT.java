package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each database's own client runs scripts as it does for users, and a failed script is seen to have failed. */
class ClientsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void aScriptIsRun(Databases kind) throws SQLException, IOException {
        try (var database = kind.fresh()) {
            var script = script("""
                    -- a comment; with a semicolon
                    create table t(id integer, name varchar(20), secret varchar(20));
                    insert into t values (2, 'it''s; so', 'x');
                    insert into t values (1, null, 'y');
                    """);

            database.kind().client().run(database, script).orFail();

            try (var connection = database.connect()) {
                assertThat(Rows.dump(connection, "t", "SECRET")).isEqualTo("id=1 | name=null\nid=2 | name=it's; so\n");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void anErrorInAScriptIsReported(Databases kind) throws SQLException, IOException {
        try (var database = kind.fresh()) {
            var script = script("create table t(id integer);\ninsert into nowhere values (1);\n");

            var outcome = kind.client().run(database, script);

            assertThat(outcome.succeeded()).isFalse();
            assertThat(outcome.output()).containsIgnoringCase("nowhere");
        }
    }

    @ParameterizedTest
    @EnumSource(Databases.class)
    void databasesKnowNothingOfEachOther(Databases kind) throws SQLException {
        try (var one = kind.fresh();
                var other = kind.fresh()) {
            one.execute("create table t(id integer)");
            other.execute("create table t(id integer)", "insert into t values (1)");
            try (var connection = one.connect()) {
                assertThat(Rows.dump(connection, "t")).isEmpty();
            }
        }
    }

    private Path script(String text) throws IOException {
        return Files.writeString(folder.resolve("script.sql"), text);
    }
}
