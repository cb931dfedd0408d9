package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AddEnumValue;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.RenameColumn;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.SqlText;
import io.limbeck.schema.Table;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Expression;
import io.limbeck.type.Literal;
import io.limbeck.type.Moment;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** InnoDB's wording of columns, and of changes to them: one ALTER TABLE with all that hangs on the column. */
final class InnoDbColumns {

    private static final Pattern CLOCK = Pattern.compile("(?i)(?:datetime|timestamp)(\\(\\d\\))?");

    /** The expressions that may stand as a default without parentheses. */
    private static final Pattern BARE = Pattern.compile(
            "(?i)(current_timestamp|now|localtime|localtimestamp)\\b.*|null|'([^']|'')*'|-?[0-9.]+", Pattern.DOTALL);

    private final InnoDb innoDb;
    private final InnoDbKeys keys;
    private final InnoDbCounters counters;

    InnoDbColumns(InnoDb innoDb) {
        this.innoDb = innoDb;
        this.keys = new InnoDbKeys(innoDb);
        this.counters = new InnoDbCounters(innoDb);
    }

    // ---- definitions

    /** Everything about a column but its name; whatever MODIFY and CHANGE are not told, they take away. */
    String definition(Column column) {
        innoDb.requireCounter(column);
        String type = innoDb.type(column.type());
        StringBuilder words =
                new StringBuilder(column.collation().isPresent() ? type.replace(" CHARACTER SET ascii", "") : type);
        column.collation().ifPresent(name -> words.append(" COLLATE ").append(innoDb.quote(name)));
        column.computed().ifPresent(rule -> {
            boolean stored = rule.stored().orElse(false);
            words.append(" GENERATED ALWAYS AS (").append(rule.expression()).append(stored ? ") STORED" : ")");
            if (!column.nullable() && !innoDb.takesNotNullComputed()) {
                throw new Refusal(
                        "unsupported",
                        "nullable",
                        innoDb.dialect() + " declares no computed column NOT NULL, as '" + column.name() + "' is to be",
                        "Leave 'nullable: false' out there, and add a check that the column is not null.");
            }
        });
        boolean zoned = type.toUpperCase(Locale.ROOT).startsWith("TIMESTAMP");
        words.append(column.nullable() ? zoned ? " NULL" : "" : " NOT NULL");
        column.defaultValue().ifPresent(value -> words.append(" DEFAULT ").append(defaultWords(value, column.type())));
        column.identity().ifPresent(counter -> words.append(" AUTO_INCREMENT"));
        column.comment().ifPresent(text -> words.append(" COMMENT ").append(innoDb.comment(text)));
        return words.toString();
    }

    /**
     * A default: a literal, a clock of the column's own precision, or an expression in parentheses, which what is kept
     * beside the row always wants (MySQL Reference Manual, "Data Type Default Values").
     */
    String defaultWords(Value value, Type columnType) {
        String type = innoDb.type(columnType);
        if (value instanceof Moment moment) {
            Matcher clock = CLOCK.matcher(type);
            boolean same = moment == Moment.CURRENT_TIMESTAMP && clock.matches();
            return same
                    ? "CURRENT_TIMESTAMP" + Optional.ofNullable(clock.group(1)).orElse("")
                    : "(" + innoDb.literal(moment) + ")";
        }
        if (value instanceof Expression expression) {
            String words = expression.sql().strip();
            boolean bare = BARE.matcher(words).matches() && (!InnoDb.isLarge(type) || words.equalsIgnoreCase("null"));
            return bare ? words : "(" + words + ")";
        }
        Literal literal = innoDb.fitting((Literal) value, columnType);
        String words = literal.value() instanceof Temporal
                ? innoDb.literal(literal).replaceFirst("^[A-Z]+ ", "")
                : innoDb.literal(literal);
        return InnoDb.isLarge(type) && literal.value() != null ? "(" + innoDb.largeDefault(words) + ")" : words;
    }

    // ---- operations

    List<String> addColumn(AddColumn operation, Schema before) {
        Name table = operation.table();
        Column column = operation.column();
        Schema bare = operation.alone(column).apply(before);
        bare.known(table).ifPresent(own -> AddConstraint.requireKeys(innoDb, operation.constraints(), own, bare));
        counters.requireOne(before.known(table), column);
        bare.known(table).ifPresent(wider -> requireDistinct(wider.columnNames()));
        bare.known(table).ifPresent(counters::requireApart);
        Clauses clauses = new Clauses(innoDb, table);
        boolean alone = operation.constraints().isEmpty() && operation.indexes().isEmpty();
        boolean natively = operation.ifNotExists() && innoDb.guardsNatively() && alone;
        clauses.then("ADD COLUMN " + (natively ? "IF NOT EXISTS " : "") + innoDb.columnDefinition(table, column)
                + (operation.first() ? " FIRST" : "")
                + operation
                        .after()
                        .map(other -> " AFTER " + innoDb.quote(other))
                        .orElse(""));
        operation.constraints().forEach(rule -> clauses.then("ADD " + innoDb.constraintDefinition(rule)));
        for (Index index : operation.indexes()) {
            InnoDbIndexes.require(innoDb, bare.known(table), index);
            clauses.then("ADD " + InnoDbIndexes.definition(innoDb, index));
        }
        keys.ownChanges(clauses, operation, table, before);
        InnoDb.start(column.identity()).ifPresent(clauses::then);
        String statement = clauses.statements().get(0);
        return operation.ifNotExists() && !natively
                ? Conditional.unlessColumn(innoDb, table, column.name(), statement)
                : List.of(statement);
    }

