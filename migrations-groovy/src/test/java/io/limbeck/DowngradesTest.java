package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.Problem;
import io.limbeck.revision.Direction;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A downgrade")
class DowngradesTest {

    @TempDir
    Path folder;

    private final Memory database = Memory.derby();
    private Project project;

    @BeforeEach
    void aTableWithRows() throws Exception {
        project = new Project(folder).revision("a1", "", """
                    createTable('t') {
                        column 'id', integer, primaryKey: true
                        column 'name', varchar(20)
                    }
                    insert 't', [id: 1, name: 'one']
                    update 't', [name: 'eins'], where: 'id = 1'
                """);
        database.connect().close();
    }

    @AfterEach
    void drop() throws Exception {
        database.drop();
    }

    private String names() throws Exception {
        return database.rows("select name from t order by id");
    }

    @Test
    void deletesByKeyWhatWasInsertedAndNothingElse() throws Exception {
        project.file("more.csv", "id,name\n4,four\n5,\n")
                .revision(
                        "b2",
                        "a1",
                        "    insert 't', [id: 2, name: 'two'], [id: 3, name: 'three']\n    insert 't', csv: 'more.csv'");
        Limbeck limbeck = project.on(database).load();
        limbeck.upgrade("heads");
        database.execute("insert into t values (9, 'nine')");
        assertThat(names()).isEqualTo("eins\ntwo\nthree\nfour\nnull\nnine");
        limbeck.downgrade("-1");
        assertThat(names()).isEqualTo("eins\nnine");
        limbeck.downgrade("base");
        assertThat(database.tables()).isEqualTo("db_version");
    }

    @Test
    void runsWhatIsGivenAsReverse() throws Exception {
        project.revision("b2", "a1", """
                    execute "update t set name = 'uno'", reverse: "update t set name = 'eins'"
                    data(reverse: { sql -> sql.execute 'delete from t where id = 7' }, reverseOffline: 'delete from t where id = 7',
                            offline: "insert into t values (7, 'seven')") { sql ->
                        sql.execute "insert into t values (7, 'seven')"
                    }
                """);
        Limbeck limbeck = project.on(database).load();
        limbeck.upgrade("heads");
        assertThat(names()).isEqualTo("uno\nseven");
        limbeck.downgrade("a1");
        assertThat(names()).isEqualTo("eins");

        StringBuilder down = new StringBuilder();
        project.offline("h2").load().sql(Direction.DOWNGRADE, "b2:a1", down);
        assertThat(down.toString()).contains("\ndelete from t where id = 7;\n").containsSubsequence("id = 7", "'eins'");
    }

    @Test
    void isRefusedWholeWhereSomethingCannotBeUndoneAndValidationSaysSoBeforehand() throws Exception {
        project.revision("b2", "a1", """
                    addColumn 't', 'x', integer
                    execute 'update t set x = 1'
                    data { sql -> }
                    update 't', [x: 2]
                    delete 't', where: 'id = 99'
                    insert 't', [name: 'without a key']
                """.replace(
                                "insert 't', [name: 'without a key']", "createTable('u') { column 'n', integer }"))
                .revision("c3", "b2", "    insert 'u', [n: 1]")
                .file(
                        "d4.groovy",
                        "revision 'd4', down: 'c3'\nupgrade {\n    insert 't', [id: 4]\n}\n"
                                + "downgrade {\n    irreversible 'the rows are with the bank'\n}\n");
        Limbeck limbeck = project.on(database).load();
        limbeck.upgrade("heads");
        String before = database.versions();
        assertThatThrownBy(() -> limbeck.downgrade("base")).hasMessage("""
                d4.groovy:6:5: this revision says that it cannot be undone: the rows are with the bank
                    irreversible 'the rows are with the bank'
                    ^
                  Choose a target above it.

                c3.groovy:3:5: this cannot be undone: a row that was inserted into 'u' carries no primary or unique key to find it by
                    insert 'u', [n: 1]
                    ^
                  Write a downgrade block, or say downgrade { irreversible 'why' }.

                b2.groovy:4:5: this cannot be undone: an execute without 'reverse:' cannot be undone
                    execute 'update t set x = 1'
                    ^
                  Write a downgrade block, or say downgrade { irreversible 'why' }.

                b2.groovy:5:5: this cannot be undone: a data block without 'reverse:' cannot be undone
                    data { sql -> }
                    ^
                  Write a downgrade block, or say downgrade { irreversible 'why' }.

                b2.groovy:6:5: this cannot be undone: what the rows of 't' held before this update is not known
                    update 't', [x: 2]
                    ^
                  Write a downgrade block, or say downgrade { irreversible 'why' }.

                b2.groovy:7:5: this cannot be undone: the rows of 't' that this deletes are not known
                    delete 't', where: 'id = 99'
                    ^
                  Write a downgrade block, or say downgrade { irreversible 'why' }.""");
        assertThat(database.versions()).isEqualTo(before);
        assertThat(limbeck.validate().irreversible().stream()
                        .map(Problem::where)
                        .map(String::valueOf))
                .containsExactly(
                        "b2.groovy:4:5",
                        "b2.groovy:5:5",
                        "b2.groovy:6:5",
                        "b2.groovy:7:5",
                        "c3.groovy:3:5",
                        "d4.groovy:6:5");
    }

    @Test
    void restoresWhatWasDroppedAndAltered() throws Exception {
        project.revision("b2", "a1", """
                    alterColumn 't', 'name', nullable: false, default: 'x'
                    createIndex 't', 'name'
                """).revision("c3", "b2", """
                    dropIndex 't', 'ix_t_name'
                    dropColumn 't', 'name'
                """);
        Limbeck limbeck = project.on(database).load();
        limbeck.upgrade("b2");
        String columns = "select columnname, columndatatype, columndefault from sys.syscolumns c join sys.systables t"
                + " on c.referenceid = t.tableid where t.tablename = 'T' order by columnname";
        String before = database.rows(columns);
        limbeck.upgrade("heads");
        limbeck.downgrade("b2");
        assertThat(database.rows(columns)).isEqualTo(before);
    }

    @Test
    void ofRawSqlsTableWorksByItsOwnBlock() throws Exception {
        project.file(
                        "b2.sql",
                        "-- revision: b2\n-- down: a1\n-- message: raw\n-- upgrade\n"
                                + "create table raw_made (id int not null primary key, label varchar(10)); -- made\n;\n"
                                + "insert into raw_made values (1, 'a;b');\n-- downgrade\ndrop table raw_made;\n")
                .revision("c3", "b2", """
                    addColumn 'raw_made', 'extra', integer
                    alterColumn 'raw_made', 'label', type: text
                    createIndex 'raw_made', ['id', 'extra']
                    insert 'raw_made', [id: 2, label: 'c', extra: 3]
                    dropColumn 'raw_made', 'extra'
                """.replace("    createIndex 'raw_made', ['id', 'extra']\n", ""));
        Limbeck limbeck = project.on(database).load();
        limbeck.upgrade("b2");
        limbeck.upgrade("heads");
        assertThat(database.rows("select id, label from raw_made order by id")).isEqualTo("1|a;b\n2|c");
        project.revision("d4", "c3", "    dropColumn 'raw_made', 'lable'");
        assertThatThrownBy(() -> limbeck.upgrade("heads"))
                .hasMessageContaining("table 'raw_made' has no column 'lable' at this point");
    }
}
