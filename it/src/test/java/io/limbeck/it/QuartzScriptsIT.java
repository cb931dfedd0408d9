package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.revision.Direction;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

@DisplayName("Quartz's own script")
class QuartzScriptsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ShippedScripts.OfQuartz
    @DisplayName("makes as a migration what it makes when the database's own client runs it")
    void asAMigration(Databases kind, String name, int tables, int indexes, int statements) throws Exception {
        try (var database = kind.fresh();
                var other = kind.fresh()) {
            var project = quartz(database, name);
            var plain = new Project(folder, other);
            kind.client()
                    .run(other, ShippedScripts.copy(resource(name), folder.resolve("plain.sql")))
                    .orFail();

            assertThat(project.limbeck().upgrade().steps()).hasSize(1);

            assertThat(project.catalogue().text())
                    .isNotEmpty()
                    .isEqualTo(plain.catalogue().text());
            assertThat(withoutChecksum(project)).isEqualTo("""
                    revision=9a27 | message=Quartz's tables | script=9a27.sql | statements=%1$d | statements_done=%1$d | status=applied | journal=null
                    """.formatted(statements));
            assertThat(project.limbeck().upgrade().isEmpty()).isTrue();
            assertThat(project.limbeck().validate().databaseAsked()).isTrue();
        }
    }

    @ParameterizedTest
    @ShippedScripts.OfQuartz
    @DisplayName("is the same migrated online or written as SQL for the database's own client")
    void written(Databases kind, String name) throws Exception {
        try (var online = kind.fresh();
                var offline = kind.fresh()) {
            var migrated = quartz(online, name);
            var written = new Project(folder, offline);

            migrated.limbeck().upgrade();
            written.runByClient(Direction.UPGRADE, "base:heads");

            assertThat(written.catalogue().text())
                    .isEqualTo(migrated.catalogue().text());
            assertThat(written.versionRows()).isEqualTo(migrated.versionRows());
        }
    }

    @ParameterizedTest
    @ShippedScripts.OfQuartz
    @DisplayName("loses its COMMIT, and whoever migrates is told so")
    void commitIsLeftOut(Databases kind, String name, int tables, int indexes, int statements, int line, String word)
            throws Exception {
        var expected = line == 0
                ? List.<String>of()
                : List.of("9a27.sql:" + line + ":1: '" + word + "' is left out,"
                        + " since each revision is committed together with its row in the version table.");
        try (var database = kind.fresh()) {
            var project = quartz(database, name);
            assertThat(project.limbeck().plan("heads").warnings()).isEqualTo(expected);

            var told = new Warnings();
            var report = project.configuration().progress(told).load().upgrade();
            assertThat(report.warnings()).isEqualTo(expected);
            assertThat(told.heard()).isEqualTo(expected);

            assertThat(project.warningsOfWriting("base:heads")).isEqualTo(expected);
        }
    }

    private Project quartz(TestDatabase database, String name) {
        var project = new Project(folder, database);
        new ShippedScripts(project.migrations()).write("9a27", List.of(), "Quartz's tables", resource(name));
        return project;
    }

    private static String resource(String name) {
        return ShippedScripts.QUARTZ + "tables_" + name + ".sql";
    }

    private static String withoutChecksum(Project project) throws Exception {
        return project.rows("db_version", "checksum", "applied_at", "applied_by", "duration_ms");
    }
}
