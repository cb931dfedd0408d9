package io.limbeck.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.Recording;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A word of the language in compiled Groovy")
class DirectWordsTest {

    private static final String TABLE = "createTable('t') { column 'id', bigint }";

    private static String recorded(String text) {
        Recording recording = Recordings.compiled(SourceText.of("a1.groovy", text), Dialects.of("postgresql"));
        return Stream.concat(
                        recording.operations().stream()
                                .map(each -> each.operation().script()),
                        recording.problems().stream().map(each -> each.where() + " " + each.fact()))
                .collect(Collectors.joining("\n"));
    }

    private static String upgrade(String body) {
        return recorded("revision 'a1'\nupgrade {\n" + body + "\n}\n");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "def make = { createTable('t') { column 'id', bigint } }; make()",
                "['t'].each { createTable(it) { column 'id', bigint } }",
                "createTable(\"${'t'}\") { ['id'].each { name -> column name, bigint } }",
                "def type = bigint; createTable('t') { column 'id', type }",
                "def verb = 'createTable'; \"$verb\"('t') { column 'id', bigint }",
                "createTable(*['t']) { column 'id', bigint }",
                "this.createTable('t') { column 'id', bigint }",
                "def bigint = integer; createTable('t') { column 'id', this.bigint }"
            })
    @DisplayName("reaches the block that it stands in")
    void reaches(String body) {
        assertThat(upgrade(body)).isEqualTo(upgrade(TABLE));
    }

    @Test
    @DisplayName("is called directly where nothing else can be meant")
    void direct() {
        String own = "\"${1}\".getClass().simpleName";
        assertThat(upgrade("dropTable " + own)).isEqualTo("dropTable 'Interpolated'");
        assertThat(upgrade("def text = 't'; dropTable " + own)).isEqualTo("dropTable 'Interpolated'");
        assertThat(upgrade("def self = this; dropTable " + own)).isEqualTo("dropTable 'GStringImpl'");
    }

    @Test
    @DisplayName("is heard from the script's own methods")
    void methods() {
        assertThat(recorded("""
                revision 'a1'
                upgrade { make 't' }
                def make(String name) { createTable(name) { column 'id', bigint } }
                """)).isEqualTo(upgrade(TABLE));
    }

    @Test
    @DisplayName("is something else where a closure speaks to another object")
    void other() {
        assertThat(upgrade("""
                def text = new StringBuilder('ble')
                text.with { insert 0, 'ta' }
                dropTable text.toString()
                """)).isEqualTo("dropTable 'table'");
        assertThat(upgrade("""
                def heard = []
                def listener = new Expando(createTable: { name -> heard << name })
                def code = { createTable 'other' }
                code.delegate = listener
                code.resolveStrategy = Closure.DELEGATE_ONLY
                code()
                dropTable heard[0]
                """)).isEqualTo("dropTable 'other'");
    }

    @Test
    @DisplayName("is the script's variable of that name, but not its method")
    void own() {
        assertThat(upgrade("""
                def dropTable = { name -> renameTable name, to: name + '_old' }
                dropTable 't'
                """)).isEqualTo("renameTable 't', to: 't_old'");
        assertThat(recorded("""
                revision 'a1'
                upgrade { dropTable 't' }
                def dropTable(String name) { renameTable name, to: name + '_old' }
                """)).isEqualTo("dropTable 't'");
        assertThat(upgrade("def text = 'person'; dropTable text")).isEqualTo("dropTable 'person'");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "def getText() { 'own' }",
                "def getProperty(String name) { name == 'text' ? 'own' : super.getProperty(name) }",
                "this.text = 'own'",
                "this['text'] = 'own'",
                "def self = this; self['text'] = 'own'",
                "binding.setVariable('text', 'own')",
                "evaluate \"text = 'own'\"",
                "[1].each { delegate['text'] = 'own' }",
                "@groovy.transform.Field text = 'own'",
                "class text { static String toString() { 'own' } }"
            })
    @DisplayName("is what the script says it is in a method, however it says so")
    void given(String given) {
        assertThat(recorded("""
                revision 'a1'
                upgrade { go() }
                def go() { dropTable "${text.toString()}" }
                """ + given + "\n")).isEqualTo("dropTable 'own'");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "import static java.lang.String.valueOf as text",
                "import java.lang.String as text",
                "import static io.limbeck.script.DirectWordsTest.Imported.*"
            })
    @DisplayName("is what the script imports under that name")
    void imported(String line) {
        String called = line.endsWith("String as text") ? "text.valueOf('own')" : "text('own')";
        assertThat(recorded(line + "\nrevision 'a1'\nupgrade { dropTable " + called + " }\n"))
                .isEqualTo("dropTable 'own'");
    }

    /** For scripts to import. */
    public static final class Imported {

        private Imported() {}

        public static String text(String value) {
            return value;
        }
    }

    @Test
    @DisplayName("may stand where a script's fields get their values by its methods")
    void fields() {
        assertThat(recorded("""
                revision 'a1'
                @groovy.transform.Field List names = ['t', 'u'].collect { name(it) }
                upgrade { names.each { dropTable it } }
                def name(String stem) { "${stem}_1" }
                """)).isEqualTo("dropTable 't_1'\ndropTable 'u_1'");
    }

    @Test
    @DisplayName("does not keep a script from printing")
    void printing() {
        assertThat(upgrade("printf ''; println(); dropTable 't'")).isEqualTo("dropTable 't'");
    }

    @Test
    @DisplayName("that Groovy does not find is told in plain words")
    void lost() {
        for (String line : new String[] {"upgrade 5", "dropTable 't'"}) {
            assertThatThrownBy(() -> recorded("revision 'a1'\n" + line + "\n"))
                    .hasMessageContaining(line.split(" ", 2)[0] + "' is not known here, or not with what stands");
        }
    }

    @Test
    @DisplayName("is told with its place where it is wrong")
    void places() {
        assertThat(upgrade("    [1].each {\n        createTable('t') { column 'id', bigin }\n    }"))
                .contains("a1.groovy:4:41 'bigin' is not known here");
        assertThat(recorded("revision 'a1'\nupgrade { dropTable 't' }\ndowngrade { [1].each { dropTabel 't' } }"))
                .contains("a1.groovy:3:24 'dropTabel' is not an operation");
    }
}
