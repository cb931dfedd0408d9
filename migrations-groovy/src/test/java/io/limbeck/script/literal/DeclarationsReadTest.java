package io.limbeck.script.literal;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.script.BothWays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("A schema.groovy of variables, loops and methods")
class DeclarationsReadTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "def names = ['a', 'b']\nnames.each { name -> table(name) { column 'id', bigint, primaryKey: true } }",
                "for (n in 1..2) {\n    sequence \"s$n\"\n    table(\"t$n\") { column 'c', varchar(n * 10) }\n}",
                "def audited(t) {\n    table(t) { column 'id', bigint; column 'made', timestamp }\n}\naudited 'a'\naudited('b')",
                "def common = { column 'id', bigint, primaryKey: true }\ntable('a') { common(); column 'b', text }",
                "def kind = varchar(20)\ntable('a') { column 'b', kind }",
                "if (1 > 2) { table('a') { column 'b', text } } else { view 'v', \"select ${1 + 1}\" }",
                "on('postgresql') { ['x', 'y'].each { table(it) { column 'a', text } } }",
                "def n = 'a'\ntabel(n) { column 'b', text }\ntable(n) { colum 'b', text }",
                "def n = 5\ntable(n) { column n, n }\nview 'v', replac: n",
                "schema 's'\ndef of = [schema: 's']\ntable(of, 't') { column 'id', bigint }",
            })
    @DisplayName("declares the same when it is read as when it is compiled, with the same complaints")
    void readEqualsCompiled(String text) {
        assertThat(BothWays.ofDeclarations(text))
                .hasValueSatisfying(outcome -> assertThat(outcome.read()).isEqualTo(outcome.compiled()));
    }
}
