package io.limbeck.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.it.Databases;
import io.limbeck.it.PgBouncer;
import io.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A pooler before the server")
class PoolerIT {

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

    private Scripts scripts(TestDatabase database) throws IOException {
        return new Scripts(folder, database)
                .script("a1", "", "createTable('t') { column 'id', integer }")
                .script("b2", "down: 'a1', ", """
                        createTable('u') { column 'id', integer }
                        insert 'u', [id: 1]
                        """);
    }
}
