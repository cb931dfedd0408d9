package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Schema;
import io.limbeck.sql.Statement;
import io.limbeck.type.Literal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One SQL statement, passed on verbatim. Shape: {@code execute 'update t set a = :a', [a: 1]}
 *
 * @param parameters values for {@code :name} in the text; where there are none, no placeholder is looked for
 * @param reverse the statement that undoes it
 */
public record Execute(String sql, Map<String, Literal> parameters, Optional<String> reverse) implements Operation {

    static final Verb VERB = new Verb("execute", Execute::read);

    public Execute {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    private static Execute read(Arguments arguments) {
        Optional<String> reverse = arguments
                .option("reverse")
                .map(given -> given instanceof Map<?, ?> map
                        ? chosen(arguments, Arguments.stringKeys(map))
                        : arguments.text("reverse").orElse(""));
        if (!arguments.hasNext()) {
            return new Execute(chosen(arguments, arguments.remaining()), Map.of(), reverse);
        }
        String sql = arguments.word("the statement");
        Map<String, Literal> parameters = new LinkedHashMap<>();
        if (arguments.hasNext()) {
            RowText.read(arguments.next("the parameters")).forEach((name, value) -> {
                if (!(value instanceof Literal literal)) {
                    throw new Refusal("wrong-type", name, "the parameter '" + name + "' must be a literal", null);
                }
                parameters.put(name, literal);
            });
        }
        return new Execute(sql, parameters, reverse);
    }

    private static String chosen(Arguments arguments, Map<String, Object> texts) {
        if (texts.isEmpty()) {
            throw new Refusal("missing-argument", null, "'execute' needs a statement", null);
        }
        for (String dialect : texts.keySet()) {
            if (!dialect.equals("otherwise") && !arguments.context().dialects().contains(dialect)) {
                arguments.report(
                        dialect,
                        "unknown-dialect",
                        "'" + dialect + "' is not a dialect",
                        io.limbeck.error.Suggestion.remedy(
                                dialect, "dialects", arguments.context().dialects()));
            }
        }
        String dialect = arguments.context().grammar().dialect();
        Object text = texts.getOrDefault(dialect, texts.get("otherwise"));
        if (!(text instanceof CharSequence)) {
            throw new Refusal(
                    "missing-dialect",
                    null,
                    "this execute says nothing for " + dialect,
                    "Add " + dialect + ": '…' or otherwise: '…'.");
        }
        return text.toString();
    }

    @Override
    public Schema apply(Schema before) {
        return RawSql.changesSchema(sql) ? before.mentioning(RawSql.words(sql)) : before;
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        return List.of(Placeholders.literal(sql, parameters, grammar::literal));
    }

    @Override
    public List<Statement> statements(Renderer grammar, Schema before) {
        String text = standardSql(grammar, before).get(0);
        return List.of(new Statement.Sql(
                text,
                parameters.isEmpty()
                        ? Optional.empty()
                        : Optional.of(Placeholders.bound(sql, parameters, grammar::bound))));
    }

    @Override
    public Reversal reverse(Schema before) {
        return reverse.map(undo -> Reversal.by(new Execute(undo, Map.of(), Optional.of(sql))))
                .orElseGet(() -> Reversal.impossible("an execute without 'reverse:' cannot be undone"));
    }

    @Override
    public String script() {
        ScriptText call = ScriptText.call("execute").argument(sql);
        if (!parameters.isEmpty()) {
            call.raw(ScriptText.script(parameters));
        }
        return call.text("reverse", reverse).line();
    }
}
