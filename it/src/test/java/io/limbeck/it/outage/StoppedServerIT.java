package io.limbeck.it.outage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.error.LimbeckException;
import io.limbeck.it.Breakable;
import io.limbeck.it.Databases;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A server that ends in the middle of a migration")
class StoppedServerIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"MARIADB", "POSTGRESQL"})
    @DisplayName("is told of as such; while it is away, so is that; once it is back, the next run does the rest")
    void ends(Databases kind) throws Exception {
        try (Breakable server = Breakable.of(kind)) {
            Scripts scripts = new Scripts(folder, server.database())
                    .script("a1", "", "createTable('t') { column 'id', integer }")
                    .script("b2", "down: 'a1', ", """
                            createTable('u') { column 'id', integer }
                            insert 'u', [id: 1]
                            addColumn 't', 'name', varchar(20)
                            createTable('v') { column 'id', integer }
                            """);
            scripts.limbeck().upgrade("a1");
            LimbeckException report;
            try (Connection other = server.database().connect();
                    Statement statement = other.createStatement()) {
                other.setAutoCommit(false);
                statement.execute("insert into t values (1)");
                CompletableFuture<?> run = scripts.limbeck().upgradeAsync("heads");
                scripts.waiting(run);
                server.kill();
                report = Scripts.report(run);
            }
            assertThat(report)
                    .message()
                    .contains("the connection to the database was lost: ", "Statement 3 of 4 of b2:")
                    .contains(
                            kind == Databases.POSTGRESQL
                                    ? "Rolled back: all of b2."
                                    : "2 of 4 statements of b2 stay done; how the failed one went is not known.")
                    .contains("Once the database can be reached again, run: mvn db:migrate");
            assertThat(catchThrowableOfType(
                            LimbeckException.class, () -> scripts.limbeck().upgrade("heads")))
                    .message()
                    .contains("the database cannot be connected to: ", "Check that the server runs");
            server.restart();
            scripts.completes("b2 applied 4/4", "t", "u", "v");
            assertThat(scripts.number("select count(*) from u")).isEqualTo(1);
        }
    }
}
