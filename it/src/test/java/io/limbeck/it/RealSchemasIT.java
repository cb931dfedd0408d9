package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Against;
import io.limbeck.Limbeck;
import io.limbeck.SchemaFormat;
import io.limbeck.it.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Schemas that other projects ship as SQL, taken over as they are.
 *
 * <p>Those of more than a hundred tables take a minute each: {@code -Dlarge=true}.
 */
@DisplayName("A database made by others")
class RealSchemasIT {

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
                        new Shipped(
                                Databases.HSQLDB, "Quartz", 11, List.of(ShippedScripts.QUARTZ + "tables_hsqldb.sql")),
                        new Shipped(
                                Databases.POSTGRESQL,
                                "Quartz",
                                11,
                                List.of(ShippedScripts.QUARTZ + "tables_postgres.sql")),
                        new Shipped(
                                Databases.MARIADB,
                                "Quartz",
                                11,
                                List.of(ShippedScripts.QUARTZ + "tables_mysql_innodb.sql")),
                        new Shipped(
                                Databases.MYSQL,
                                "Quartz",
                                11,
                                List.of(ShippedScripts.QUARTZ + "tables_mysql_innodb.sql")),
                        batch(Databases.DERBY, 9),
                        batch(Databases.H2, 6),
                        batch(Databases.HSQLDB, 9),
                        batch(Databases.POSTGRESQL, 6),
                        batch(Databases.MARIADB, 6),
                        batch(Databases.MYSQL, 9),
                        large(
                                Databases.POSTGRESQL,
                                162,
                                Stream.concat(
                                        Stream.of("sql/postgres/createTables.sql", jbpm("postgresql", "postgresql")),
                                        camunda("postgres"))),
                        large(
                                Databases.MYSQL,
                                162,
                                Stream.concat(
                                        Stream.of("sql/mysql/createTables.sql", jbpm("mysqlinnodb", "mysql-innodb")),
                                        camunda("mysql"))),
                        large(
                                Databases.H2,
                                66,
                                Stream.concat(
                                        Stream.of(
                                                ShippedScripts.QUARTZ + "tables_h2.sql",
                                                ShippedScripts.SPRING_BATCH + "schema-h2.sql"),
                                        camunda("h2"))),
                        large(Databases.HSQLDB, 46, Stream.of(jbpm("hsqldb", "hsqldb"))))
                .filter(each -> !each.name().equals("large") || Boolean.getBoolean("large"));
    }

    private static Shipped batch(Databases kind, int tables) {
        return new Shipped(
                kind,
                "Spring Batch",
                tables,
                List.of(ShippedScripts.SPRING_BATCH + "schema-" + kind.dialect() + ".sql"));
    }

    /** Several products in one database. */
    private static Shipped large(Databases kind, int tables, Stream<String> resources) {
        return new Shipped(kind, "large", tables, resources.toList());
    }

    private static Stream<String> camunda(String database) {
        return CAMUNDA_PARTS.stream()
                .map(part -> CAMUNDA.replace("{db}", database).replace("{part}", part));
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

            prove(original, copy, shipped.tables());
        }
    }

    @ParameterizedTest
    @CsvSource({"scott, SCOTT, 4", "chinook, chinook, 11"})
    @DisplayName("as a sample is no different")
    void sample(String name, String schema, int tables) throws Exception {
        for (String file : List.of(name + ".script", name + ".properties")) {
            ShippedScripts.copy(file, folder.resolve(file));
        }
        String url = "jdbc:hsqldb:file:" + folder.resolve(name);
        try (var original = new TestDatabase(Databases.HSQLDB, url, "SA", "");
                var copy = Databases.HSQLDB.fresh()) {
            original.execute("set database default initial schema \"" + schema + "\"");
            prove(original, copy, tables);
        }
    }

    private void prove(TestDatabase original, TestDatabase copy, int tables) throws Exception {
        var project = new Project(folder, original);
        Files.createDirectories(project.migrations());
        Limbeck limbeck = project.limbeck();

        var report = limbeck.baseline("what was there");

        assertThat(report.schema().tables())
                .extracting(table -> table.name().value())
                .hasSize(tables);
        assertThat(report.notes()).isEmpty();
        assertThat(limbeck.check(Against.DATABASE).problems()).isEmpty();
        var made = new Project(folder, copy);
        made.limbeck().upgrade();
        assertThat(meaning(made.catalogue())).isEqualTo(meaning(project.catalogue()));
        assertThat(made.limbeck().check(Against.DATABASE).problems()).isEmpty();

        Files.writeString(folder.resolve("schema.groovy"), limbeck.snapshot("database", SchemaFormat.GROOVY));
        Files.writeString(folder.resolve("schema.json"), limbeck.snapshot("database", SchemaFormat.JSON));
        assertThat(limbeck.check(Against.DATABASE).problems()).isEmpty();
        assertThat(limbeck.diff("schema.json", "database").script()).isEmpty();
        assertThat(made.limbeck().diff("target", "database").script()).isEmpty();
        assertThat(made.limbeck().diff("database", "target").script()).isEmpty();
    }

    /** Without what says nothing: that null is the default, and MariaDB's and MySQL's widths of display. */
    private static String meaning(Catalogue catalogue) {
        return catalogue
                .text()
                .replaceAll("(?m) default NULL$", "")
                .replaceAll("\\b(bigint|int|smallint)\\(\\d+\\)", "$1");
    }

    private void fill(TestDatabase database, Shipped shipped) throws SQLException, IOException {
        var theirs = new Project(Files.createDirectories(folder.resolve("theirs")), database);
        var scripts = new ShippedScripts(theirs.migrations());
        String down = "";
        for (int i = 0; i < shipped.resources().size(); i++) {
            String revision = String.format("a%03d", i);
            scripts.write(
                    revision,
                    down.isEmpty() ? List.of() : List.of(down),
                    "theirs",
                    shipped.resources().get(i));
            down = revision;
        }
        theirs.configuration().versionTable("their_version").load().upgrade();
        database.execute("drop table their_version");
    }
}
