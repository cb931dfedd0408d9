package io.limbeck.it.benchmark;

import io.limbeck.dialect.Dialects;
import io.limbeck.inspect.Inspection;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.schema.Schema;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Measures how long it takes to read a schema of many tables, each with eight columns, a primary key, a foreign key, a
 * check, a unique constraint and an index.
 *
 * <p>Arguments: how many tables (2000), and the databases (all that run here).
 */
public final class InspectingTables {

    private static final int ROUNDS = 3;

    private InspectingTables() {}

    public static void main(String[] arguments) throws SQLException {
        int tables = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2000;
        List<Databases> databases = arguments.length > 1
                ? Stream.of(arguments).skip(1).map(Databases::valueOf).toList()
                : List.of(Databases.values());
        for (Databases kind : databases) {
            try (TestDatabase database = kind.fresh()) {
                measure(kind, database, tables);
            }
        }
    }

    private static void measure(Databases kind, TestDatabase database, int tables) throws SQLException {
        try (Connection connection = database.connect()) {
            connection.setAutoCommit(false);
            make(connection, tables);
            connection.commit();
            connection.setAutoCommit(true);
            List<String> times = new ArrayList<>();
            Schema schema = Schema.EMPTY;
            for (int round = 0; round < ROUNDS; round++) {
                long start = System.nanoTime();
                schema = new Inspection(connection, Dialects.of(kind.dialect())).schema(List.of(), List.of());
                times.add((System.nanoTime() - start) / 1_000_000 + " ms");
            }
            System.out.println(kind.dialect() + ": " + schema.tables().size() + " tables, "
                    + schema.tables().stream()
                            .mapToInt(table -> table.columns().size())
                            .sum() + " columns, "
                    + schema.tables().stream()
                            .mapToInt(table -> table.constraints().size())
                            .sum() + " constraints, "
                    + schema.tables().stream()
                            .mapToInt(table -> table.indexes().size())
                            .sum() + " indexes in "
                    + String.join(", ", times));
        }
    }

    private static void make(Connection connection, int tables) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (int i = 0; i < tables; i++) {
                statement.execute("create table t" + i
                        + " (id integer not null, parent integer, name varchar(40) not null,"
                        + " code varchar(10) default 'none', price decimal(12, 2), born date, seen timestamp, note varchar(200),"
                        + " constraint pk_t" + i + " primary key (id), constraint uq_t" + i + " unique (name),"
                        + " constraint ck_t" + i + " check (price >= 0)"
                        + (i == 0
                                ? ""
                                : ", constraint fk_t" + i + " foreign key (parent) references t" + i / 2 + " (id)")
                        + ")");
                statement.execute("create index ix_t" + i + " on t" + i + " (code, born)");
            }
        }
    }
}
