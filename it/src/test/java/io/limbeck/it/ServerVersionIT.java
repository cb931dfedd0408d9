package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.revision.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What a server's version allows")
class ServerVersionIT {

    private static final String REFUSED = "a1.groovy:4:5: h2 cannot do 'nullsNotDistinct'";

    @TempDir
    Path folder;

    @BeforeEach
    void whatOlderServersLack() throws Exception {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/a1.groovy"), """
                revision 'a1'

                upgrade {
                    createTable('t') {
                        column 'code', varchar(10)
                        unique 'code', nullsNotDistinct: true
                    }
                }
                """);
    }

    private Configuration configuration() {
        return Limbeck.configure().directory(folder);
    }

    @Test
    @DisplayName("is used offline where the dialect is named with that version, and not without one")
    void isSaidOffline() {
        assertThat(sql("h2:2.3")).contains("UNIQUE NULLS NOT DISTINCT (code)");
        assertThatThrownBy(() -> sql("h2:2.2")).hasMessageContaining(REFUSED);
        assertThatThrownBy(() -> sql("h2")).hasMessageContaining(REFUSED).hasMessageContaining("'h2:2.3'");
    }

    @Test
    @DisplayName("is what the real one says online, whatever the dialect is called")
    void isAskedOnline() throws Exception {
        try (TestDatabase database = Databases.H2.fresh()) {
            Configuration online = configuration()
                    .url(database.url())
                    .username(database.username())
                    .password(database.password());
            online.dialect("h2:2.1").load().upgrade("heads");
            database.execute("insert into t values (null)");
            assertThatThrownBy(() -> database.execute("insert into t values (null)"))
                    .hasMessageContaining("UQ_T_CODE");
        }
    }

    private String sql(String dialect) {
        StringBuilder sql = new StringBuilder();
        configuration().dialect(dialect).load().sql(Direction.UPGRADE, "base:heads", sql);
        return sql.toString();
    }
}
