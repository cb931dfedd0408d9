package io.limbeck.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.MigrationReport;
import io.limbeck.error.LimbeckException;
import io.limbeck.it.Databases;
import io.limbeck.it.PgBouncer;
import io.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A pooler before the server")
class PoolerIT {

    private static final int RACERS = Integer.getInteger("crash.racers", 8);
    private static final String LOCKS = "select count(*) from pg_locks where locktype = 'advisory'";

    @TempDir
    Path folder;

    @Test
    @DisplayName("in session mode is none of Limbeck's concern")
    void session() throws Exception {
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                PgBouncer pooler = PgBouncer.before(database, "session", folder)) {
            assertThat(scripts(pooler.database()).limbeck().upgrade("heads").steps())
                    .hasSize(2);
            assertThat(scripts(database).number(LOCKS)).isZero();
        }
    }

    @Test
    @DisplayName("in transaction mode is noticed, and nothing is done")
    void transaction() throws Exception {
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                PgBouncer pooler = PgBouncer.before(database, "transaction", folder)) {
            assertThatThrownBy(() -> scripts(pooler.database()).limbeck().upgrade("heads"))
                    .hasMessageContaining("a pooler that changes the server's session underneath")
                    .hasMessageContaining("Connect to the server itself");
            assertThat(scripts(database).number("select count(*) from pg_tables where schemaname = 'public'"))
                    .isZero();
            assertThat(scripts(database).number(LOCKS)).isZero();
        }
    }

    @Test
    @DisplayName("in transaction mode lets none of many at once apply anything a second time, or leave a lock behind")
    void race() throws Exception {
        try (TestDatabase database = Databases.POSTGRESQL.fresh();
                PgBouncer pooler = PgBouncer.before(database, "transaction", folder)) {
            Scripts scripts = scripts(pooler.database());
            List<CompletableFuture<MigrationReport>> runs = new ArrayList<>();
            for (int i = 0; i < RACERS; i++) {
                runs.add(scripts.limbeck().upgradeAsync("heads"));
            }
            int applied = 0;
            List<String> refused = new ArrayList<>();
            for (CompletableFuture<MigrationReport> run : runs) {
                try {
                    applied += run.join().steps().size();
                } catch (CompletionException failed) {
                    LimbeckException report = (LimbeckException) failed.getCause();
                    refused.add(report.problems().get(0).code());
                }
            }
            assertThat(refused).allMatch("pooled-session"::equals);
            assertThat(applied).isIn(0, 2);
            assertThat(scripts(database).number(LOCKS)).isZero();
            assertThat(scripts(database).limbeck().upgrade("heads").steps()).hasSize(2 - applied);
            scripts(database).completes("b2 applied 2/2", "t", "u");
        }
    }

    private Scripts scripts(TestDatabase database) throws IOException {
        return new Scripts(folder, database)
                .script("a1", "", "createTable('t') { column 'id', integer }")
                .script("b2", "down: 'a1', ", """
                        createTable('u') { column 'id', integer }
                        insert 'u', [id: 1]
                        """);
    }
}
