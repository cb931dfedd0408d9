package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Check;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Deferral;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.type.Literal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads constraints from arguments and writes them back; the same words serve in a table's block and alone. */
final class Constraints {

    /** Stands in a check's name for the running number that is not known before {@link AddConstraint#resolved}. */
    static final String NUMBER = "#";

    static final Map<String, ReferentialAction> ACTIONS = Arrays.stream(ReferentialAction.values())
            .collect(Collectors.toUnmodifiableMap(ReferentialAction::word, action -> action));

    private static final Map<String, String> MATCHES = Map.of("full", "full", "partial", "partial", "simple", "simple");
    private static final Pattern REFERENCE = Pattern.compile("\\s*([^()]+?)\\s*(?:\\(([^()]*)\\))?\\s*");

    /** What {@code references:} may have beside it. */
    static final List<String> COMPANIONS =
            List.of("onDelete", "onUpdate", "deferrable", "initially", "match", "notValid");

    private Constraints() {}

    static Refusal unknown(Name table, String constraint, Table known) {
        return new Refusal(
                "unknown-constraint",
                constraint,
                "table '" + table + "' has no constraint '" + constraint + "' at this point",
                Suggestion.remedy(
                        constraint,
                        "constraints",
                        known.constraints().stream().map(Constraint::name).toList()));
    }

    // ---- reading; the table has been taken from the arguments already

    static PrimaryKey primaryKey(Arguments arguments, Name table) {
        List<String> columns = arguments.allWords("the columns");
        return new PrimaryKey(
                arguments.text("name").orElse(arguments.context().naming().primaryKey(table)), columns);
    }

    static Unique unique(Arguments arguments, Name table) {
        List<String> columns = arguments.allWords("the columns");
        return new Unique(
                arguments.text("name").orElse(arguments.context().naming().unique(table, columns)),
                columns,
                deferral(arguments),
                arguments.flag("nullsNotDistinct"));
    }

    static ForeignKey foreignKey(Arguments arguments, Name table) {
        List<String> columns = arguments.allWords("the columns");
        return reference(arguments, table, columns)
                .orElseThrow(() -> new Refusal(
                        "missing-option",
                        null,
                        "'" + arguments.call().name() + "' needs the option 'references:'",
                        "Write references: 'table(column)'."));
    }

    /** The foreign key that {@code references:} and its companions speak of, if they do. */
    static Optional<ForeignKey> reference(Arguments arguments, Name table, List<String> columns) {
        Optional<Object> references = arguments.option("references");
        if (references.isEmpty() && !arguments.hasAny(COMPANIONS) && !arguments.has("name")) {
            return Optional.empty();
        }
        Optional<String> name = arguments.text("name");
        Optional<ReferentialAction> onDelete = arguments.oneOf("onDelete", ACTIONS);
        Optional<ReferentialAction> onUpdate = arguments.oneOf("onUpdate", ACTIONS);
        Optional<String> match = arguments.oneOf("match", MATCHES).filter(kind -> !kind.equals("simple"));
        Deferral deferral = deferral(arguments);
        boolean valid = !arguments.flag("notValid");
        return references.map(given -> {
            Target target = target(arguments, given, table);
            String constraint = name.or(() -> target.options().flatMap(options -> options.text("name")))
                    .orElseGet(() -> arguments.context().naming().foreignKey(table, columns, target.table()));
            Optional<Arguments> options = target.options();
            ForeignKey key = new ForeignKey(
                    constraint,
                    columns,
                    target.table(),
                    target.columns(),
                    onDelete.or(() -> options.flatMap(more -> more.oneOf("onDelete", ACTIONS)))
                            .orElse(ReferentialAction.NO_ACTION),
                    onUpdate.or(() -> options.flatMap(more -> more.oneOf("onUpdate", ACTIONS)))
                            .orElse(ReferentialAction.NO_ACTION),
                    match,
                    options.map(Constraints::deferral)
                            .filter(inner -> inner != Deferral.NOT_DEFERRABLE)
                            .orElse(deferral),
                    valid);
            options.ifPresent(Arguments::done);
            return key;
        });
    }

    /** Where a reference points, and the options of its map if it was one. */
    private record Target(Name table, List<String> columns, Optional<Arguments> options) {}

    private static Target target(Arguments arguments, Object given, Name from) {
        if (given instanceof Map<?, ?> map) {
            Arguments options = new Arguments(
                    new io.limbeck.call.Call(
                            "references",
                            List.of(),
                            Arguments.stringKeys(map),
                            Optional.empty(),
                            arguments.call().site()),
                    arguments.context());
            String schema = options.text("schema").orElse(from.schema());
            List<String> columns = options.has("column") ? options.texts("column") : options.texts("columns");
            return new Target(new Name(schema, options.requiredText("table")), columns, Optional.of(options));
        }
        Matcher matcher = REFERENCE.matcher(String.valueOf(given));
        if (!(given instanceof CharSequence) || !matcher.matches()) {
            throw new Refusal(
                    "wrong-value",
                    String.valueOf(given),
                    "'references' wants 'table(column)', not " + Arguments.described(given),
                    "Write references: 'table(column)', or [table: 'table', columns: ['a', 'b']].");
        }
        List<String> columns = matcher.group(2) == null
                ? List.of()
                : Arrays.stream(matcher.group(2).split(",")).map(String::strip).toList();
        return new Target(new Name(from.schema(), matcher.group(1)), columns, Optional.empty());
    }

