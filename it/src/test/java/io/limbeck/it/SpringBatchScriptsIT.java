package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limbeck.error.LimbeckException;
import io.limbeck.it.catalogue.Catalogue.Names;
import io.limbeck.revision.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

@DisplayName("Spring Batch's own scripts")
class SpringBatchScriptsIT {
    private static final String BASE = "21c0b6a94f7e";
    private static final String BASE_SCRIPT = BASE + "_tables_of_2_1.groovy";

    @TempDir
    Path folder;

    @Nested
    @DisplayName("of the whole schema")
    class Whole {
        @ParameterizedTest
        @ShippedScripts.OfSpringBatch
        @DisplayName("make as a migration what they make when the database's own client runs them, and drop it all")
        void upAndDown(Databases kind, String dialect, int tables, int indexes, int statements) throws Exception {
            try (var database = kind.fresh();
                    var other = kind.fresh()) {
                var project = whole(database);
                project.limbeck().upgrade();
                assertThat(project.catalogue().text()).isNotEmpty().isEqualTo(plain(other));
                assertThat(versionRows(project)).isEqualTo("""
                        revision=5b00 | message=Spring Batch | script=5b00.sql | statements=%1$d | statements_done=%1$d | status=applied | journal=null
                        """.formatted(statements));

                project.limbeck().downgrade("base");
                assertThat(project.catalogue().text()).isEmpty();
                assertThat(project.versionRows()).isEmpty();
            }
        }

        @ParameterizedTest
        @ShippedScripts.OfSpringBatch
        @DisplayName("do the same written as SQL for the database's own client")
        void written(Databases kind, String dialect) throws Exception {
            try (var database = kind.fresh();
                    var other = kind.fresh()) {
                var project = whole(database);
                project.runByClient(Direction.UPGRADE, "base:heads");
                assertThat(project.catalogue().text()).isEqualTo(plain(other));

                project.runByClient(Direction.DOWNGRADE, "heads:base");
                assertThat(project.catalogue().text()).isEmpty();
                assertThat(project.versionRows()).isEmpty();
            }
        }

        private Project whole(TestDatabase database) {
            var project = new Project(folder, database);
            var dialect = database.kind().dialect();
            new ShippedScripts(project.migrations())
                    .write(
                            "5b00",
                            List.of(),
                            "Spring Batch",
                            ShippedScripts.SPRING_BATCH + "schema-" + dialect + ".sql",
                            ShippedScripts.SPRING_BATCH + "schema-drop-" + dialect + ".sql");
            return project;
        }
    }

    @Nested
    @DisplayName("from version to version")
    class Chain {
        // on Linux MySQL and MariaDB tell the scripts' upper case in tables' names from the base's lower case
        @ParameterizedTest
        @ShippedScripts.OfSpringBatch
        @DisplayName("bring an old schema and its rows to the present")
        void toThePresent(Databases kind, String dialect, int tables, int indexes, int statements, boolean runs)
                throws Exception {
            assumeTrue(runs, "the scripts that are shipped do not run there");
            try (var database = kind.fresh();
                    var other = kind.fresh()) {
                var project = chain(database);
                project.limbeck().upgrade(BASE);
                fill(database);

                var report = project.limbeck().upgrade();

                assertThat(report.headsAfter()).containsExactly("5000");
                assertThat(versionRows(project)).isEqualTo(expected("version-rows-" + kind.dialect()));
                assertThat(project.rows("batch_job_execution_params")).isEqualTo("""
                        job_execution_id=1 | parameter_type=S | parameter_name=day | parameter_value=monday | identifying=Y
                        """);
                plain(other);
                assertThat(parameters(project)).isNotEmpty().isEqualTo(parameters(new Project(folder, other)));
            }
        }

