package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.sql.Statement;
import io.limbeck.type.Literal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds {@code :name} in SQL, outside of strings, quoted names, comments and {@code ::} casts. */
final class Placeholders {

    private static final Pattern PIECE = Pattern.compile(
            "'(?:[^']|'')*'" // string
                    + "|\"(?:[^\"]|\"\")*\"" // quoted name
                    + "|--[^\\n]*|/\\*.*?\\*/" // comments
                    + "|\\$(\\w*)\\$.*?\\$\\1\\$" // dollar quotes
                    + "|::" // cast
                    + "|:(?<name>[A-Za-z_]\\w*)",
            Pattern.DOTALL);

    private Placeholders() {}

    static String literal(String sql, Map<String, Literal> parameters, Function<Literal, String> wording) {
        if (parameters.isEmpty()) {
            return sql;
        }
        return replaced(sql, parameters, (value, out) -> out.append(wording.apply(value)));
    }

    static Statement.Bound bound(String sql, Map<String, Literal> parameters, UnaryOperator<Literal> binding) {
        List<Object> values = new ArrayList<>();
        String text = replaced(sql, parameters, (value, out) -> {
            out.append('?');
            values.add(binding.apply(value));
        });
        return new Statement.Bound(text, values, false);
    }

    private static String replaced(
            String sql, Map<String, Literal> parameters, BiConsumer<Literal, StringBuilder> replacement) {
        StringBuilder out = new StringBuilder();
        Set<String> unused = new HashSet<>(parameters.keySet());
        Matcher piece = PIECE.matcher(sql);
        int done = 0;
        while (piece.find()) {
            String name = piece.group("name");
            if (name != null) {
                if (!parameters.containsKey(name)) {
                    throw new Refusal(
                            "missing-parameter",
                            null,
                            "there is no value for ':" + name + "'",
                            Suggestion.remedy(name, "parameters", parameters.keySet()));
                }
                out.append(sql, done, piece.start());
                replacement.accept(parameters.get(name), out);
                unused.remove(name);
                done = piece.end();
            }
        }
        if (!unused.isEmpty()) {
            String name = unused.stream().sorted().findFirst().orElseThrow();
            throw new Refusal("unused-parameter", name, "the statement has no ':" + name + "'", null);
        }
        return out.append(sql.substring(done)).toString();
    }
}
