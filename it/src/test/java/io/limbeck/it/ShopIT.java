package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import io.limbeck.it.catalogue.Catalogue;
import io.limbeck.revision.Direction;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The shop")
class ShopIT {

    private static final Path SHOP = Path.of("shop/src/main/db");
    private static final String VERSION_TABLE = "db_version";

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("goes up, has nothing left to do, goes down to nothing and up again")
    void upAndDown(Databases kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                Limbeck limbeck = shop(database).load()) {
            String empty = catalogue(database);

            MigrationReport first = limbeck.upgrade();
            String migrated = catalogue(database);
            assertThat(first.steps()).hasSize(17);
            assertThat(limbeck.upgrade().isEmpty()).isTrue();

            MigrationReport down = limbeck.downgrade("base");
            assertThat(down.steps()).hasSize(17);
            assertThat(catalogue(database)).isEqualTo(empty);
            assertThat(versionRows(database)).isEmpty();

            limbeck.upgrade();
            assertThat(catalogue(database)).isEqualTo(migrated);
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("ends the same whether migrated online or by the database's own client with the written script")
    void parity(Databases kind) throws Exception {
        try (TestDatabase online = kind.fresh();
                TestDatabase offline = kind.fresh()) {
            shop(online).load().upgrade();
            run(kind, offline, Direction.UPGRADE, "base:heads");
            assertThat(catalogue(offline)).isEqualTo(catalogue(online));
            assertThat(versionRows(offline)).isEqualTo(versionRows(online));

            shop(online).load().downgrade("base");
            run(kind, offline, Direction.DOWNGRADE, "heads:base");
            assertThat(catalogue(offline)).isEqualTo(catalogue(online));
            assertThat(versionRows(offline)).isEmpty();
        }
    }

    private void run(Databases kind, TestDatabase database, Direction direction, String range) throws Exception {
        StringWriter script = new StringWriter();
        Limbeck.configure().directory(SHOP).dialect(kind.dialect()).load().sql(direction, range, script);
        Path file = Files.writeString(folder.resolve(direction + ".sql"), script.toString());
        kind.client().run(database, file).orFail();
    }

    private static Configuration shop(TestDatabase database) {
        return Limbeck.configure()
                .directory(SHOP)
                .url(database.url())
                .username(database.username())
                .password(database.password());
    }

    private static String catalogue(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return Catalogue.of(connection).without(VERSION_TABLE).text();
        }
    }

    private static List<String> versionRows(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return Rows.dump(connection, VERSION_TABLE, "applied_at", "applied_by", "duration_ms")
                    .replaceAll(hasOlderClient(database) ? " \\| statements(_done)?=\\d+" : "$^", "")
                    .lines()
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }

    /** SQLite's client is a version of the database, too, and an older one here takes more statements for the same. */
    private static boolean hasOlderClient(TestDatabase database) {
        return database.kind() == Databases.SQLITE;
    }
}