        @ParameterizedTest
        @ShippedScripts.OfSpringBatch
        @DisplayName("do the same written as SQL for the database's own client")
        void written(Databases kind, String dialect, int tables, int indexes, int statements, boolean runs)
                throws Exception {
            assumeTrue(runs, "the scripts that are shipped do not run there");
            try (var online = kind.fresh();
                    var offline = kind.fresh()) {
                var migrated = chain(online);
                var written = new Project(folder, offline);

                migrated.limbeck().upgrade();
                written.runByClient(Direction.UPGRADE, "base:heads");

                assertThat(written.catalogue().text())
                        .isEqualTo(migrated.catalogue().text());
                assertThat(written.versionRows()).isEqualTo(migrated.versionRows());
            }
        }

        @Test
        @DisplayName("fail on Derby at 5.0, which says MODIFY COLUMN: the report tells all, and 2.2 stays")
        void failOnDerby() throws Exception {
            try (var database = Databases.DERBY.fresh()) {
                var project = chain(database);
                project.limbeck().upgrade("2200");
                var before = project.catalogue().naming(Names.ALL).text();
                var rows = project.versionRows();

                var failure = catchThrowableOfType(
                        LimbeckException.class, () -> project.limbeck().upgrade());

                assertThat(failure).hasMessage(expected("failure-on-derby").stripTrailing());
                assertThat(failure.kind()).isEqualTo(LimbeckException.Kind.MIGRATION);
                assertThat(project.catalogue().naming(Names.ALL).text()).isEqualTo(before);
                assertThat(project.versionRows()).isEqualTo(rows);
            }
        }

        @Test
        @DisplayName("fail on Derby in one go from an old schema: what ran before the failed revision is committed")
        void failOnDerbyInOneGo() throws Exception {
            try (var database = Databases.DERBY.fresh()) {
                var project = chain(database);
                project.limbeck().upgrade(BASE);
                fill(database);

                var failure = catchThrowableOfType(
                        LimbeckException.class, () -> project.limbeck().upgrade());

                assertThat(failure).hasMessageContaining("Committed before it: 2200.");
                assertThat(project.rows("batch_job_execution_params", "date_val", "long_val", "double_val"))
                        .isEqualTo("""
                                job_execution_id=1 | type_cd=S | key_name=day | string_val=monday | identifying=Y
                                """);
            }
        }

        private Project chain(TestDatabase database) throws Exception {
            var project = new Project(folder, database);
            var migrations = Files.createDirectories(project.migrations());
            ShippedScripts.copy("spring-batch/migrations/" + BASE_SCRIPT, migrations.resolve(BASE_SCRIPT));
            var scripts = new ShippedScripts(migrations);
            var file = "/migration-" + database.kind().dialect() + ".sql";
            scripts.write("2200", List.of(BASE), "2.2", ShippedScripts.SPRING_BATCH + "migration/2.2" + file);
            scripts.write("5000", List.of("2200"), "5.0", ShippedScripts.SPRING_BATCH + "migration/5.0" + file);
            return project;
        }

        /** The chain leaves two columns in another order than the schema script makes them. */
        private String parameters(Project project) throws Exception {
            return project.catalogue()
                    .only("batch_job_execution_params")
                    .sortingColumns()
                    .text();
        }

        private void fill(TestDatabase database) throws Exception {
            database.execute(
                    "insert into batch_job_instance(job_instance_id, job_name, job_key) values (1, 'report', 'k')",
                    """
                    insert into batch_job_execution(job_execution_id, job_instance_id, create_time)
                    values (1, 1, current_timestamp)""",
                    """
                    insert into batch_job_params(job_instance_id, type_cd, key_name, string_val)
                    values (1, 'S', 'day', 'monday')""");
        }
    }

    /** The catalogue that the client's run of the schema script leaves. */
    private String plain(TestDatabase database) throws Exception {
        var schema = ShippedScripts.SPRING_BATCH + "schema-" + database.kind().dialect() + ".sql";
        database.kind()
                .client()
                .run(database, ShippedScripts.copy(schema, folder.resolve("plain.sql")))
                .orFail();
        return new Project(folder, database).catalogue().text();
    }

    private static String versionRows(Project project) throws Exception {
        return project.rows("db_version", "checksum", "applied_at", "applied_by", "duration_ms");
    }

    private static String expected(String name) {
        return ShippedScripts.read("spring-batch/" + name + ".txt");
    }
}
