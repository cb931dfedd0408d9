package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scripts that well-known libraries ship for their databases, cut into statements. */
class ShippedScriptsTest {

    private static final String QUARTZ = "/org/quartz/impl/jdbcjobstore/tables_";
    private static final String BATCH = "/org/springframework/batch/core/";

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "derby, derby, 11, 0, 0, 0",
        "h2, h2, 11, 0, 0, 14",
        "postgres, postgresql, 11, 11, 20, 0",
        "hsqldb, hsqldb, 11, 11, 0, 0",
        "mysql, mysql, 11, 11, 0, 0",
        "mysql_innodb, mysql, 11, 11, 20, 0",
        "oracle, oracle, 11, 11, 20, 0",
        "oracle23, oracle, 11, 11, 20, 0",
        "sqlServer, sqlserver, 11, 0, 0, 15",
        "db2_v95, db2, 11, 11, 0, 0",
    })
    void quartz(String file, String rules, int tables, int drops, int indexes, int alters) throws IOException {
        List<String> statements = statements(QUARTZ + file + ".sql", rules);
        assertThat(beginning(statements, "CREATE TABLE")).isEqualTo(tables);
        assertThat(beginning(statements, "DROP TABLE")).isEqualTo(drops);
        assertThat(beginning(statements, "CREATE INDEX")).isEqualTo(indexes);
        assertThat(beginning(statements, "ALTER TABLE")).isEqualTo(alters);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "schema-derby, derby, 9, 9", "schema-h2, h2, 6, 9", "schema-postgresql, postgresql, 6, 9",
        "schema-hsqldb, hsqldb, 9, 9", "schema-sqlite, sqlite, 9, 9", "schema-mysql, mysql, 9, 12",
        "schema-mariadb, mysql, 6, 9", "schema-oracle, oracle, 6, 9", "schema-db2, db2, 6, 9",
        "schema-sqlserver, sqlserver, 1, 1",
    })
    void springBatch(String file, String rules, int tables, int all) throws IOException {
        List<String> statements = statements(BATCH + file + ".sql", rules);
        assertThat(beginning(statements, "CREATE TABLE")).isEqualTo(tables);
        assertThat(statements).hasSize(all);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "2.2, derby, 2", "2.2, h2, 2", "2.2, postgresql, 2", "2.2, hsqldb, 2", "2.2, mysql, 2", "2.2, oracle, 2",
        "2.2, db2, 2", "4.1, oracle, 15", "4.3, mysql, 3", "5.0, derby, 8", "5.0, h2, 19", "5.0, postgresql, 11",
        "5.0, hsqldb, 16", "5.0, sqlite, 7", "5.0, mysql, 8", "5.0, oracle, 22", "5.0, db2, 16", "5.0, sqlserver, 1",
    })
    void springBatchMigrations(String version, String rules, int all) throws IOException {
        assertThat(statements(BATCH + "migration/" + version + "/migration-" + rules + ".sql", rules))
                .hasSize(all);
    }

    private static long beginning(List<String> statements, String words) {
        return statements.stream()
                .filter(statement -> statement.toUpperCase(Locale.ROOT).startsWith(words))
                .count();
    }

    private static List<String> statements(String resource, String rules) throws IOException {
        try (InputStream in = ShippedScriptsTest.class.getResourceAsStream(resource)) {
            return SqlSplitter.split(SourceText.decode(resource, in.readAllBytes()), Rules.of(rules)).stream()
                    .map(SqlStatement::text)
                    .toList();
        }
    }
}