    /** A table's check; without a name it gets a running number later. */
    static Check check(Arguments arguments, Name table) {
        String expression = arguments.word("the condition");
        return new Check(
                arguments
                        .text("name")
                        .orElseGet(() -> arguments.context().naming().tableCheck(table, NUMBER)),
                expression,
                !arguments.flag("notValid"));
    }

    static Exclusion exclusion(Arguments arguments, Name table) {
        Map<String, String> elements = new LinkedHashMap<>();
        arguments
                .map("elements")
                .orElseThrow(() -> new Refusal(
                        "missing-option",
                        null,
                        "'" + arguments.call().name() + "' needs the option 'elements:'",
                        "Write elements: [room: '=', during: '&&']."))
                .forEach((element, operator) -> elements.put(element, String.valueOf(operator)));
        return new Exclusion(
                arguments
                        .text("name")
                        .orElse(arguments.context().naming().exclusion(table, List.copyOf(elements.keySet()))),
                elements,
                arguments.text("using"),
                arguments.text("where"),
                deferral(arguments));
    }

    static Deferral deferral(Arguments arguments) {
        Optional<Boolean> deferrable = arguments.choice("deferrable");
        Optional<Deferral> initially = arguments.oneOf(
                "initially",
                Map.of("deferred", Deferral.INITIALLY_DEFERRED, "immediate", Deferral.INITIALLY_IMMEDIATE));
        if (initially.isPresent() && deferrable.equals(Optional.of(false))) {
            arguments.report(
                    "deferrable",
                    "contradiction",
                    "'initially' means nothing for a constraint that is not deferrable",
                    "Leave one of the two out.");
        }
        return initially.orElse(deferrable.orElse(false) ? Deferral.INITIALLY_IMMEDIATE : Deferral.NOT_DEFERRABLE);
    }

    /** The check with the first running number that is not taken. */
    static Check numbered(Check check, java.util.function.Predicate<String> taken) {
        int number = 1;
        while (check.name().contains(NUMBER) && taken.test(check.name().replace(NUMBER, String.valueOf(number)))) {
            number++;
        }
        return check.named(check.name().replace(NUMBER, String.valueOf(number)));
    }

    // ---- writing

    /** A constraint's words: its arguments behind the table, as options or columns. */
    static ScriptText write(ScriptText call, Constraint constraint, boolean inTable) {
        if (constraint instanceof PrimaryKey key) {
            return columns(call, key.columns(), inTable).text("name", Optional.of(key.name()));
        }
        if (constraint instanceof Unique unique) {
            return deferral(
                    columns(call, unique.columns(), inTable)
                            .text("name", Optional.of(unique.name()))
                            .flag("nullsNotDistinct", unique.nullsNotDistinct()),
                    unique.deferral());
        }
        if (constraint instanceof ForeignKey key) {
            columns(call, key.columns(), inTable)
                    .option("references", referenceScript(key))
                    .text("name", Optional.of(key.name()));
            if (key.onDelete() != ReferentialAction.NO_ACTION) {
                call.text("onDelete", Optional.of(key.onDelete().word()));
            }
            if (key.onUpdate() != ReferentialAction.NO_ACTION) {
                call.text("onUpdate", Optional.of(key.onUpdate().word()));
            }
            return deferral(call.text("match", key.match()), key.deferral()).flag("notValid", !key.valid());
        }
        if (constraint instanceof Check check) {
            return call.argument(check.expression())
                    .text("name", Optional.of(check.name()).filter(name -> !name.contains(NUMBER)))
                    .flag("notValid", !check.valid());
        }
        Exclusion exclusion = (Exclusion) constraint;
        return deferral(
                call.map("elements", exclusion.elements())
                        .text("using", exclusion.using())
                        .text("where", exclusion.where())
                        .text("name", Optional.of(exclusion.name())),
                exclusion.deferral());
    }

    /** The verb for a constraint: {@code unique} in a table's block, {@code addUnique} alone. */
    static String verb(Constraint constraint, boolean inTable) {
        String alone = constraint instanceof PrimaryKey
                ? "addPrimaryKey"
                : constraint instanceof Unique
                        ? "addUnique"
                        : constraint instanceof ForeignKey
                                ? "addForeignKey"
                                : constraint instanceof Check ? "addCheck" : "addExclude";
        String inner = alone.substring("add".length());
        return inTable ? Character.toLowerCase(inner.charAt(0)) + inner.substring(1) : alone;
    }

    private static ScriptText columns(ScriptText call, List<String> columns, boolean inTable) {
        if (inTable) {
            columns.forEach(call::argument);
            return call;
        }
        return call.names(columns);
    }

    private static String referenceScript(ForeignKey key) {
        String columns = key.referredColumns().isEmpty() ? "" : "(" + String.join(", ", key.referredColumns()) + ")";
        Name referred = key.referred();
        boolean plain =
                referred.schema() == null && REFERENCE.matcher(referred.value()).matches();
        return plain
                ? Literal.quoted(referred.value() + columns)
                : "["
                        + String.join(
                                ", ",
                                List.of(
                                        "table: " + Literal.quoted(referred.value()),
                                        "columns: " + ScriptText.list(key.referredColumns()),
                                        "schema: "
                                                + (referred.schema() == null
                                                        ? "null"
                                                        : Literal.quoted(referred.schema()))))
                        + "]";
    }

    private static ScriptText deferral(ScriptText call, Deferral deferral) {
        return switch (deferral) {
            case NOT_DEFERRABLE -> call;
            case INITIALLY_IMMEDIATE -> call.flag("deferrable", true);
            case INITIALLY_DEFERRED -> call.flag("deferrable", true).text("initially", Optional.of("deferred"));
        };
    }
}
