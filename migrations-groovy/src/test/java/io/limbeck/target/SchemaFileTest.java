package io.limbeck.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.script.Declaring;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A schema.groovy")
class SchemaFileTest {

    private static final Dialect DIALECT = Dialects.of("postgresql");

    private static Schema schema(String text) {
        return Declared.schema(List.of(Declaring.of(text, DIALECT)), Schema.EMPTY);
    }

    private static final String BANK = """
            schema 'bank'
            table('account') {
                column 'id', bigint, identity: true, primaryKey: true
                column 'owner_id', bigint, references: 'person'
                column 'mood', enumeration('mood', ['sad', 'ok'])
                check 'owner_id > 0'
            }
            view 'busy', 'select id from account'
            sequence 'number', start: 1000
            table('person', schema: null) {
                column 'id', bigint, primaryKey: true
                column 'best_account', bigint, references: 'account(id)'
            }
            enumeration 'colour', ['red', 'green']
            """;

    @Test
    @DisplayName("says in any order what there is, foreign keys in a circle too")
    void anyOrder() {
        Schema schema = schema(BANK);

        assertThat(schema.schemas()).containsExactly("bank");
        assertThat(schema.tables()).hasSize(2);
        assertThat(schema.views()).hasSize(1);
        assertThat(schema.enums()).hasSize(2);
        ForeignKey owner = schema.known(Name.of("account"))
                .orElseThrow()
                .constraints(ForeignKey.class)
                .get(0);
        assertThat(owner.name()).isEqualTo("fk_account_owner_id_person");
        assertThat(owner.referredColumns()).containsExactly("id");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BANK + "def nothing = 1\n",
                "['account', 'person'].each { name -> table(name) { column 'id', bigint, primaryKey: true } }",
                "def money(name) { column name, decimal(12, 2), nullable: false }\n"
                        + "table('a') { column 'id', bigint\n money 'price' }",
                "if (x.tall == 'yes' && dialect == 'postgresql') { table('a') { column 'id', bigint } }",
            })
    @DisplayName("may hold code, and is compiled then")
    void compiled(String text) {
        assertThat(schema(text).tables()).isNotEmpty();
    }

    @Test
    @DisplayName("reads the same compiled")
    void readAsCompiled() {
        assertThat(schema(BANK + "def nothing = 1\n")).isEqualTo(schema(BANK));
    }

    @Test
    @DisplayName("may differ by dialect")
    void byDialect() {
        String text = "on('postgresql') { table('a') { column 'id', bigint } }\n"
                + "on('h2', 'oracle') { table('b') { column 'id', bigint } }";

        assertThat(schema(text).tables())
                .extracting(table -> table.name().value())
                .containsExactly("a");
    }

    @Test
    @DisplayName("tells all that is wrong, each at its place")
    void problems() {
        String text = """
                tabel('a') { column 'id', bigint }
                table('b') {
                    colunm 'id', bigint
                }
                table('c', ifNotExists: true) {
                    column 'id', bigint, nulable: false
                }
                createTable('d') { column 'id', bigint }
                table('c') { column 'id', bigint }
                view 'v', 'select 1', replace: true
                """;
        String complaints = """
                schema.groovy:1:1: 'tabel' means nothing here
                    tabel('a') { column 'id', bigint }
                    ^
                  Did you mean 'table'?

                schema.groovy:3:5: 'colunm' means nothing here
                    colunm 'id', bigint
                    ^
                  Did you mean 'column'?

                schema.groovy:5:12: 'table' has no option 'ifNotExists'
                    table('c', ifNotExists: true) {
                               ^
                  It says what is to be there, whatever is there now.
                """;

        assertThatThrownBy(() -> schema(text))
                .hasMessageStartingWith(complaints)
                .satisfies(thrown -> {
                    assertThat(thrown.getMessage().lines().filter(line -> line.startsWith("schema.groovy")))
                            .extracting(line -> line.replaceAll("^(schema.groovy:\\d+:\\d+): .*", "$1"))
                            .containsExactly(
                                    "schema.groovy:1:1",
                                    "schema.groovy:3:5",
                                    "schema.groovy:5:12",
                                    "schema.groovy:6:26",
                                    "schema.groovy:8:1",
                                    "schema.groovy:10:23",
                                    "schema.groovy:2:7",
                                    "schema.groovy:9:7");
                    assertThat(thrown).hasMessageEndingWith("Leave one of the two out.");
                });
        assertThatThrownBy(() -> schema(text + "def compiled = 1\n"))
                .satisfies(thrown -> assertThat(thrown.getMessage()).isEqualTo(message(text)));
    }

    @Test
    @DisplayName("has no foreign key to a table that is not declared")
    void dangling() {
        assertThatThrownBy(() -> schema("table('a') { column 'b_id', bigint, references: 'b' }"))
                .hasMessageContaining("schema.groovy:1:1")
                .hasMessageContaining("'b'");
    }

    private static String message(String text) {
        try {
            schema(text);
            throw new AssertionError("nothing is wrong");
        } catch (io.limbeck.error.LimbeckException wrong) {
            return wrong.getMessage();
        }
    }
}
