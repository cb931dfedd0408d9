package io.limbeck.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.Against;
import io.limbeck.Limbeck;
import io.limbeck.error.LimbeckException;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.sql.SQLException;
import java.util.function.Consumer;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What the documentation shows of the engine")
class OutputsIT {

    @ParameterizedTest
    @CsvSource({
        "first-migration-postgresql, first-migration, postgresql, UPGRADE, base:heads",
        "first-migration-h2, first-migration, h2, UPGRADE, base:8c1f0a52e7d3",
        "first-migration-down, first-migration, postgresql, DOWNGRADE, heads:base",
        "concurrent-index-postgresql, control, postgresql, UPGRADE, base:heads",
    })
    @DisplayName("is the SQL that is written")
    void sql(String output, String topic, String dialect, Direction direction, String range) throws IOException {
        Output.check(output, Topic.of(topic).sql(dialect, direction, range));
    }

    @ParameterizedTest
    @CsvSource({
        "mistakes, refused/mistakes, DERBY",
        "failed-postgresql, refused/failing, POSTGRESQL",
        "failed-h2, refused/failing, H2"
    })
    @DisplayName("is the report of what failed")
    void failure(String output, String topic, Databases kind) throws Exception {
        complaint(output, topic, kind, limbeck -> limbeck.upgrade("heads"));
    }

    @Test
    @DisplayName("is the refusal to go back across what cannot be undone")
    void irreversible() throws Exception {
        complaint("irreversible", "irreversible", Databases.DERBY, limbeck -> {
            limbeck.upgrade();
            limbeck.downgrade("base");
        });
    }

    @Test
    @DisplayName("is the question which of two heads is meant")
    void twoHeads() throws Exception {
        complaint("two-heads", "graph", Databases.DERBY, Limbeck::upgrade);
    }

    @Test
    @DisplayName("is what no revision does yet, and what somebody did to a database")
    void check() throws Exception {
        complaint(
                "target-check",
                "target",
                Databases.DERBY,
                limbeck -> limbeck.check(Against.HISTORY).requireClean());
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                Limbeck limbeck = Topic.of("target").on(database).load()) {
            limbeck.upgrade();
            database.execute("alter table account add column note text");
            Output.check(
                    "target-drift", limbeck.check(Against.DATABASE).problems().get(0) + "\n");
        }
    }

    @Test
    @DisplayName("is the difference in brief")
    void difference() throws Exception {
        try (Limbeck limbeck = Limbeck.configure()
                .directory(Topic.of("target").folder())
                .dialect("postgresql")
                .load()) {
            Output.check(
                    "target-diff",
                    String.join("\n", limbeck.diff("history", "target").summary()) + "\n");
        }
    }

    @Test
    @DisplayName("is nothing where the rules leave nothing")
    void rules() {
        try (Limbeck limbeck = Limbeck.configure()
                .directory(Topic.of("target-rules").folder())
                .dialect("postgresql")
                .load()) {
            assertThat(limbeck.check(Against.HISTORY).problems()).isEmpty();
        }
    }

    private static void complaint(String output, String topic, Databases kind, Consumer<Limbeck> work)
            throws IOException, SQLException {
        try (TestDatabase database = kind.fresh();
                Limbeck limbeck = Topic.of(topic).on(database).load()) {
            var exception = catchThrowableOfType(LimbeckException.class, () -> work.accept(limbeck));
            Output.check(output, exception.getMessage().strip() + "\n");
        }
    }
}
