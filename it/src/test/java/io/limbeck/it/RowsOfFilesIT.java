package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Rows of a file")
class RowsOfFilesIT {
    private static final String COLUMNS = """
            column 'id', bigint, primaryKey: true
            column 'name', varchar(100)
            column 'price', decimal(12, 2)
            column 'rate', doublePrecision
            column 'made', timestamp
            column 'day', date
            column 'open', bool
            """;

    private static final String FILE = """
            id,name,price,rate,made,day,open
            1,plain,1.50,0.5,2026-11-23 09:30:00,2026-11-23,true
            2,"quoted, ""twice"" and 'once'",-3,-1.25E-3,2026-11-23T09:30:00.5,2026-01-01,f
            3,"two
            lines",0.00,-0.0,1999-12-31 23:59:59.999999,0999-02-28,1
            4,back\\slash \\N and \\. and \\t,12345678.90,1E10,2026-11-23 00:00:00,2026-11-23,yes
            5,,,,,,
            6,ümläut €😀,1,1,2026-11-23 09:30,2026-11-23,no
            """;

    private static final String LITERALS =
            """
            insert 'written',
                [id: 1, name: 'plain', price: 1.50, rate: 0.5d, made: T('2026-11-23T09:30:00'), day: D('2026-11-23'), open: true],
                [id: 2, name: 'quoted, "twice" and \\'once\\'', price: -3, rate: -1.25E-3d, made: T('2026-11-23T09:30:00.5'), day: D('2026-01-01'), open: false],
                [id: 3, name: 'two\\nlines', price: 0.00, rate: -0.0d, made: T('1999-12-31T23:59:59.999999'), day: D('0999-02-28'), open: true],
                [id: 4, name: 'back\\\\slash \\\\N and \\\\. and \\\\t', price: 12345678.90, rate: 1E10d, made: T('2026-11-23T00:00:00'), day: D('2026-11-23'), open: true],
                [id: 5, name: null, price: null, rate: null, made: null, day: null, open: null],
                [id: 6, name: 'ümläut €😀', price: 1, rate: 1.0d, made: T('2026-11-23T09:30:00'), day: D('2026-11-23'), open: false]
            """.replace("T('", "java.time.LocalDateTime.parse('").replace("D('", "java.time.LocalDate.parse('");

    @TempDir
    private Path directory;

