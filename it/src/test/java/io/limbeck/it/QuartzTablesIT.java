package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.it.catalogue.Catalogue;
import io.limbeck.it.catalogue.Catalogue.Names;
import io.limbeck.revision.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Quartz's tables, written once")
class QuartzTablesIT {
    private static final String SCRIPT = "5e1d7a94c0b8_quartz_tables.groovy";
    private static final String DIFFERENCES = ShippedScripts.read("quartz/DIFFERENCES.txt");

    @TempDir
    Path folder;

    @BeforeEach
    void writeTheRevision() throws Exception {
        var migrations = Files.createDirectories(folder.resolve("migrations"));
        ShippedScripts.copy("quartz/migrations/" + SCRIPT, migrations.resolve(SCRIPT));
    }

    @ParameterizedTest
    @CsvSource({"DERBY, tables_derby.sql", "H2, tables_h2.sql", "POSTGRESQL, tables_postgres.sql"})
    @DisplayName("differ from those of Quartz's own script by nothing but what DIFFERENCES.txt lists")
    void asQuartzHasThem(Databases kind, String shipped) throws Exception {
        try (var database = kind.fresh();
                var other = kind.fresh()) {
            var theirs = theirs(other, shipped);
            var project = new Project(folder, database);

            project.limbeck().upgrade();

            var ours = project.catalogue();
            assertThat(String.join("\n", Differences.between(theirs, ours)))
                    .isEqualTo(String.join("\n", Differences.listed(DIFFERENCES, shipped)));
            assertThat(ours.naming(Names.NONE).text())
                    .as("types, rules and the order of columns")
                    .isEqualTo(theirs.naming(Names.NONE).text());
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("go away by the derived downgrade, and come again")
    void downAndUp(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            var project = new Project(folder, database);
            project.limbeck().upgrade();
            var migrated = project.catalogue().text();

            project.limbeck().downgrade("base");
            assertThat(project.catalogue().text()).isEmpty();
            assertThat(project.versionRows()).isEmpty();

            project.limbeck().upgrade();
            assertThat(project.catalogue().text()).isEqualTo(migrated);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("are the same made by the database's own client with the written script, up and down")
    void written(Databases kind) throws Exception {
        try (var online = kind.fresh();
                var offline = kind.fresh()) {
            var migrated = new Project(folder, online);
            var written = new Project(folder, offline);

            migrated.limbeck().upgrade();
            written.runByClient(Direction.UPGRADE, "base:heads");
            assertThat(written.catalogue().text())
                    .isEqualTo(migrated.catalogue().text());
            assertThat(written.versionRows()).isEqualTo(migrated.versionRows());

            written.runByClient(Direction.DOWNGRADE, "heads:base");
            assertThat(written.catalogue().text()).isEmpty();
            assertThat(written.versionRows()).isEmpty();
        }
    }

    private Catalogue theirs(TestDatabase database, String shipped) throws Exception {
        var file = ShippedScripts.copy(ShippedScripts.QUARTZ + shipped, folder.resolve(shipped));
        database.kind().client().run(database, file).orFail();
        return new Project(folder, database).catalogue();
    }
}
