package io.limbeck.it.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.dialect.Dialects;
import io.limbeck.revision.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A dialect that comes from outside")
class MadeUpIT {

    private static final String NOTE = """
            revision 'a1', message: 'create note'

            upgrade {
                createTable('note') {
                    column 'id', bigint, primaryKey: true
                    column 'day', varchar(10).on(madeup: type('WEEKDAY'), h2: chars(9))
                    unique 'day', nullsNotDistinct: true
                }
                on('madeup') {
                    execute 'WAKE UP'
                }
            }
            """;

    @TempDir
    Path folder;

    @Test
    @DisplayName("is found by its name, with a version or without, and by its URL")
    void isFound() {
        assertThat(Dialects.of("madeup")).isInstanceOf(MadeUp.class).hasToString("madeup");
        assertThat(Dialects.of("madeup:3.1")).hasToString("madeup:3.1");
        assertThat(Dialects.ofUrl("jdbc:madeup://host/shop")).get().isInstanceOf(MadeUp.class);
        assertThat(Dialects.names()).contains("madeup").containsAll(Dialects.own());
        assertThat(Dialects.own()).doesNotContain("madeup");
        assertThatThrownBy(() -> Dialects.of("made-up")).hasMessageContaining("Did you mean 'madeup'?");
    }

    @Test
    @DisplayName("is one that scripts can name and that SQL can be written for")
    void isWritten() throws Exception {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("a1.groovy"), NOTE);
        assertThat(sql("madeup:3"))
                .contains("-- upgrade from base to a1, for madeup:3", "run with: madeup < ")
                .contains("CREATE TABLE note (\n    id BIGINT NOT NULL,\n    \"day\" WEEKDAY,")
                .contains("WAKE UP;")
                .contains("UNIQUE NULLS NOT DISTINCT (\"day\")");
        assertThat(sql("h2:2.3")).contains("\"day\" CHAR(9)").doesNotContain("WAKE UP");
        assertThatThrownBy(() -> sql("madeup"))
                .hasMessageContaining("a1.groovy:4:5: madeup cannot do 'nullsNotDistinct'")
                .hasMessageContaining("Say the version of a newer server, as in the dialect 'madeup:3'.");
    }

    private String sql(String dialect) {
        StringBuilder sql = new StringBuilder();
        try (Limbeck limbeck =
                Limbeck.configure().directory(folder).dialect(dialect).load()) {
            limbeck.sql(Direction.UPGRADE, "base:heads", sql);
        }
        return sql.toString();
    }
}
