package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import io.limbeck.revision.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("An idempotent script, run by the database's own client")
class IdempotentScriptsIT {

    /** Databases whose client and whose SQL have nothing to make a statement depend on a condition. */
    private static final List<Databases> WITHOUT = List.of(Databases.DERBY);

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("brings a database in any state to the heads, and to the base, and does nothing the second time")
    void fromAnyState(Databases kind) throws Exception {
        try (var reference = kind.fresh()) {
            var expected = project(reference);
            if (WITHOUT.contains(kind)) {
                assertThatThrownBy(() -> expected.idempotentSql(Direction.UPGRADE, "base:heads"))
                        .isInstanceOf(LimbeckException.class)
                        .hasMessageContaining("only where a condition holds")
                        .hasMessageContaining("-Ddb.target=from:to");
                return;
            }
            var up = expected.idempotentSql(Direction.UPGRADE, "base:heads");
            var down = expected.idempotentSql(Direction.DOWNGRADE, "heads:base");
            expected.limbeck().upgrade();
            for (var start : List.of("base", "a1", "b2", "heads")) {
                try (var database = kind.fresh()) {
                    var project = new Project(folder, database);
                    if (!start.equals("base")) {
                        project.limbeck().upgrade(start);
                    }
                    for (var times = 0; times < 2; times++) {
                        project.runByClient(up).orFail();
                        assertThat(state(project)).as("from %s", start).isEqualTo(state(expected));
                    }
                    project.limbeck().downgrade(start.equals("heads") ? "b2" : start);
                    for (var times = 0; times < 2; times++) {
                        project.runByClient(down).orFail();
                        assertThat(project.catalogue().text()).isEmpty();
                        assertThat(project.rows("db_version where revision not like 'repeatable:%'"))
                                .isEmpty();
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("goes on where it failed, or from the beginning of the revision where that was rolled back")
    void afterAFailure(Databases kind) throws Exception {
        if (WITHOUT.contains(kind)) {
            return;
        }
        try (var database = kind.fresh();
                var reference = kind.fresh()) {
            var project = project(database);
            var expected = new Project(folder, reference);
            expected.limbeck().upgrade();
            var up = project.idempotentSql(Direction.UPGRADE, "base:heads");
            database.execute("create table obstacle (id integer)");

            var outcome = project.runByClient(up);
            assertThat(outcome.succeeded()).isFalse();
            assertThat(outcome.output()).containsIgnoringCase("obstacle");
            database.execute("drop table obstacle");
            project.runByClient(up).orFail();

            assertThat(state(project)).isEqualTo(state(expected));
        }
    }

    private static String state(Project project) throws Exception {
        return project.catalogue().text() + project.rows("account") + project.rows("log") + project.versionRows();
    }

    private Project project(TestDatabase database) throws Exception {
        var project = new Project(folder, database);
        var migrations = Files.createDirectories(project.migrations());
        Files.writeString(migrations.resolve("a1.groovy"), """
                revision 'a1', message: "it's the first"

                upgrade {
                    createTable('account') {
                        column 'id', integer, primaryKey: true
                        column 'name', varchar(80)
                    }
                    createTable('log') { column 'line', varchar(80) }
                    insert 'account', [id: 1, name: "it's \\$sql\\$ \\$block\\$; -- me"], [id: 2, name: 'two\\nlines']
                    insert 'account', csv: 'rows.csv'
                }
                """);
        var rows = new StringBuilder("id,name\n");
        for (var i = 1000; i < 1450; i++) {
            rows.append(i).append(",row ").append(i).append('\n');
        }
        Files.writeString(migrations.resolve("rows.csv"), rows.toString());
        Files.writeString(migrations.resolve("b2.sql"), """
                -- revision: b2
                -- down: a1
                -- upgrade
                insert into log values ('once; only'); -- ends in a comment
                create table obstacle (id integer);
                insert into log values ('after') -- no semicolon
                -- downgrade
                drop table obstacle;
                delete from log;
                """);
        Files.writeString(migrations.resolve("c3.groovy"), """
                revision 'c3', down: 'b2'

                upgrade {
                    createIndex 'account', 'name', concurrently: true
                    addColumn 'account', 'email', varchar(80)
                }
                """);
        Files.writeString(migrations.resolve("r.groovy"), """
                repeatable 'lines'

                upgrade {
                    execute "insert into log values ('repeated')"
                }
                """);
        return project;
    }
}
