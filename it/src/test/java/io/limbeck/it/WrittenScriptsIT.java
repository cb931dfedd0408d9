package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.Limbeck;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A written script")
class WrittenScriptsIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("keeps umlauts, apostrophes, semicolons and comments on its way through the database's own client")
    void keepsEveryCharacter(Databases kind) throws Exception {
        Path migrations = Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(migrations.resolve("a1.groovy"), """
                revision 'a1', message: "it's Übergröße; -- €"

                upgrade {
                    createTable('wörter') {
                        column 'id', integer, primaryKey: true
                        column 'text', varchar(80)
                    }
                    insert 'wörter', [id: 1, text: "Müller; it's -- me /* ß */"], [id: 2, text: 'C:\\\\temp :name']
                }
                """);
        Files.writeString(migrations.resolve("b2.sql"), """
                -- revision: b2
                -- down: a1
                -- upgrade
                create table plain (id int not null, label varchar(20)); -- ends in a comment
                ;
                insert into plain values (1, 'a;b')
                -- before the end
                ;
                insert into plain values (2, 'ÄÖÜ€') -- no semicolon here
                """);
        try (TestDatabase online = kind.fresh();
                TestDatabase offline = kind.fresh()) {
            Limbeck.configure()
                    .directory(folder)
                    .url(online.url())
                    .username(online.username())
                    .password(online.password())
                    .load()
                    .upgrade();
            StringWriter script = new StringWriter();
            Limbeck.configure().directory(folder).dialect(kind.dialect()).load().sql("base:heads", script);
            Path file = Files.writeString(folder.resolve("up.sql"), script.toString());
            kind.client().run(offline, file).orFail();
            assertThat(rows(offline))
                    .isEqualTo(rows(online))
                    .contains("it's Übergröße; -- €", "ÄÖÜ€", "Müller; it's -- me /* ß */");
        }
    }

    private static String rows(TestDatabase database) throws SQLException {
        try (Connection connection = database.connect()) {
            String quote = connection.getMetaData().getIdentifierQuoteString();
            return Rows.dump(connection, quote + "wörter" + quote)
                    + Rows.dump(connection, "plain")
                    + Rows.dump(connection, "db_version", "applied_at", "applied_by", "duration_ms");
        }
    }
}
