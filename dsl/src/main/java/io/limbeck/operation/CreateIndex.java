package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Column;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Grammar;
import io.limbeck.type.Expression;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Makes an index. Shape: {@code createIndex 'account', ['email', desc('created_at')], unique: true} */
public record CreateIndex(Name table, Index index, boolean concurrently, boolean ifNotExists)
        implements Operation, TableChange {

    /** What may stand under {@code options: [dialect: [...]]}. */
    static final Set<String> OPTIONS = new TreeSet<>(Set.of(
            "with",
            "tablespace",
            "opclass",
            "nullsNotDistinct",
            "length",
            "prefix",
            "parser",
            "clustered",
            "columnstore",
            "bitmap",
            "compress"));

    static final Verb VERB = new Verb("createIndex", arguments -> {
        Name table = arguments.name("the table's name");
        return new CreateIndex(
                table, read(arguments, table), arguments.flag("concurrently"), arguments.flag("ifNotExists"));
    });

    /** Reads the columns and options; the table has been taken from the arguments already. */
    static Index read(Arguments arguments, Name table) {
        List<IndexPart> parts = new ArrayList<>(parts(arguments.next("the columns")));
        while (arguments.hasNext()) {
            parts.addAll(parts(arguments.next("the columns")));
        }
        Optional<String> name = arguments.text("name");
        return new Index(
                name.isPresent() ? name.get() : arguments.context().naming().index(table, parts),
                parts,
                arguments.flag("unique"),
                arguments.text("where"),
                arguments.texts("include"),
                arguments.text("using"),
                options(arguments));
    }

    private static List<IndexPart> parts(Object given) {
        List<?> list = given instanceof List<?> many ? many : List.of(given == null ? "" : given);
        List<IndexPart> parts = new ArrayList<>();
        for (Object each : list) {
            if (each instanceof IndexPart part) {
                parts.add(part);
            } else if (each instanceof Expression expression) {
                parts.add(new IndexPart(expression.sql(), true, false, Optional.empty()));
            } else if (each instanceof CharSequence && !each.toString().isBlank()) {
                parts.add(IndexPart.column(each.toString()));
            } else {
                throw new Refusal(
                        "wrong-type",
                        String.valueOf(each),
                        "an index is made of columns, desc('column') and sql('expression'), not "
                                + Arguments.described(each),
                        null);
            }
        }
        if (parts.isEmpty()) {
            throw new Refusal("missing-argument", null, "an index needs at least one column", null);
        }
        return parts;
    }

    private static Map<String, Map<String, Object>> options(Arguments arguments) {
        if (!arguments.has("options")) {
            return Map.of();
        }
        Map<String, Map<String, Object>> options = new LinkedHashMap<>();
        arguments.map("options").orElse(Map.of()).forEach((dialect, given) -> {
            if (!arguments.context().dialects().contains(dialect)) {
                arguments.report(
                        dialect,
                        "unknown-dialect",
                        "'" + dialect + "' is not a dialect",
                        Suggestion.remedy(
                                dialect, "dialects", arguments.context().dialects()));
            } else if (given instanceof Map<?, ?> map) {
                Map<String, Object> own = Arguments.stringKeys(map);
                own.keySet().stream()
                        .filter(option -> !OPTIONS.contains(option))
                        .forEach(option -> arguments.report(
                                option,
                                "unknown-option",
                                "'" + option + "' is not an option of an index",
                                Suggestion.remedy(option, "options", OPTIONS)));
                options.put(dialect, own);
            } else {
                arguments.report("options", "wrong-type", "'options' wants [dialect: [option: value]]", null);
            }
        });
        return options;
    }

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        before.requireColumns(table, index.columns());
        if (found.isEmpty() || before.known(table).isEmpty()) {
            return before;
        }
        boolean taken = found.get().index(index.name()).isPresent()
                || found.get().constraint(index.name()).isPresent();
        if (taken && ifNotExists) {
            return before;
        }
        if (taken) {
            throw new Refusal(
                    "name-taken",
                    index.name(),
                    "table '" + table + "' has an index or constraint '" + index.name() + "' already",
                    "Give it another 'name:'.");
        }
        return before.with(found.get().plus(index));
    }

    @Override
    public boolean outsideTransaction(Grammar grammar) {
        return concurrently && grammar.supports(Feature.CONCURRENT_INDEX);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        Optional<Table> known = index.using().isEmpty() ? before.known(table) : Optional.empty();
        if (known.isPresent()) {
            requireComparable(grammar, known.get());
        }
        return List.of(grammar.createIndex(table, index, concurrently, ifNotExists));
    }

    private void requireComparable(Renderer grammar, Table known) {
        for (IndexPart part : index.parts()) {
            Optional<Column> column = part.expression() ? Optional.empty() : known.column(part.text());
            if (column.isPresent()) {
                grammar.requireComparable(column.get());
            }
        }
    }

    @Override
    public Reversal reverse(Schema before) {
        boolean there =
                before.known(table).flatMap(known -> known.index(index.name())).isPresent();
        return ifNotExists && there
                ? Reversal.nothing()
                : Reversal.by(new DropIndex(table, index.name(), concurrently, false));
    }

    @Override
    public String script() {
        ScriptText call = ScriptText.call("createIndex").argument(table.value());
        call.raw(
                index.parts().size() == 1
                        ? index.parts().get(0).script()
                        : "["
                                + String.join(
                                        ", ",
                                        index.parts().stream()
                                                .map(IndexPart::script)
                                                .toList()) + "]");
        return options(call, index)
                .schema(table)
                .flag("concurrently", concurrently)
                .flag("ifNotExists", ifNotExists)
                .line();
    }

    /** An index's words inside a table's block. */
    static ScriptText write(ScriptText call, Index index) {
        index.parts().forEach(part -> call.raw(part.script()));
        return options(call, index);
    }

    private static ScriptText options(ScriptText call, Index index) {
        return call.text("name", Optional.of(index.name()))
                .flag("unique", index.unique())
                .text("where", index.where())
                .list("include", index.include())
                .text("using", index.using())
                .map("options", index.options());
    }
}