    /** Columns' names differ by more than case (MySQL Reference Manual, "Identifier Case Sensitivity"). */
    void requireDistinct(List<String> names) {
        Map<String, String> seen = new HashMap<>();
        for (String name : names) {
            String other = seen.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
            if (other != null) {
                throw new Refusal(
                        "name-taken",
                        name,
                        innoDb.dialect() + " knows no case in a column's name, so '" + other + "' and '" + name
                                + "' are one",
                        "Choose another name for one of the two.");
            }
        }
    }

    /** What speaks of the column goes with it; the server itself would leave an index of the other columns behind. */
    List<String> dropColumn(DropColumn operation, Schema before) {
        Name table = operation.table();
        Clauses clauses = new Clauses(innoDb, table);
        before.known(table)
                .filter(known -> known.column(operation.column()).isPresent())
                .ifPresent(known -> {
                    known.constraints().stream()
                            .filter(rule -> rule.names(operation.column()) && !goesAlong(rule))
                            .forEach(rule -> clauses.then(keys.drop(rule, false)));
                    known.indexes().stream()
                            .filter(index -> index.names(operation.column()) && !goesAlong(index))
                            .forEach(index -> clauses.then("DROP INDEX " + innoDb.quote(index.name())));
                    keys.ownChanges(clauses, operation, table, before);
                });
        boolean natively = operation.ifExists() && innoDb.guardsNatively() && clauses.size() == 0;
        clauses.then("DROP COLUMN " + (natively ? "IF EXISTS " : "") + innoDb.quote(operation.column()));
        String statement = clauses.statements().get(0);
        return operation.ifExists() && !natively
                ? Conditional.ifColumn(innoDb, table, operation.column(), statement)
                : List.of(statement);
    }

    /** Whether a key goes with its only column. */
    private static boolean goesAlong(Constraint rule) {
        return !(rule instanceof ForeignKey)
                && !(rule instanceof Check)
                && rule.columns().size() == 1;
    }

    private static boolean goesAlong(Index index) {
        return index.parts().size() == 1 && !index.parts().get(0).expression();
    }

    List<String> renameColumn(RenameColumn operation, Schema before) {
        return renaming(
                operation,
                before,
                "RENAME COLUMN " + innoDb.quote(operation.column()) + " TO " + innoDb.quote(operation.to()));
    }

    /**
     * A change of a column's name, with the free text that speaks of it said again: the server renames the column in
     * keys and plain indexes alone (MySQL errors 3959, 3108 and 3837).
     *
     * @param change the clause that renames
     */
    List<String> renaming(RenameColumn operation, Schema before, String change) {
        Name table = operation.table();
        String column = operation.column();
        refuseViews(before, table, column);
        Clauses clauses = new Clauses(innoDb, table);
        Optional<Table> was = before.known(table);
        Optional<Table> is = operation.apply(before).known(table);
        is.ifPresent(renamed -> requireDistinct(renamed.columnNames()));
        List<Check> checks = was.map(known -> known.constraints(Check.class)).orElse(List.of()).stream()
                .filter(rule -> rule.names(column))
                .toList();
        List<Index> indexes = was.map(Table::indexes).orElse(List.of()).stream()
                .filter(index -> index.names(column) && index.parts().stream().anyMatch(IndexPart::expression))
                .toList();
        checks.forEach(rule -> clauses.then(keys.drop(rule, false)));
        indexes.forEach(index -> clauses.then("DROP INDEX " + innoDb.quote(index.name())));
        clauses.then(change);
        is.stream()
                .flatMap(known -> known.columns().stream())
                .filter(computedFrom(operation.to()))
                .forEach(other -> clauses.then("MODIFY COLUMN " + innoDb.columnDefinition(table, other)));
        checks.forEach(rule -> clauses.then("ADD "
                + innoDb.constraintDefinition(
                        is.orElseThrow().constraint(rule.name()).orElseThrow())));
        indexes.forEach(index -> clauses.then("ADD "
                + InnoDbIndexes.definition(
                        innoDb, is.orElseThrow().index(index.name()).orElseThrow())));
        return clauses.statements();
    }

    static Predicate<Column> computedFrom(String column) {
        return other -> other.computed()
                .filter(rule -> SqlText.names(rule.expression(), column))
                .isPresent();
    }

    /** Every column of the type gets the longer list. */
    List<String> addEnumValue(AddEnumValue operation, Schema before) {
        List<String> statements = new ArrayList<>();
        Schema after = operation.apply(before);
        for (Table table : after.tables()) {
            Clauses clauses = new Clauses(innoDb, table.name());
            table.columns().stream()
                    .filter(column -> isOf(column, table, operation.type()))
                    .forEach(column -> clauses.then("MODIFY COLUMN " + innoDb.columnDefinition(table.name(), column)));
            statements.addAll(clauses.statements());
        }
        return statements;
    }

    private boolean isOf(Column column, Table table, Name type) {
        return column.type().in(innoDb.dialect()) instanceof Enumeration own
                && table.name().sibling(own.name()).equals(type);
    }

    /** The refusal of a change to a column that nobody has described. */
    static Refusal unknown(Name table, String column) {
        return new Refusal(
                "unknown-column",
                column,
                "what column '" + column + "' of table '" + table + "' is now is not known from the history",
                "Say it: existing: [type: …, nullable: …].");
    }

    /** Refuses to rename what a view speaks of: the view would stay behind with the old name, and fail when read. */
    void refuseViews(Schema before, Name table, String column) {
        InTheWay.view(before, table, column).ifPresent(view -> {
            throw new Refusal(
                    "still-used",
                    column.isEmpty() ? table.value() : column,
                    "the view '" + view.name() + "' uses '" + (column.isEmpty() ? table : column) + "', and "
                            + innoDb.dialect() + " would leave the old name in it",
                    "Use dropView first, and createView again after it.");
        });
    }
}
