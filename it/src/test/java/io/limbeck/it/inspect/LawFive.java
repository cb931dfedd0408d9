package io.limbeck.it.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.autogenerate.Difference;
import io.limbeck.autogenerate.Rules;
import io.limbeck.dialect.Dialect;
import io.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Inspecting what was made and comparing it with what was asked for yields no difference, neither way. */
public final class LawFive {

    private LawFive() {}

    static void check(String name, Schema inspected, Schema asked, Dialect dialect) {
        List<String> lines = new ArrayList<>();
        difference("asked", inspected, asked, dialect, lines);
        difference("told", asked, inspected, dialect, lines);
        assertThat(String.join("\n", lines)).isEqualTo("");
    }

    private static void difference(String way, Schema from, Schema to, Dialect dialect, List<String> lines) {
        Difference difference = Difference.between(from, to, dialect, Rules.USUAL);
        difference.operations().forEach(operation -> lines.add(way + ": " + operation.script()));
        difference.notes().forEach(note -> lines.add(way + ": " + note));
    }
}
