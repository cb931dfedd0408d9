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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tables of the documentation that are made from the code they tell of. */
final class Tables {
    private Tables() {}

    static String named(String name) throws Exception {
        return switch (name) {
            case "types" -> types();
            case "databases" -> "\n" + code(String.join("`, `", Dialects.own())) + ".\n\n";
            case "dialects" -> dialects();
            case "goals" -> PluginTables.goals();
            case "parameters" -> PluginTables.parameters();
            default -> throw new AssertionError("There is no table '" + name + "'");
        };
    }

    /** Each type of the language, and what it is where. */
    private static String types() {
        return markdown(
                List.of("type", "is"),
                samples().map(type -> List.of(code(type.script()), words(type))).toList());
    }

    /** Shape: {@code `CLOB` on derby, oracle; `TEXT` on postgresql}. */
    private static String words(Type type) {
        Map<String, List<String>> dialects = new LinkedHashMap<>();
        for (String name : Dialects.own()) {
            dialects.computeIfAbsent(word(Dialects.of(name), type), any -> new ArrayList<>())
                    .add(name);
        }
        return dialects.size() == 1
                ? dialects.keySet().iterator().next() + " everywhere"
                : dialects.entrySet().stream()
                        .map(each -> each.getKey() + " on " + String.join(", ", each.getValue()))
                        .collect(Collectors.joining("; "));
    }

    /** Each dialect with what a build must say to reach it. */
    private static String dialects() {
        return markdown(
                List.of("database", "URL", "driver", "without a version, this one is meant", "scripts are for"),
                Dialects.own().stream()
                        .map(Dialects::of)
                        .map(dialect -> List.of(
                                "[" + dialect + "](" + DialectPage.file(dialect.dialect()) + ".html)",
                                url(dialect),
                                code(dialect.server().driverArtifact()),
                                dialect.decidingVersion().toString(),
                                code(dialect.clientProfile().client())))
                        .toList());
    }

    /** The beginnings of its URLs; a database that has none of its own is known by what its server says of itself. */
    static String url(Dialect dialect) {
        return dialect.server().urlPrefixes().isEmpty()
                ? "another's; the server tells"
                : dialect.server().urlPrefixes().stream()
                        .map(prefix -> code(prefix + "…"))
                        .collect(Collectors.joining(", "));
    }

    /** A sample of each type of the language. */
    static Stream<Type> samples() {
        return Stream.concat(
                Stream.of(Kind.values()).map(Tables::sample),
                Stream.of(new ArrayType(Scalar.of(Kind.INTEGER), 1), new Enumeration("mood", List.of("sad", "ok"))));
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