    private void write(String name, String text) throws IOException {
        Files.writeString(
                Files.createDirectories(directory.resolve("migrations")).resolve(name), text);
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("are the rows that literals make, whatever way the database takes them")
    void areAsLiterals(Databases kind) throws IOException, SQLException {
        write(
                "a1.groovy",
                "revision 'a1'\nupgrade {\ncreateTable('loaded') {\n" + COLUMNS + "}\ncreateTable('written') {\n"
                        + COLUMNS + "}\ninsert 'loaded', csv: 'rows.csv'\n" + LITERALS + "}\n");
        write("rows.csv", FILE);
        try (TestDatabase database = kind.fresh()) {
            Project project = new Project(directory, database);
            project.limbeck().upgrade("heads");
            assertThat(project.rows("loaded")).isEqualTo(project.rows("written"));
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("of one column may be empty, or hold what would end a stream")
    void singleColumns(Databases kind) throws IOException, SQLException {
        write("a1.groovy", """
                revision 'a1'
                upgrade {
                    createTable('word') { column 'text', varchar(20) }
                    insert 'word', csv: 'words.csv'
                }
                """);
        write("words.csv", "text\r\n\\.\r\n\r\n\"\\.\"  \r\n\"a\n\\.\"\rlast\n");
        try (TestDatabase database = kind.fresh()) {
            Project project = new Project(directory, database);
            project.limbeck().upgrade("heads");
            assertThat(project.rows("word").lines().sorted())
                    .containsExactly("\\.", "text=\\.", "text=\\.", "text=a", "text=last", "text=null");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("go again by the key that all of them carry")
    void goAgain(Databases kind) throws IOException, SQLException {
        write("a1.groovy", """
                revision 'a1'
                upgrade {
                    createTable('item') {
                        column 'id', bigint, unique: true
                        column 'name', varchar(20), nullable: false
                        column 'made', timestamp, nullable: false
                        unique 'name', 'made'
                    }
                    insert 'item', [id: 7, name: 'stays', made: java.time.LocalDateTime.parse('2026-11-23T09:30:00')]
                }
                """);
        write("b2.groovy", "revision 'b2', down: 'a1'\nupgrade { insert 'item', csv: 'rows.csv' }\n");
        write("rows.csv", "id,name,made\n1,one,2026-11-23 09:30:00\n,\"O'X\",2026-11-23 09:30:00.5\n");
        try (TestDatabase database = kind.fresh()) {
            Project project = new Project(directory, database);
            project.limbeck().upgrade("heads");
            assertThat(project.rows("item").lines()).hasSize(3);
            project.limbeck().downgrade("-1");
            assertThat(project.rows("item").lines()).hasSize(1);
        }
    }

    @Test
    @DisplayName("become rows by INSERTs where a stream would mean something else")
    void insteadOfStreams() throws IOException, SQLException {
        write("a1.groovy", """
                revision 'a1'
                upgrade {
                    createTable('item') { column 'id', bigint, primaryKey: true; column 'name', varchar(10) }
                    execute 'create table seen (id bigint)'
                    execute 'create rule item_seen as on insert to item do also insert into seen values (new.id)'
                    insert 'item', csv: 'rows.csv'
                    createTable('numbered') { column 'id', bigint, identity: [always: true], primaryKey: true }
                    insert 'numbered', csv: 'numbers.csv'
                }
                """);
        write("rows.csv", "id,name\n1,one\n2,two\n");
        write("numbers.csv", "id\n1\n");
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            Project project = new Project(directory, database);
            assertThatThrownBy(() -> project.limbeck().upgrade("heads")).hasMessageContaining("GENERATED ALWAYS");
            write("numbers.csv", "id\n");
            project.limbeck().upgrade("heads");
            assertThat(project.rows("seen")).isEqualTo("id=1\nid=2\n");
        }
    }

    @Test
    @DisplayName("that the server refuses are told with their line of the file")
    void refusedRowsHaveLines() throws IOException, SQLException {
        write("a1.groovy", """
                revision 'a1'
                upgrade {
                    createTable('item') { column 'id', bigint, primaryKey: true; column 'name', varchar(10) }
                    insert 'item', csv: 'rows.csv'
                }
                """);
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            Project project = new Project(directory, database);
            for (String end : List.of("\n", "\r", "\r\n")) {
                String file = "id,name\n1,\"two\nlines\" \n2,fits\n3,\"one\n,more\"\n4,\"much too\nlong for it\"\n";
                write("rows.csv", file.replace("\n", end));
                assertThatThrownBy(() -> project.limbeck().upgrade("heads"))
                        .isInstanceOf(LimbeckException.class)
                        .hasMessageContaining("rows.csv:7: ")
                        .hasMessageContaining("too long");
            }
        }
    }

    @Test
    @DisplayName("that cannot be read are told before anything is sent, with their line")
    void wrongFiles() throws IOException, SQLException {
        write("a1.groovy", """
                revision 'a1'
                upgrade {
                    createTable('item') { column 'id', bigint, primaryKey: true; column 'name', varchar(10) }
                    insert 'item', csv: 'rows.csv'
                }
                """);
        try (TestDatabase database = Databases.H2.fresh()) {
            Project project = new Project(directory, database);
            wrong(project, "id,name\n1,\"two\nlines\"\nx,y\n", "rows.csv:4: 'x' is no bigint");
            wrong(project, "id,name\n1,a\n2\n", "rows.csv:3: this row has 1 values for 2 columns");
            wrong(project, "id,name\n1,a\n\n", "rows.csv:3: this row has 1 values for 2 columns");
            wrong(project, "id,name\n1,\"a\n", "is not closed");
            wrong(project, "id,name\n1,\"a\"b\n", "something stands between a closing quote and the comma");
            wrong(project, "id,\n1,a\n", "does not name its columns");
            assertThat(project.limbeck().current()).isEmpty();
            write("rows.csv", "\uFEFFid,name\r1,\"\"\r2,\"a\"  ,\r".replace("  ,", ""));
            project.limbeck().upgrade("heads");
            assertThat(project.rows("item")).isEqualTo("id=1 | name=\nid=2 | name=a\n");
        }
    }

    private void wrong(Project project, String file, String message) throws IOException {
        write("rows.csv", file);
        assertThatThrownBy(() -> project.limbeck().upgrade("heads")).hasMessageContaining(message);
    }
}
