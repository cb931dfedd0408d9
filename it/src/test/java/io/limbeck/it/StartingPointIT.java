package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.revision.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A written script, run by the database's own client")
class StartingPointIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("changes nothing in a database that stands above its start, and says so")
    void above(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            var project = project(database);
            project.runByClient(Direction.UPGRADE, "base:b2");
            refused(project, Direction.UPGRADE, "base:b2", "starts from base");
            refused(project, Direction.UPGRADE, "a1:heads", "starts from a1");
            refused(project, Direction.DOWNGRADE, "heads:base", "starts from c3");
            project.runByClient(Direction.UPGRADE, "b2:heads");
            project.runByClient(Direction.DOWNGRADE, "heads:base");
            assertThat(project.catalogue().text()).isEmpty();
            project.limbeck().upgrade();
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("changes nothing in a database that is empty, though the script starts further up")
    void below(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            var project = project(database);
            var outcome = project.runByClient(project.sql(Direction.UPGRADE, "a1:heads"));
            assertThat(outcome.succeeded()).isFalse();
            assertThat(outcome.output()).containsIgnoringCase("db_version");
            assertThat(project.catalogue().text()).isEmpty();
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "DERBY")
    @DisplayName("from the base takes an empty version table for none")
    void emptied(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            var project = project(database);
            project.runByClient(Direction.UPGRADE, "base:heads");
            project.runByClient(Direction.DOWNGRADE, "heads:base");
            project.runByClient(Direction.UPGRADE, "base:heads");
            assertThat(project.limbeck().upgrade().isEmpty()).isTrue();
        }
    }

    private void refused(Project project, Direction direction, String range, String words) throws Exception {
        var before = project.catalogue().text() + project.versionRows();
        var outcome = project.runByClient(project.sql(direction, range));
        assertThat(outcome.succeeded()).isFalse();
        assertThat(outcome.output()).contains(words);
        assertThat(project.catalogue().text() + project.versionRows()).isEqualTo(before);
    }

    private Project project(TestDatabase database) throws Exception {
        var project = new Project(folder, database);
        var migrations = Files.createDirectories(project.migrations());
        Files.writeString(migrations.resolve("a1.groovy"), """
                revision 'a1', message: 'account'

                upgrade {
                    createTable('account') {
                        column 'id', integer, primaryKey: true
                        column 'name', varchar(40)
                    }
                    insert 'account', [id: 1, name: "it's"]
                }
                """);
        Files.writeString(migrations.resolve("b2.groovy"), """
                revision 'b2', down: 'a1'

                upgrade {
                    createTable('log') { column 'line', varchar(80) }
                    execute "insert into log values ('once')", reverse: 'delete from log'
                }
                """);
        Files.writeString(migrations.resolve("c3.groovy"), """
                revision 'c3', down: 'b2'

                upgrade {
                    addColumn 'account', 'email', varchar(80)
                    execute "insert into log values ('twice')", reverse: 'delete from log'
                }
                """);
        return project;
    }
}
