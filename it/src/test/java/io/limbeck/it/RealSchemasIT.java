package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Against;
import io.limbeck.Limbeck;
import io.limbeck.SchemaFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Schemas that other projects ship as SQL, taken over as they are. */
@DisplayName("A database made by others")
class RealSchemasIT {

    private static final String BONITA = "sql/{db}/createTables.sql";
    private static final String JBPM = "db/ddl-scripts/{db}/{file}-jbpm-schema.sql";
    private static final String CAMUNDA = "org/camunda/bpm/engine/db/create/activiti.{db}.create.{part}.sql";
    private static final List<String> CAMUNDA_PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    @TempDir
    private Path folder;

    /** Scripts that are shipped for a database, and how many tables they make. */
    record Shipped(Databases kind, String name, int tables, List<String> resources) {
        @Override
        public String toString() {
            return name + " on " + kind;
        }
    }

    static Stream<Shipped> shipped() {
        return Stream.of(
                new Shipped(Databases.DERBY, "Quartz", 11, List.of(ShippedScripts.QUARTZ + "tables_derby.sql")),
                new Shipped(Databases.H2, "Quartz", 11, List.of(ShippedScripts.QUARTZ + "tables_h2.sql")),
                new Shipped(Databases.HSQLDB, "Quartz", 11, List.of(ShippedScripts.QUARTZ + "tables_hsqldb.sql")),
                new Shipped(
                        Databases.POSTGRESQL, "Quartz", 11, List.of(ShippedScripts.QUARTZ + "tables_postgres.sql")),
                new Shipped(
                        Databases.MARIADB, "Quartz", 11, List.of(ShippedScripts.QUARTZ + "tables_mysql_innodb.sql")),
                new Shipped(Databases.MYSQL, "Quartz", 11, List.of(ShippedScripts.QUARTZ + "tables_mysql_innodb.sql")),
                batch(Databases.DERBY, 9),
                batch(Databases.H2, 6),
                batch(Databases.HSQLDB, 6),
                batch(Databases.POSTGRESQL, 6),
                batch(Databases.MARIADB, 9),
                batch(Databases.MYSQL, 9),
                batch(Databases.SQLITE, 9),
                large(Databases.POSTGRESQL, "postgres", "postgresql", "postgresql", "postgres"),
                large(Databases.H2, "h2", "h2", "h2", "h2"),
                large(Databases.MYSQL, "mysql", "mysqlinnodb", "mysql-innodb", "mysql"),
                new Shipped(Databases.DERBY, "jBPM", 46, List.of(jbpm("derby", "derby"))),
                new Shipped(Databases.HSQLDB, "jBPM", 46, List.of(jbpm("hsqldb", "hsqldb"))));
    }

    private static Shipped batch(Databases kind, int tables) {
        return new Shipped(
                kind,
                "Spring Batch",
                tables,
                List.of(ShippedScripts.SPRING_BATCH + "schema-" + kind.dialect() + ".sql"));
    }

    /** Bonita, jBPM and Camunda in one database. */
    private static Shipped large(Databases kind, String bonita, String folder, String jbpm, String camunda) {
        Stream<String> parts = CAMUNDA_PARTS.stream()
                .map(part -> CAMUNDA.replace("{db}", camunda).replace("{part}", part));
        return new Shipped(
                kind,
                "large",
                162,
                Stream.concat(Stream.of(BONITA.replace("{db}", bonita), jbpm(folder, jbpm)), parts)
                        .toList());
    }

    private static String jbpm(String database, String file) {
        return JBPM.replace("{db}", database).replace("{file}", file);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shipped")
    @DisplayName("is made again by its baseline, and by what a snapshot of it says")
    void baseline(Shipped shipped) throws Exception {
        try (var original = shipped.kind().fresh();
                var copy = shipped.kind().fresh()) {
            fill(original, shipped);
            var project = new Project(folder, original);
            Files.createDirectories(project.migrations());
            Limbeck limbeck = project.limbeck();

            var report = limbeck.baseline("what was there");

            assertThat(report.schema().tables()).hasSize(shipped.tables());
            assertThat(report.notes()).isEmpty();
            assertThat(limbeck.check(Against.DATABASE).problems()).isEmpty();
            var made = new Project(folder, copy);
            made.limbeck().upgrade();
            assertThat(Differences.between(project.catalogue(), made.catalogue()))
                    .isEmpty();
            assertThat(made.limbeck().check(Against.DATABASE).problems()).isEmpty();

            Files.writeString(folder.resolve("schema.groovy"), limbeck.snapshot("database", SchemaFormat.GROOVY));
            Files.writeString(folder.resolve("schema.json"), limbeck.snapshot("database", SchemaFormat.JSON));
            assertThat(limbeck.check(Against.DATABASE).problems()).isEmpty();
            assertThat(limbeck.diff("schema.json", "database").script()).isEmpty();
            assertThat(made.limbeck().diff("target", "database").script()).isEmpty();
            assertThat(made.limbeck().diff("database", "target").script()).isEmpty();
        }
    }

    private void fill(TestDatabase database, Shipped shipped) throws SQLException, IOException {
        var theirs = new Project(Files.createDirectories(folder.resolve("theirs")), database);
        var scripts = new ShippedScripts(theirs.migrations());
        String down = "";
        for (int i = 0; i < shipped.resources().size(); i++) {
            String revision = String.format("a%03d", i);
            scripts.write(
                    revision, down.isEmpty() ? List.of() : List.of(down), "theirs", shipped.resources().get(i));
            down = revision;
        }
        theirs.configuration().versionTable("their_version").load().upgrade();
        database.execute("drop table their_version");
    }
}
