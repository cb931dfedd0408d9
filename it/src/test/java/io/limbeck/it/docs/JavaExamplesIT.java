package io.limbeck.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import io.limbeck.Outcome;
import io.limbeck.Outcomes;
import io.limbeck.RevisionStatus;
import io.limbeck.environment.Database;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.plan.Plan;
import io.limbeck.revision.Direction;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("The Java examples of the documentation")
class JavaExamplesIT {
    private static final Path DIRECTORY = Path.of("src/test/resources/docs/first-migration");

    @TempDir
    Path target;

    @ParameterizedTest
    @EnumSource
    @DisplayName("migrate a database by its URL")
    void byUrl(Databases kind) throws Exception {
        try (TestDatabase database = kind.fresh()) {
            String url = database.url();
            String username = database.username();
            String password = database.password();
            // region upgrade
            try (Limbeck limbeck = Limbeck.configure()
                    .directory(DIRECTORY)
                    .url(url)
                    .username(username)
                    .password(password)
                    .x(Map.of("region", "eu"))
                    .load()) {
                Plan plan = limbeck.plan("heads");
                MigrationReport report = limbeck.upgrade("heads");
                List<RevisionStatus> current = limbeck.current();
                // endregion
                assertThat(plan.steps()).hasSize(2);
                assertThat(report.headsAfter()).containsExactly("4be96d03c1fa");
                assertThat(current).hasSize(1);
                // region later
                CompletableFuture<MigrationReport> later = limbeck.downgradeAsync("base");
                // endregion
                assertThat(later.join().steps()).hasSize(2);
            }
        }
    }

    @Test
    @DisplayName("join a transaction that the caller rolls back")
    void joined() throws Exception {
        try (TestDatabase database = Databases.DERBY.fresh()) {
            // region connection
            try (Connection connection = database.connect()) {
                connection.setAutoCommit(false);
                Limbeck.configure()
                        .directory(DIRECTORY)
                        .connection(connection)
                        .load()
                        .upgrade();
                connection.rollback();
            }
            // endregion
            List<RevisionStatus> current = Limbeck.configure()
                    .directory(DIRECTORY)
                    .url(database.url())
                    .username(database.username())
                    .load()
                    .current();
            assertThat(current).isEmpty();
        }
    }

    @Test
    @DisplayName("write SQL")
    void offline() throws Exception {
        Path file = target.resolve("upgrade.sql");
        // region sql
        try (Writer writer = Files.newBufferedWriter(file)) {
            Limbeck.configure()
                    .directory(DIRECTORY)
                    .dialect("postgresql")
                    .load()
                    .sql(Direction.UPGRADE, "base:heads", writer);
        }
        // endregion
        assertThat(file).content().contains("CREATE TABLE account");
    }

    @Test
    @DisplayName("see problems as data")
    void problems() {
        List<String> seen = new ArrayList<>();
        Limbeck limbeck =
                Limbeck.configure().directory(DIRECTORY).dialect("derby").load();
        // region problems
        try {
            limbeck.sql("base:nowhere", new StringBuilder());
        } catch (LimbeckException exception) {
            for (Problem problem : exception.problems()) {
                seen.add(problem.code() + ": " + problem.fact());
            }
        }
        // endregion
        assertThat(seen).hasSize(1).first().asString().contains("nowhere");
        assertThatThrownBy(() -> limbeck.sql("base:nowhere", new StringBuilder()))
                .isInstanceOf(LimbeckException.class);
    }

    @Test
    @DisplayName("migrate several databases, one of which fails")
    void several() throws Exception {
        try (TestDatabase eu = Databases.H2.fresh();
                TestDatabase asia = Databases.DERBY.fresh()) {
            asia.execute("create table account (id int)");
            List<String> told = new ArrayList<>();
            // region several
            Limbeck limbeck = Limbeck.configure()
                    .directory(DIRECTORY)
                    .databases(
                            Database.named("eu").url(eu.url()).username(eu.username()),
                            Database.named("asia").url(asia.url()))
                    .parallel(8)
                    .load();
            Outcomes<MigrationReport> outcomes = limbeck.each(one -> one.upgrade("heads"));
            for (Outcome<MigrationReport> outcome : outcomes.all()) {
                String how = outcome.isFailure() ? " failed after " : " took ";
                told.add(outcome.database() + how + outcome.duration());
            }
            // endregion
            assertThat(told).hasSize(2);
            assertThat(told.get(0)).startsWith("eu took ");
            assertThat(told.get(1)).startsWith("asia failed after ");
            assertThatThrownBy(outcomes::orThrow).hasMessageContaining("database 'asia'");
        }
    }

    @Test
    @DisplayName("migrate tenants")
    void tenants() throws Exception {
        try (TestDatabase database = Databases.H2.fresh()) {
            database.execute("create schema acme", "create schema globex");
            // region tenants
            List<MigrationReport> reports = Limbeck.configure()
                    .directory(DIRECTORY)
                    .url(database.url())
                    .username(database.username())
                    .tenants("acme, globex")
                    .load()
                    .each(tenant -> tenant.upgrade("heads"))
                    .orThrow();
            // endregion
            assertThat(reports).hasSize(2);
        }
    }
}
