package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.it.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;

/** What other libraries ship is found, gets a header, and is SQL that its database takes. */
class ShippedScriptsIT {
    @TempDir
    Path folder;

    @Test
    void aScriptGetsAHeaderAndKeepsItsText() throws IOException {
        var resource = ShippedScripts.SPRING_BATCH + "schema-h2.sql";
        var drop = ShippedScripts.SPRING_BATCH + "schema-drop-h2.sql";

        var script = new ShippedScripts(folder.resolve("migrations"))
                .write("b2", List.of("a1", "a2"), "Spring Batch's tables", resource, drop);

        assertThat(script).hasFileName("b2.sql").exists();
        assertThat(Files.readString(script))
                .startsWith("-- revision: b2\n-- down: a1, a2\n-- message: Spring Batch's tables\n\n-- upgrade\n")
                .contains(ShippedScripts.read(resource) + "\n-- downgrade\n")
                .endsWith(ShippedScripts.read(drop));
    }

    @Test
    void aBaseHasNoDown() throws IOException {
        var script =
                new ShippedScripts(folder).write("a1", List.of(), "Quartz", ShippedScripts.QUARTZ + "tables_derby.sql");

        assertThat(Files.readString(script)).startsWith("-- revision: a1\n-- message: Quartz\n\n-- upgrade\n");
    }

    @Test
    void aScriptThatIsNotShippedIsNamed() {
        assertThatThrownBy(() -> ShippedScripts.read("nowhere.sql")).hasMessage("No nowhere.sql on the class path");
    }

    @ParameterizedTest
    @ShippedScripts.OfQuartz
    void theDatabaseTakesQuartz(Databases kind, String name, int tables, int indexes) throws Exception {
        takes(kind, ShippedScripts.QUARTZ + "tables_" + name + ".sql", tables, indexes);
    }

    @ParameterizedTest
    @ShippedScripts.OfSpringBatch
    void theDatabaseTakesSpringBatch(Databases kind, String dialect, int tables, int indexes) throws Exception {
        takes(kind, ShippedScripts.SPRING_BATCH + "schema-" + dialect + ".sql", tables, indexes);
    }

    private void takes(Databases kind, String resource, int tables, int indexes) throws SQLException, IOException {
        var script = new ShippedScripts(folder).write("a1", List.of(), "shipped", resource);
        try (var database = kind.fresh()) {
            kind.client().run(database, script).orFail();
            try (var connection = database.connect()) {
                var lines = Catalogue.of(connection).text().lines().toList();
                assertThat(lines).filteredOn(line -> line.startsWith("table ")).hasSize(tables);
                assertThat(lines)
                        .filteredOn(line -> line.startsWith("  index "))
                        .hasSize(indexes);
            }
        }
    }
}
