package io.limbeck.it.autogenerate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limbeck.autogenerate.Difference;
import io.limbeck.autogenerate.Rules;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dialect.Version;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.golden.Sandbox;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Law 5: what a golden case has made, inspected, differs in nothing from what it asked for. {@code -Dgolden.database=h2}
 * tries one database alone, {@code -Dgolden.case=createTable} the cases whose name has that.
 */
@DisplayName("Nothing differs between what was asked for and what was made")
class NoDifferenceIT {

    private static final Map<Databases, TestDatabase> SHARED = new EnumMap<>(Databases.class);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @AfterAll
    static void dispose() throws SQLException {
        for (TestDatabase database : SHARED.values()) {
            database.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> inAnyGoldenCase() {
        String only = System.getProperty("golden.database", "");
        String part = System.getProperty("golden.case", "");
        return Stream.of(Databases.values())
                .filter(database -> only.isEmpty() || database.dialect().equals(only))
                .map(database -> DynamicContainer.dynamicContainer(
                        database.dialect(),
                        GoldenCases.all().stream()
                                .filter(golden -> golden.name().contains(part))
                                .flatMap(golden -> golden.namesOf(database.dialect()).stream()
                                        .map(name -> DynamicTest.dynamicTest(
                                                golden.name() + " as " + name, () -> check(database, golden, name))))));
    }

    private static void check(Databases kind, GoldenCase golden, String name) throws SQLException {
        Outcome outcome = Outcome.of(golden, name);
        assumeTrue(outcome.problems().isEmpty(), "refused before anything is sent");
        assumeTrue(
                !golden.input().contains("execute") && !golden.input().contains("sqlFile"),
                "raw SQL, which the state does not know");
        assumeTrue(
                !golden.name().endsWith("/used_by_a_view"), "databases change the text of a view that the state keeps");
        assumeTrue(
                kind != Databases.H2 || !golden.name().equals("renameColumn/in_keys_and_indexes"),
                "H2's KEY_COLUMN_USAGE goes on telling a renamed column's old name until the database is opened again");
        boolean alone = golden.input().contains("chema");
        TestDatabase shared = alone ? kind.fresh() : SHARED.computeIfAbsent(kind, Databases::fresh);
        try (var connection = shared.connect()) {
            var data = connection.getMetaData();
            Version server = Version.of(data.getDatabaseMajorVersion(), data.getDatabaseMinorVersion());
            assumeTrue(Dialects.of(name)
                    .version()
                    .filter(version -> version.compareTo(server) > 0)
                    .isEmpty());
            Dialect dialect = Dialects.of(kind.dialect(), Optional.of(server));
            try (Sandbox sandbox = Sandbox.in(shared, "case_" + COUNTER.incrementAndGet(), alone)) {
                sandbox.forget(outcome.setupState().schemas());
                sandbox.forget(outcome.after().schemas());
                sandbox.send(outcome.setup());
                sandbox.send(outcome.forward());
                Schema asked = outcome.after();
                Schema told = sandbox.inspected(dialect, asked.schemas());
                Rules rules = Rules.USUAL.naming(Naming.of(Map.of(), dialect.maxIdentifier()));
                Difference there = Difference.between(told, asked, dialect, rules);
                assertThat(String.join("\n", there.script()))
                        .as("what is missing in\n%s", told)
                        .isEmpty();
                Difference back = Difference.between(asked, told, dialect, rules);
                assertThat(String.join("\n", back.script()))
                        .as("what is too much in\n%s", told)
                        .isEmpty();
            }
        }
    }
}
