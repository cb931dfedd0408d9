package io.limbeck.it.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.autogenerate.Difference;
import io.limbeck.autogenerate.Rules;
import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.golden.GoldenCase;
import io.limbeck.it.Databases;
import io.limbeck.it.Gaps;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Law 5: what a golden case has made, inspected, differs in nothing from what it asked for, neither way, but for what
 * {@code inspection/<dialect>.gaps} explains: a pattern for the case's name and the difference's script a line.
 */
final class Inspected {

    private final Gaps gaps;

    Inspected(Databases kind) {
        this.gaps = Gaps.of("inspection/" + kind.dialect() + ".gaps");
    }

    void check(GoldenCase golden, Schema asked, Sandbox sandbox, Dialect dialect) {
        boolean raw = Stream.of("execute", "sqlFile").anyMatch(golden.input()::contains);
        if (raw) {
            return;
        }
        Rules rules = Rules.USUAL.naming(Naming.of(Map.of(), dialect.maxIdentifier()));
        Schema told = sandbox.inspected(dialect, asked.schemas());
        assertThat(unexplained(golden, script(told, asked, dialect, rules)))
                .as("what was asked for and is not inspected in\n%s", told)
                .isEmpty();
        assertThat(unexplained(golden, script(asked, told, dialect, rules)))
                .as("what is inspected and was not asked for in\n%s", told)
                .isEmpty();
    }

    /** A difference so odd that no operations lead there is one, too. */
    private static List<String> script(Schema from, Schema to, Dialect dialect, Rules rules) {
        try {
            return Difference.between(from, to, dialect, rules).script();
        } catch (LimbeckException nowhere) {
            return List.of(nowhere.getMessage());
        }
    }

    private List<String> unexplained(GoldenCase golden, List<String> difference) {
        return difference.stream()
                .filter(script -> !gaps.explain(golden.name() + ": " + script))
                .toList();
    }

    void requireGaps() {
        assertThat(gaps.unseen()).as("gaps that no longer are any").isEmpty();
    }
}
