package io.limbeck.it.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Statement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What the golden cases say is what the databases take, do, and undo. */
class GoldenOnDatabasesIT {

    private static final Map<Databases, TestDatabase> SHARED = new EnumMap<>(Databases.class);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @AfterAll
    static void dispose() throws SQLException {
        for (TestDatabase database : SHARED.values()) {
            database.close();
        }
    }

    @TestFactory
    Stream<DynamicContainer> everyCaseRunsAndIsUndone() {
        List<GoldenCase> cases = GoldenCases.all();
        return Stream.of(Databases.values())
                .map(database -> DynamicContainer.dynamicContainer(
                        database.dialect(),
                        cases.stream()
                                .flatMap(golden -> golden.dialects().stream()
                                        .filter(dialect -> runsOn(database, dialect))
                                        .map(dialect -> DynamicTest.dynamicTest(
                                                golden.name() + " as " + dialect,
                                                () -> check(database, golden, dialect))))));
    }

    private static boolean runsOn(Databases database, String dialect) {
        String[] parts = dialect.split(":");
        return parts[0].equals(database.dialect()) && (parts.length == 1 || Double.parseDouble(parts[1]) <= 16);
    }

    private static void check(Databases kind, GoldenCase golden, String dialectName) throws SQLException {
        Outcome outcome = Outcome.of(golden, dialectName);
        assumeTrue(outcome.problems().isEmpty(), "refused before anything is sent");
        boolean code = outcome.forward().stream().anyMatch(sent -> sent.statement() instanceof Statement.Code);
        assumeTrue(!code, "holds code, which only a run has a connection for");
        if (golden.input().contains("chema")) {
            try (TestDatabase database = kind.fresh()) {
                check(database, golden, outcome, Dialects.of(dialectName));
            }
        } else {
            check(shared(kind), golden, outcome, Dialects.of(dialectName));
        }
    }

    private static TestDatabase shared(Databases kind) {
        return SHARED.computeIfAbsent(kind, Databases::fresh);
    }

    private static void check(TestDatabase database, GoldenCase golden, Outcome outcome, Dialect dialect)
            throws SQLException {
        try (Sandbox sandbox = Sandbox.in(database, newSchema())) {
            sandbox.forget(outcome.setupState().schemas());
            sandbox.forget(outcome.after().schemas());
            sandbox.send(outcome.setup());
            String before = sandbox.catalogue(outcome.setupState().schemas());
            sandbox.send(outcome.forward());
            String after = sandbox.catalogue(outcome.after().schemas());
            if (outcome.obstacle().isEmpty() && outcome.backwardRefusals().isEmpty()) {
                sandbox.send(outcome.backward());
                assertThat(sandbox.catalogue(outcome.setupState().schemas()))
                        .as("the catalogue after it was undone")
                        .isEqualTo(before);
            }
            if (isWholeStory(golden, outcome) && !tellsOldNames(golden, dialect)) {
                assertThat(after)
                        .as("the catalogue, and what the history says")
                        .isEqualTo(fromScratch(database, outcome.after(), dialect));
            }
        }
    }

    /** Whether the history knows everything that is there: no raw SQL, no view whose words a rename has made stale. */
    private static boolean isWholeStory(GoldenCase golden, Outcome outcome) {
        boolean stale = golden.input().contains("createView") && golden.input().contains("rename");
        return outcome.after().schemas().isEmpty() && !golden.input().contains("execute") && !stale;
    }

    /** H2's KEY_COLUMN_USAGE goes on telling a renamed column's old name until the database is opened again. */
    private static boolean tellsOldNames(GoldenCase golden, Dialect dialect) {
        return dialect.dialect().equals("h2") && golden.name().equals("renameColumn/in_keys_and_indexes");
    }

    private static String fromScratch(TestDatabase database, Schema state, Dialect dialect) throws SQLException {
        try (Sandbox sandbox = Sandbox.in(database, newSchema())) {
            sandbox.send(FromScratch.statements(state, dialect));
            return sandbox.catalogue(new ArrayList<>(state.schemas()));
        }
    }

    private static String newSchema() {
        return "case_" + COUNTER.incrementAndGet();
    }
}
