package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import io.limbeck.revision.Direction;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("A written script")
class WritingTest {

    @TempDir
    Path folder;

    private Project project;

    @BeforeEach
    void aSmallHistoryWithAMerge() {
        project = new Project(folder)
                .file("a1.groovy", """
                        revision 'a1', message: 'create account'

                        upgrade {
                            createTable('account') {
                                column 'id', integer, primaryKey: true
                                column 'name', varchar(40)
                            }
                            insert 'account', [id: 1, name: "Müller; it's -- me"]
                        }
                        """)
                .file("b2.sql", """
                        -- revision: b2
                        -- down: a1
                        -- message: it's Übergröße
                        -- upgrade
                        insert into account values (2, 'a;b'); -- the second
                        ;
                        create index ix_name on account (name) -- the last
                        -- downgrade
                        drop index ix_name;
                        delete from account where id = 2;
                        """)
                .file("c3.groovy", """
                        revision 'c3', down: 'a1', message: '%s'

                        upgrade {
                            data(offline: 'update account set name = upper(name)',
                                    reverse: { sql -> }, reverseOffline: ["update account set name = 'x'"]) { sql ->
                                sql.executeUpdate 'update account set name = upper(name)'
                            }
                            insert 'account', csv: 'more.csv'
                            execute 'update account set name = :name where id = :id', [name: "it's", id: 1],
                                    reverse: "update account set name = 'x' where id = 1"
                        }
                        """.formatted("long ".repeat(120)))
                .file("more.csv", "id,name\n7,sieben\n8,\n")
                .file("d4.groovy", "revision 'd4', down: ['b2', 'c3'], message: 'merge'\nupgrade {\n}\n");
    }

    private String written(String dialect, Direction direction, String range) {
        StringBuilder out = new StringBuilder();
        project.offline(dialect).load().sql(direction, range, out);
        return out.toString();
    }

    @Test
    void leavesH2AsARunOnAConnectionDoes() throws Exception {
        Memory online = Memory.h2();
        project.on(online).load().upgrade("heads");
        Memory offline = Memory.h2();
        offline.connect().close();
        Path script = Files.writeString(folder.resolve("up.sql"), written("h2", Direction.UPGRADE, "base:heads"));
        org.h2.tools.RunScript.main("-url", offline.url(), "-script", script.toString());
        for (String table : List.of(
                "select id, name from account order by id",
                "select revision, message, script, checksum, statements, statements_done, status from db_version"
                        + " order by revision")) {
            assertThat(offline.rows(table)).isEqualTo(online.rows(table));
        }
        assertThat(online.rows("select name from account where id = 1")).isEqualTo("it's");
        assertThat(online.rows("select char_length(message) from db_version where revision = 'c3'"))
                .isEqualTo("500");
        online.drop();
        offline.drop();
    }

    @Test
    void needsNoDriverAndTellsTheDialectFromAUrl() {
        List<String> loaded = new ArrayList<>();
        ClassLoader spying = new ClassLoader(getClass().getClassLoader()) {
            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                loaded.add(name);
                return super.loadClass(name, resolve);
            }
        };
        StringBuilder out = new StringBuilder();
        Limbeck.configure()
                .directory(folder)
                .url("jdbc:postgresql://nowhere.example/shop")
                .classLoader(spying)
                .load()
                .sql("base:heads", out);
        assertThat(out.toString()).isEqualTo(written("postgresql", Direction.UPGRADE, "base:heads"));
        assertThat(loaded).noneMatch(name -> name.contains("Driver") || name.startsWith("org.postgresql"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "UPGRADE   | heads:base  | 'heads:base' leads down",
                "UPGRADE   | heads:heads | there is no revision on the way of 'heads:heads'",
                "UPGRADE   | base:zz     | there is no revision or label 'zz'",
                "DOWNGRADE | base        | a downgrade without a database needs both ends, and 'base' is one",
                "DOWNGRADE | base:heads  | 'base:heads' leads up",
                "STAMP     | a1:a1       | there is no revision on the way of 'a1:a1'"
            })
    void ofNothingOrTheWrongWayIsAnError(Direction direction, String range, String fact) {
        StringBuilder out = new StringBuilder();
        assertThatThrownBy(() -> project.offline("h2").load().sql(direction, range, out))
                .isInstanceOf(LimbeckException.class)
                .hasMessageStartingWith(fact + "\n  ");
        assertThat(out).isEmpty();
    }

    @Test
    void wantsADialectThatIsKnown() {
        assertThatThrownBy(() -> written("postgres", Direction.UPGRADE, "base:heads"))
                .hasMessage("'postgres' is not a dialect\n  Did you mean 'postgresql'?");
        assertThatThrownBy(() -> Limbeck.configure().directory(folder).load().sql("base:heads", new StringBuilder()))
                .hasMessageContaining("SQL can be written only for a known dialect");
    }
}
