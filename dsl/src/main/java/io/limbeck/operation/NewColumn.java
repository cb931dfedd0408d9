package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Deferral;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.Unique;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A column as it is asked for, with the constraints and indexes that were written at it.
 *
 * @param primaryKey whether it was marked as the primary key or part of it
 */
record NewColumn(Column column, boolean primaryKey, List<Constraint> constraints, List<Index> indexes) {

    NewColumn {
        constraints = List.copyOf(constraints);
        indexes = List.copyOf(indexes);
    }

    /** Reads {@code name, type, [options]}; the table has been taken from the arguments already. */
    static NewColumn read(Arguments arguments, Name table) {
        String name = arguments.word("the column's name");
        Type type = arguments.type();
        boolean primaryKey = arguments.flag("primaryKey");
        Optional<Boolean> nullable = arguments.choice("nullable");
        if (primaryKey && nullable.equals(Optional.of(true))) {
            arguments.report(
                    "nullable",
                    "contradiction",
                    "a primary key's column cannot be nullable",
                    "Leave 'nullable: true' out.");
        }
        Optional<Computed> computed = computed(arguments);
        Optional<Identity> identity = identity(arguments);
        Optional<Value> defaultValue = arguments.value("default");
        requireOneSource(arguments, computed, identity, defaultValue);
        Column column = new Column(
                name,
                type,
                !primaryKey && nullable.orElse(true) && identity.isEmpty(),
                defaultValue,
                identity,
                computed,
                arguments.text("collate"),
                arguments.text("comment"));
        return new NewColumn(column, primaryKey, constraints(arguments, table, name), indexes(arguments, table, name));
    }

    private static List<Constraint> constraints(Arguments arguments, Name table, String name) {
        List<Constraint> constraints = new ArrayList<>();
        boolean index = arguments.flag("index");
        if (arguments.flag("unique") && !index) {
            List<String> alone = List.of(name);
            constraints.add(new Unique(
                    arguments.context().naming().unique(table, alone), alone, Deferral.NOT_DEFERRABLE, false));
        }
        Optional<ForeignKey> reference = Constraints.reference(arguments, table, List.of(name));
        if (reference.isPresent()) {
            constraints.add(reference.get());
        }
        if (reference.isEmpty()) {
            for (String companion : Constraints.COMPANIONS) {
                if (arguments.call().named().containsKey(companion)) {
                    arguments.report(
                            companion,
                            "contradiction",
                            "'" + companion + "' means nothing without 'references:'",
                            null);
                }
            }
        }
        Optional<Object> check = arguments.option("check");
        if (check.isPresent()) {
            constraints.add(check(arguments, table, name, check.get()));
        }
        return constraints;
    }

    private static Check check(Arguments arguments, Name table, String column, Object given) {
        String usual = arguments.context().naming().columnCheck(table, column);
        if (given instanceof Map<?, ?> map) {
            Object expression = map.get("expr");
            Object name = map.get("name");
            if (expression == null || !List.of("expr", "name").containsAll(map.keySet())) {
                throw new Refusal(
                        "wrong-value", "check", "'check' wants [expr: '…', name: '…']", "'expr' is the condition.");
            }
            return new Check(name == null ? usual : name.toString(), expression.toString(), true);
        }
        if (!(given instanceof CharSequence)) {
            throw new Refusal("wrong-type", "check", "'check' wants a condition in SQL, a string", null);
        }
        return new Check(usual, given.toString(), true);
    }

    private static List<Index> indexes(Arguments arguments, Name table, String column) {
        if (!arguments.flag("index")) {
            return List.of();
        }
        List<IndexPart> parts = List.of(IndexPart.column(column));
        String name = arguments.context().naming().index(table, parts);
        return List.of(new Index(
                name, parts, arguments.flag("unique"), Optional.empty(), List.of(), Optional.empty(), Map.of()));
    }

    static Optional<Identity> identity(Arguments arguments) {
        Optional<Object> given = arguments.option("identity");
        return given.isPresent() ? identity(arguments, given.get()) : Optional.empty();
    }

    private static Optional<Identity> identity(Arguments arguments, Object given) {
        if (given instanceof Boolean asked) {
            return asked ? Optional.of(Identity.BY_DEFAULT) : Optional.empty();
        }
        if (given instanceof Map<?, ?> map) {
            Arguments options = new Arguments(
                    new io.limbeck.call.Call(
                            "identity",
                            List.of(),
                            Arguments.stringKeys(map),
                            Optional.empty(),
                            arguments.call().site()),
                    arguments.context());
            Identity identity = new Identity(
                    options.flag("always"),
                    options.number("start"),
                    options.number("increment"),
                    options.number("min"),
                    options.number("max"),
                    options.choice("cycle"),
                    options.number("cache"));
            options.done();
            return Optional.of(identity);
        }
        throw new Refusal("wrong-type", "identity", "'identity' wants true or a map such as [start: 100]", null);
    }

    static Optional<Computed> computed(Arguments arguments) {
        Optional<Boolean> stored = arguments.choice("stored");
        Optional<String> expression = arguments.text("computed");
        Optional<Computed> computed =
                expression.isPresent() ? Optional.of(new Computed(expression.get(), stored)) : Optional.empty();
        if (stored.isPresent() && computed.isEmpty()) {
            arguments.report("stored", "contradiction", "'stored' means nothing without 'computed:'", null);
        }
        return computed;
    }

    private static void requireOneSource(
            Arguments arguments, Optional<Computed> computed, Optional<Identity> identity, Optional<Value> value) {
        boolean several = computed.isPresent()
                ? identity.isPresent() || value.isPresent()
                : identity.isPresent() && value.isPresent();
        if (several) {
            arguments.report(
                    computed.isPresent() ? "computed" : "identity",
                    "contradiction",
                    "a column is at most one of computed, identity and default",
                    "Leave all but one out.");
        }
    }

    /** The column's words behind its table, as {@link #read} takes them. */
    static ScriptText write(ScriptText call, Column column) {
        call.argument(column.name()).raw(column.type().script());
        if (!column.nullable() && column.identity().isEmpty()) {
            call.option("nullable", "false");
        }
        column.defaultValue().ifPresent(value -> call.option("default", value.script()));
        column.identity().ifPresent(identity -> call.option("identity", script(identity)));
        column.computed()
                .ifPresent(computed -> call.text("computed", Optional.of(computed.expression()))
                        .choice("stored", computed.stored()));
        return call.text("collate", column.collation()).text("comment", column.comment());
    }

    static String script(Identity identity) {
        if (identity.equals(Identity.BY_DEFAULT)) {
            return "true";
        }
        ScriptText options = ScriptText.call("")
                .flag("always", identity.always())
                .number("start", identity.start())
                .number("increment", identity.increment())
                .number("min", identity.min())
                .number("max", identity.max())
                .choice("cycle", identity.cycle())
                .number("cache", identity.cache());
        return "[" + options.line().strip() + "]";
    }
}
