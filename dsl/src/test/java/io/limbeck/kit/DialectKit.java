package io.limbeck.kit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dialect.Version;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import io.limbeck.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Runs every golden case on a database: what the dialect says is taken, leaves what the history says, and is undone.
 *
 * <p>A dialect's test extends this class, names the dialect and opens scratch schemas:
 *
 * <pre>
 * class OursOnItsDatabaseTest extends DialectKit {
 *     protected String dialect() { return "ours"; }
 *     protected Scratch open(GoldenCase golden) throws SQLException {
 *         return new Scratch(DriverManager.getConnection("jdbc:ours:" + golden.name()));
 *     }
 * }
 * </pre>
 */
public abstract class DialectKit {

    /** The dialect's name, without a version. */
    protected abstract String dialect();

    /** An empty schema for one case; a case that makes schemas wants a database to itself. */
    protected abstract Scratch open(GoldenCase golden) throws Exception;

    /** The server's version, which decides which of the cases for certain versions are run; by default all are. */
    protected Version server() {
        return Version.of(Integer.MAX_VALUE);
    }

    /** Whether the database's own catalogue is known to tell a case wrong, so that it is not compared. */
    protected boolean isToldWrong(GoldenCase golden) {
        return false;
    }

    /** Looks at what a case has left, before it is undone. */
    protected void look(GoldenCase golden, String name, Outcome outcome, Scratch scratch) throws Exception {
        // the catalogues are compared anyway
    }

    @TestFactory
    public final Stream<DynamicTest> everyCaseRunsAndIsUndone() {
        return GoldenCases.all().stream()
                .flatMap(golden -> golden.namesOf(dialect()).stream()
                        .filter(this::isServed)
                        .map(name ->
                                DynamicTest.dynamicTest(golden.name() + " as " + name, () -> check(golden, name))));
    }

    private boolean isServed(String name) {
        return Dialects.of(name)
                .version()
                .filter(version -> version.compareTo(server()) > 0)
                .isEmpty();
    }

    private void check(GoldenCase golden, String name) throws Exception {
        Outcome outcome = Outcome.of(golden, name);
        assumeTrue(outcome.problems().isEmpty(), "refused before anything is sent");
        boolean code = outcome.forward().stream().anyMatch(sent -> sent.statement() instanceof Statement.Code);
        assumeTrue(!code, "holds code, which only a run has a connection for");
        try (Scratch scratch = open(golden)) {
            scratch.send(outcome.setup());
            String before = scratch.catalogue(outcome.setupState().schemas());
            scratch.send(outcome.forward());
            String after = scratch.catalogue(outcome.after().schemas());
            look(golden, name, outcome, scratch);
            if (outcome.obstacle().isEmpty() && outcome.backwardRefusals().isEmpty()) {
                scratch.send(outcome.backward());
                assertThat(scratch.catalogue(outcome.setupState().schemas()))
                        .as("the catalogue after it was undone")
                        .isEqualTo(before);
            }
            if (isWholeStory(golden, outcome) && !isToldWrong(golden)) {
                assertThat(after)
                        .as("the catalogue, and what the history says")
                        .isEqualTo(fromScratch(golden, outcome, Dialects.of(name)));
            }
            Proof.executed(name, golden, scratch.server());
        }
    }

    /** Whether the history knows everything that is there: no raw SQL, no view whose words a rename has made stale. */
    private static boolean isWholeStory(GoldenCase golden, Outcome outcome) {
        boolean stale = golden.input().contains("createView") && golden.input().contains("rename");
        return outcome.after().schemas().isEmpty() && !golden.input().contains("execute") && !stale;
    }

    private String fromScratch(GoldenCase golden, Outcome outcome, Dialect dialect) throws Exception {
        try (Scratch scratch = open(golden)) {
            scratch.send(FromScratch.statements(outcome.after(), dialect));
            return scratch.catalogue(List.copyOf(outcome.after().schemas()));
        }
    }
}
