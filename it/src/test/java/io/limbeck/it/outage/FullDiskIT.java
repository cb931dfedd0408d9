package io.limbeck.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.error.LimbeckException;
import io.limbeck.it.Breakable;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A process whose files may grow no further stands in for a full disk, since that can be had without being root.
 *
 * <p>HSQLDB (2.7.4) says that it has committed what it could not write, and H2 (2.5.252) may loop for ever in
 * {@code MVStore.registerVersionUsage} once a write has failed; nothing outside of them can mend that.
 */
@DisplayName("A disk that is full in the middle of a migration")
class FullDiskIT {

    /** Above what a new server's own files have, and below what the scripts write. */
    private static final int OF_SERVERS = 20 << 20;

    private static final int OF_THIS_PROCESS = 4 << 20;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "POSTGRESQL"})
    @DisplayName("of a server: the report says what is done, and with room the next run does the rest")
    void ofAServer(Databases kind) throws Exception {
        try (Breakable server = Breakable.of(kind)) {
            String numbers = kind == Databases.POSTGRESQL
                    ? "select n from generate_series(1, 16000) s(n)"
                    : "select seq as n from seq_1_to_16000";
            Scripts scripts = scripts(
                    server.database(),
                    "execute \"insert into u select n, repeat('x', 1500) from (" + numbers + ") as numbers\"");
            scripts.limbeck().upgrade("a1");
            LimbeckException report = withFull(server.pid(), OF_SERVERS, scripts);
            assertThat(report)
                    .message()
                    .contains(
                            kind == Databases.POSTGRESQL
                                    ? "Rolled back: all of b2."
                                    : "1 of 3 statements of b2 stays done");
            completes(scripts, 16_000);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdbc:derby:%s;create=true", "jdbc:sqlite:%s"})
    @DisplayName("of an embedded database that hears of it: the same")
    void ofAnEmbeddedDatabase(String url) throws Exception {
        Databases kind = Databases.valueOf(url.split(":")[1].toUpperCase(Locale.ROOT));
        TestDatabase database = new TestDatabase(kind, String.format(url, folder.resolve("database")), "sa", "");
        String row = "x".repeat(1500);
        Files.writeString(
                Files.createDirectories(folder.resolve("migrations")).resolve("rows.csv"),
                IntStream.rangeClosed(1, 6000)
                        .mapToObj(id -> id + "," + row)
                        .collect(Collectors.joining("\n", "id,content\n", "\n")));
        Scripts scripts = scripts(database, "insert 'u', csv: 'rows.csv'");
        scripts.limbeck().upgrade("a1");
        LimbeckException report = withFull(ProcessHandle.current().pid(), OF_THIS_PROCESS, scripts);
        assertThat(report).message().contains("Rolled back: all of b2.");
        completes(scripts, 6000);
    }

    private static LimbeckException withFull(long process, int bytes, Scripts scripts) throws Exception {
        Breakable.limitFiles(process, String.valueOf(bytes));
        try {
            LimbeckException report = catchThrowableOfType(
                    LimbeckException.class, () -> scripts.limbeck().upgrade("heads"));
            assertThat(report).message().contains("run: mvn db:migrate").doesNotContain("\tat ");
            return report;
        } finally {
            Breakable.limitFiles(process, "unlimited");
        }
    }

    private Scripts scripts(TestDatabase database, String rows) throws Exception {
        return new Scripts(folder, database)
                .script("a1", "", "createTable('t') { column 'id', integer }")
                .script("b2", "down: 'a1', ", """
                        createTable('u') {
                            column 'id', integer
                            column 'content', varchar(2000)
                        }
                        %s
                        createTable('v') { column 'id', integer }
                        """.formatted(rows));
    }

    private static void completes(Scripts scripts, int rows) throws SQLException {
        scripts.completes("b2 applied 3/3", "u", "v");
        assertThat(scripts.number("select count(*) from u")).isEqualTo(rows);
    }
}
