package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.Insert;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Update;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Value;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of empty strings, which Oracle takes for null everywhere but in a CLOB (Database SQL Language Reference,
 * "Nulls"): refused where null cannot stand, told where it can.
 */
final class OracleEmptyStrings {

    private static final Literal EMPTY = new Literal("");

    /** Refuses a row that would put null into a column that takes none. */
    void require(Name table, Map<String, Value> row, Schema before) {
        row.forEach((name, value) -> column(before, table, name)
                .filter(column -> isLost(value, column) && !column.nullable())
                .ifPresent(column -> {
                    throw refusal(column, "Put something else there, or make the column nullable.");
                }));
    }

    /** Refuses a default that would be null in a column that takes none. */
    void requireDefault(Column column) {
        boolean lost =
                column.defaultValue().filter(value -> isLost(value, column)).isPresent();
        if (lost && !column.nullable()) {
            throw refusal(column, "Choose another default there, or make the column nullable.");
        }
    }

    /** Refuses to look for rows by an empty string, which equals nothing. */
    void requireFindable(Map<String, Value> row) {
        row.forEach((name, value) -> {
            if (value.equals(EMPTY)) {
                throw new Refusal(
                        "wrong-value",
                        name,
                        "oracle keeps '' as null, which equals nothing, so no row is found by it",
                        "Use where: '" + name + " is null'.");
            }
        });
    }

    private static Refusal refusal(Column column, String remedy) {
        return new Refusal(
                "wrong-value",
                column.name(),
                "oracle takes '' for null, and column '" + column.name() + "' is not nullable",
                remedy);
    }

    List<String> warnings(Operation operation, Schema before) {
        Stream<String> lost = Stream.empty();
        if (operation instanceof Insert insert) {
            lost = insert.rows().stream().flatMap(row -> lost(insert.table(), row, before));
        } else if (operation instanceof Update update) {
            lost = lost(update.table(), update.values(), before);
        } else if (operation instanceof CreateTable create) {
            lost = create.table().columns().stream().flatMap(OracleEmptyStrings::lost);
        } else if (operation instanceof AddColumn add) {
            lost = lost(add.column());
        } else if (operation instanceof AlterColumn alter
                && alter.defaultValue().asked()) {
            lost = alter.before(before).map(alter::changed).stream().flatMap(OracleEmptyStrings::lost);
        }
        return lost.distinct()
                .map(column -> "oracle keeps the empty string in column '" + column + "' as null")
                .toList();
    }

    private static Stream<String> lost(Name table, Map<String, Value> row, Schema before) {
        return row.entrySet().stream()
                .filter(cell -> column(before, table, cell.getKey())
                        .map(column -> isLost(cell.getValue(), column))
                        .orElse(cell.getValue().equals(EMPTY)))
                .map(Map.Entry::getKey);
    }

    private static Stream<String> lost(Column column) {
        return column.defaultValue().filter(value -> isLost(value, column)).map(value -> column.name()).stream();
    }

    private static Optional<Column> column(Schema before, Name table, String name) {
        return before.known(table).flatMap(known -> known.column(name));
    }

    private static boolean isLost(Value value, Column column) {
        boolean large = column.type().in("oracle") instanceof Scalar scalar && scalar.kind() == Kind.TEXT;
        return value.equals(EMPTY) && !large;
    }
}
