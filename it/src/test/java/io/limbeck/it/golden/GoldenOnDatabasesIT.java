package io.limbeck.it.golden;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dialect.Version;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.Outcome;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.kit.DialectKit;
import io.limbeck.kit.Scratch;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * What the golden cases say is what the databases take, do, and undo, and what inspection reads there;
 * {@code -Dgolden.database=h2} tries one database alone, {@code -Dgolden.case=createTable} the cases whose name has that.
 */
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
        String only = System.getProperty("golden.database", "");
        return Stream.of(Databases.values())
                .filter(database -> only.isEmpty() || database.dialect().equals(only))
                .map(database -> DynamicContainer.dynamicContainer(
                        database.dialect(), Stream.of(database).flatMap(each -> new Kit(each).tests())));
    }

    private static final class Kit extends DialectKit {

        private final Databases kind;
        private final Inspected inspected;
        private Version server;

        Kit(Databases kind) {
            this.kind = kind;
            this.inspected = new Inspected(kind);
        }

        Stream<DynamicTest> tests() {
            String part = System.getProperty("golden.case", "");
            Stream<DynamicTest> cases = everyCaseRunsAndIsUndone()
                    .filter(test -> test.getDisplayName().contains(part));
            return part.isEmpty()
                    ? Stream.concat(
                            cases,
                            Stream.of(DynamicTest.dynamicTest(
                                    "each known difference is still there", inspected::requireGaps)))
                    : cases;
        }

        @Override
        protected void look(GoldenCase golden, String name, Outcome outcome, Scratch scratch) throws SQLException {
            Dialect dialect = Dialects.of(name).version().isPresent()
                    ? Dialects.of(name)
                    : Dialects.of(name, Optional.of(server()));
            inspected.check(golden, outcome.after(), (Sandbox) scratch, dialect);
        }

        @Override
        protected String dialect() {
            return kind.dialect();
        }

        @Override
        protected Version server() {
            if (server == null) {
                try (Connection connection = shared().connect()) {
                    server = Version.of(
                            connection.getMetaData().getDatabaseMajorVersion(),
                            connection.getMetaData().getDatabaseMinorVersion());
                } catch (SQLException unreachable) {
                    throw new IllegalStateException(unreachable);
                }
            }
            return server;
        }

        private TestDatabase shared() {
            return SHARED.computeIfAbsent(kind, Databases::fresh);
        }

        /** HSQLDB works its whole catalogue out for each query, so one database of all cases' tables slows it down. */
        @Override
        protected Scratch open(GoldenCase golden) throws SQLException {
            boolean alone = kind == Databases.HSQLDB || golden.input().contains("chema");
            Sandbox sandbox = Sandbox.in(alone ? kind.fresh() : shared(), "case_" + COUNTER.incrementAndGet(), alone);
            if (alone) {
                Outcome outcome = Outcome.of(golden, kind.dialect());
                sandbox.forget(outcome.setupState().schemas());
                sandbox.forget(outcome.after().schemas());
            }
            return sandbox;
        }

        /** H2's KEY_COLUMN_USAGE goes on telling a renamed column's old name until the database is opened again. */
        @Override
        protected boolean isToldWrong(GoldenCase golden) {
            return kind == Databases.H2 && golden.name().equals("renameColumn/in_keys_and_indexes");
        }
    }
}
