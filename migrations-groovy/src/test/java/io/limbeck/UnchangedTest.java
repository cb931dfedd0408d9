package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Scripts that were applied count as unchanged")
class UnchangedTest {

    private static final String GROOVY = """
            revision 'a1', message: 'people'
            upgrade {
                createTable('t') { column 'id', integer }
            }
            """;

    private static final String SQL = """
            -- revision: b2
            -- down: a1
            -- message: names

            -- upgrade
            create table u (id integer, name varchar(20) default 'a;b');
            insert into u values (1, 'it''s');

            -- downgrade
            drop table u;
            """;

    private static final String REPEATABLE = """
            repeatable 'names'
            upgrade {
                execute 'create or replace view names as select name from u'
            }
            """;

    @TempDir
    Path folder;

    private final Memory database = Memory.h2();
    private Project project;

    @BeforeEach
    void apply() throws SQLException {
        project = new Project(folder)
                .file("a1.groovy", GROOVY)
                .file("b2.sql", SQL)
                .file("names.groovy", REPEATABLE);
        project.on(database).load().upgrade("heads");
    }

    @AfterEach
    void drop() throws SQLException {
        database.drop();
    }

    private void saysNothing() throws SQLException {
        Limbeck limbeck = project.on(database).load();
        assertThat(limbeck.validate().databaseAsked()).isTrue();
        assertThat(limbeck.status()).extracting(RevisionStatus::state).containsOnly(RevisionStatus.State.APPLIED);
        assertThat(limbeck.repair().mended()).isEmpty();
        assertThat(limbeck.upgrade("heads").steps()).isEmpty();
    }

    private void rewrite(String name, String text) throws IOException {
        Files.writeString(folder.resolve("migrations").resolve(name), text);
    }

    @Test
    void inAnotherFolderAndByAnotherName() throws Exception {
        Path migrations = folder.resolve("migrations");
        Path deeper = Files.createDirectories(migrations.resolve("2026/11"));
        Files.move(migrations.resolve("a1.groovy"), deeper.resolve("0001_people.groovy"));
        Files.move(migrations.resolve("b2.sql"), deeper.resolve("names of people.sql"));
        Files.move(migrations.resolve("names.groovy"), deeper.resolve("R_names.groovy"));
        saysNothing();
    }

    @Test
    void withTheLineEndingsOfAnotherSystem() throws Exception {
        rewrite("a1.groovy", GROOVY.replace("\n", "\r\n"));
        rewrite("b2.sql", "\uFEFF" + SQL.replace("\n", "\r\n"));
        rewrite("names.groovy", REPEATABLE.replace("\n", "\r\n").stripTrailing());
        saysNothing();
    }

    @Test
    void withOtherComments() throws Exception {
        rewrite("a1.groovy", "// who\n" + GROOVY.replace("createTable", "/* what */ createTable") + "/** why */\n");
        rewrite("b2.sql", SQL.replace("insert", "-- one\n/* two */ insert"));
        rewrite("names.groovy", REPEATABLE.replace("execute", "// so that they are there\n    execute"));
        saysNothing();
    }

    @Test
    void formattedInAnotherWay() throws Exception {
        rewrite("a1.groovy", GROOVY.replace("{ column 'id', integer }", "{\n\t\tcolumn  'id',\n\t\t\tinteger\n\t}"));
        rewrite(
                "b2.sql",
                SQL.replace("(id integer, name", "(\n  id   integer,\n  name").replace("\n\n", "\n\n\n"));
        rewrite("names.groovy", REPEATABLE.replace("    ", "\t"));
        saysNothing();
    }
}
