package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Configuration;
import io.limbeck.MigrationReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("On MariaDB and MySQL, a run")
class InnoDbIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    @DisplayName("that fails keeps what DDL has committed, and goes on behind it")
    void goesOn(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            revision("a1", "", "createTable('t') { column 'id', integer, primaryKey: true }");
            revision("b2", "a1", """
                    addColumn 't', 'a', integer
                    insert 't', [id: 1]
                    insert 't', [id: 1]
                    createIndex 't', 'a', name: 'ix', concurrently: true
                    """);
            assertThatThrownBy(() -> project(database).limbeck().upgrade("heads"))
                    .hasMessageContaining("Duplicate entry '1'")
                    .hasMessageContaining("Committed before it: a1.\n  2 of 4 statements of b2 stay done");
            assertThat(versions(database)).isEqualTo("a1 1 1 applied\nb2 4 2 running");
            revision("b2", "a1", """
                    addColumn 't', 'a', integer
                    insert 't', [id: 1]
                    insert 't', [id: 2]
                    createIndex 't', 'a', name: 'ix', concurrently: true
                    """);
            project(database).limbeck().upgrade("heads");
            assertThat(versions(database)).isEqualTo("a1 1 1 applied\nb2 4 4 applied");
            project(database).limbeck().downgrade("base");
            assertThat(project(database).catalogue().text()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    @DisplayName("waits for another one on its database, tells who that is, and not for one on another database")
    void locks(Databases kind) throws Exception {
        try (var database = kind.fresh();
                var other = kind.fresh()) {
            revision("a1", "", "createTable('t') { column 'id', integer, primaryKey: true }");
            var held = new HeldRun();
            CompletableFuture<MigrationReport> first =
                    configuration(database).progress(held).load().upgradeAsync("heads");
            held.awaitBegin();
            assertThatThrownBy(() -> configuration(database)
                            .lockTimeout(Duration.ZERO)
                            .load()
                            .upgrade("heads"))
                    .hasMessageMatching(
                            "(?s)another migrator holds the lock of db_version: tester from .*connection .*");
            assertThat(configuration(other).load().upgrade("heads").steps()).hasSize(1);
            held.release();
            assertThat(first.get().steps()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    @DisplayName("racing with others does everything once")
    void races(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            revision("a1", "", "createTable('t') { column 'id', integer, primaryKey: true }");
            revision("b2", "a1", "insert 't', [id: 1]");
            List<CompletableFuture<MigrationReport>> runs = new ArrayList<>();
            for (var i = 0; i < 4; i++) {
                runs.add(configuration(database).load().upgradeAsync("heads"));
            }
            var steps = 0;
            for (var run : runs) {
                steps += run.get().steps().size();
            }
            assertThat(steps).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    @DisplayName("on a table that raw SQL made keeps all of a column but what it changes")
    void asksTheDatabase(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            revision("a1", "", """
                    execute \"\"\"create table raw_made (
                        id int unsigned auto_increment primary key,
                        name varchar(20) collate utf8mb4_bin not null default 'its' comment 'who',
                        mood enum('sad', 'ok') default 'ok',
                        flag tinyint(1) default 1,
                        seen datetime(3) default current_timestamp(3) on update current_timestamp(3),
                        code varchar(40) default (uuid()))\"\"\"
                    """);
            revision("b2", "a1", """
                    alterColumn 'raw_made', 'id', comment: 'x'
                    alterColumn 'raw_made', 'name', nullable: true
                    alterColumn 'raw_made', 'mood', comment: 'x'
                    alterColumn 'raw_made', 'flag', comment: 'x'
                    alterColumn 'raw_made', 'seen', comment: 'x'
                    alterColumn 'raw_made', 'code', comment: 'x'
                    """);
            project(database).limbeck().upgrade("a1");
            var before = project(database).catalogue().text();
            project(database).limbeck().upgrade("b2");
            assertThat(project(database).catalogue().text().replace(" comment 'x'", ""))
                    .isEqualTo(before.replace(" not null default", " default"));
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    @DisplayName("goes by the server that it finds, not by the URL that led there")
    void realServer(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            revision(
                    "a1",
                    "",
                    "createTable('t') { column 'id', uuid, primaryKey: true }\n"
                            + "insert 't', csv: 'rows.csv'\nexecute 'insert into t values (:id)',"
                            + " [id: UUID.fromString('00000000-0000-0000-0000-00000000002b')]");
            Files.writeString(folder.resolve("migrations/rows.csv"), "id\n00000000-0000-0000-0000-00000000002a\n");
            var crossed = database.url().startsWith("jdbc:mysql:")
                    ? database.url().replace("jdbc:mysql:", "jdbc:mariadb:")
                    : database.url().replace("jdbc:mariadb:", "jdbc:mysql:");
            configuration(database).url(crossed).load().upgrade("heads");
            assertThat(project(database).catalogue().text())
                    .contains(kind == Databases.MARIADB ? "column id uuid" : "column id char(36)");
            assertThat(project(database).rows("t"))
                    .isEqualTo("id=00000000-0000-0000-0000-00000000002a\nid=00000000-0000-0000-0000-00000000002b\n");
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    @DisplayName("sends literals that mean the same whatever sql_mode is")
    void literals(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            revision("a1", "", """
                    createTable('order') {
                        column 'id', integer, primaryKey: true
                        column 'select', varchar(40), default: 'C:\\\\new'
                    }
                    insert 'order', [id: 1, select: 'a\\\\b\\'c']
                    insert 'order', [id: 2]
                    """);
            for (var mode : List.of("", "NO_BACKSLASH_ESCAPES,ANSI_QUOTES,PIPES_AS_CONCAT")) {
                var url = database.url() + "?sessionVariables=sql_mode='" + mode + "'";
                configuration(database).url(url).load().upgrade("heads");
                try (Connection connection = database.connect()) {
                    assertThat(Rows.dump(connection, "`order`"))
                            .isEqualTo("id=1 | select=a\\b'c\nid=2 | select=C:\\new\n");
                }
                configuration(database).url(url).load().downgrade("base");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "MYSQL"})
    @DisplayName("with a wrong password says so and shows none")
    void wrongPassword(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            revision("a1", "", "createTable('t') { column 'id', integer, primaryKey: true }");
            assertThatThrownBy(() ->
                            configuration(database).password("s3cret").load().upgrade("heads"))
                    .hasMessageContaining("Access denied for user 'tester'")
                    .hasMessageContaining("Check 'username' and 'password'")
                    .hasMessageNotContaining("s3cret");
        }
    }

    private Project project(TestDatabase database) {
        return new Project(folder, database);
    }

    private Configuration configuration(TestDatabase database) {
        return project(database).configuration();
    }

    private void revision(String id, String down, String body) throws IOException {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        String header = "revision '" + id + "'" + (down.isEmpty() ? "" : ", down: '" + down + "'");
        Files.writeString(migrations.resolve(id + ".groovy"), header + "\nupgrade {\n" + body + "\n}\n");
    }

    private static String versions(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            return Rows.dump(
                            connection,
                            "db_version",
                            "applied_at",
                            "applied_by",
                            "duration_ms",
                            "checksum",
                            "journal",
                            "message",
                            "script")
                    .replace("revision=", "")
                    .replaceAll(" \\| [a-z_]+=", " ")
                    .strip();
        }
    }
}
