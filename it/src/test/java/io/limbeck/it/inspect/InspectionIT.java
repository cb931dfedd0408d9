package io.limbeck.it.inspect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dialect.Version;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.golden.Sandbox;
import io.limbeck.sql.Statement;
import java.util.*;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Inspecting what a golden case has made gives the state that was asked for; {@code -Dgolden.database=h2} for one. */
class InspectionIT {
    private static final Map<Databases, TestDatabase> SHARED = new EnumMap<>(Databases.class);
    private static final AtomicInteger COUNTER = new AtomicInteger();

    @TestFactory
    Stream<DynamicContainer> whatIsInspectedIsWhatWasAskedFor() {
        String only = System.getProperty("golden.database", "");
        return Stream.of(Databases.values())
                .filter(database -> only.isEmpty() || database.dialect().equals(only))
                .map(database -> DynamicContainer.dynamicContainer(
                        database.dialect(),
                        GoldenCases.all().stream().flatMap(golden -> golden.namesOf(database.dialect()).stream()
                                .map(name -> DynamicTest.dynamicTest(golden.name() + " as " + name, () -> check(database, golden, name))))));
    }

    private void check(Databases kind, GoldenCase golden, String name) throws Exception {
        Outcome outcome = Outcome.of(golden, name);
        assumeTrue(outcome.problems().isEmpty(), "refused before anything is sent");
        assumeTrue(!golden.input().contains("execute"), "raw");
        assumeTrue(!(golden.input().contains("createView") && golden.input().contains("rename")), "stale");
        boolean alone = golden.input().contains("chema");
        TestDatabase shared = alone ? kind.fresh() : SHARED.computeIfAbsent(kind, Databases::fresh);
        try (var connection = shared.connect()) {
            var server = Version.of(connection.getMetaData().getDatabaseMajorVersion(), connection.getMetaData().getDatabaseMinorVersion());
            assumeTrue(Dialects.of(name).version().filter(version -> version.compareTo(server) > 0).isEmpty());
            Dialect dialect = name.contains(":") ? Dialects.of(name) : Dialects.of(kind.dialect(), Optional.of(server));
            try (Sandbox sandbox = Sandbox.in(shared, "case_" + COUNTER.incrementAndGet(), alone)) {
                sandbox.send(outcome.setup());
                sandbox.send(outcome.forward());
                LawFive.check(golden.name(), sandbox.inspected(dialect, outcome.after().schemas()), outcome.after(), dialect);
                if (alone) sandbox.forget(outcome.after().schemas());
            }
        }
    }
}
