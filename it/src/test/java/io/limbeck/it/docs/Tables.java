package io.limbeck.it.docs;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.error.Refusal;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tables of the documentation that are made from the code they tell of. */
final class Tables {
    private Tables() {}

    static String named(String name) throws Exception {
        return switch (name) {
            case "types" -> types();
            case "goals" -> PluginTables.goals();
            case "parameters" -> PluginTables.parameters();
            default -> throw new AssertionError("There is no table '" + name + "'");
        };
    }

    /** Each type of the language, and what it is on each dialect. */
    private static String types() {
        List<Dialect> dialects = Dialects.own().stream().map(Dialects::of).toList();
        List<List<String>> rows = new ArrayList<>();
        Stream.concat(
                        Stream.of(Kind.values()).map(Tables::sample),
                        Stream.of(
                                new ArrayType(Scalar.of(Kind.INTEGER), 1),
                                new Enumeration("mood", List.of("sad", "ok"))))
                .forEach(type -> {
                    List<String> row = new ArrayList<>(List.of(code(type.script())));
                    dialects.forEach(dialect -> row.add(word(dialect, type)));
                    rows.add(row);
                });
        List<String> heading = new ArrayList<>(List.of("type"));
        dialects.forEach(dialect -> heading.add(dialect.dialect()));
        return markdown(heading, rows);
    }

    private static Type sample(Kind kind) {
        return switch (kind) {
            case DECIMAL, NUMERIC -> Scalar.of(kind, 12, 2);
            case CHARS, BINARY -> Scalar.of(kind, 8);
            case VARCHAR, NVARCHAR, VARBINARY -> Scalar.of(kind, 255);
            default -> Scalar.of(kind);
        };
    }

    private static String word(Dialect dialect, Type type) {
        try {
            return code(dialect.type(type));
        } catch (Refusal lacking) {
            return "refused";
        }
    }

    static String code(String text) {
        return text.isEmpty() ? "" : "`" + text.replace("|", "\\|") + "`";
    }

    static String markdown(List<String> heading, List<List<String>> rows) {
        StringBuilder text = new StringBuilder("\n");
        line(text, heading);
        line(text, heading.stream().map(any -> "---").toList());
        rows.forEach(row -> line(text, row));
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }
}
