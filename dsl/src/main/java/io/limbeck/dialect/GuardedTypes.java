package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Table;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Knows a type that the dialect has a substitute for by the check that guards it. */
final class GuardedTypes {

    private static final Pattern STRING = Pattern.compile("'((?:[^']|'')*)'");

    private GuardedTypes() {}

    /** The table with those types, and without their guards. */
    static Table of(Table told, Dialect dialect) {
        Table table = told;
        for (Constraint constraint : told.constraints()) {
            if (constraint instanceof Check check) {
                for (Column column : table.columns()) {
                    Optional<Type> guarded = guarded(told, column, check, dialect);
                    if (guarded.isPresent()) {
                        table = table.changing(column.name(), each -> each.typed(guarded.get()))
                                .changingConstraint(check.name(), any -> null);
                        break;
                    }
                }
            }
        }
        return table;
    }

    private static Optional<Type> guarded(Table table, Column column, Check check, Dialect dialect) {
        return check.names(column.name())
                ? candidates(column, check)
                        .filter(type -> isGuardOf(check, table, column, type, dialect))
                        .findFirst()
                : Optional.empty();
    }

    private static Stream<Type> candidates(Column column, Check check) {
        List<String> values = STRING.matcher(check.expression())
                .results()
                .map(value -> value.group(1).replace("''", "'"))
                .toList();
        return Stream.concat(
                values.isEmpty() ? Stream.empty() : Stream.of(new Enumeration(column.name(), values)),
                Stream.of(Kind.values()).map(kind -> Scalar.of(kind)));
    }

    private static boolean isGuardOf(Check check, Table table, Column column, Type type, Dialect dialect) {
        try {
            return dialect.guardCheck(table.name(), column.typed(type))
                            .filter(guard -> guard.name().equals(check.name()) || dialect.isGenerated(check.name()))
                            .filter(guard -> bare(guard.expression()).equals(bare(check.expression())))
                            .isPresent()
                    && dialect.read(dialect.type(type)).equals(column.type());
        } catch (Refusal unsayable) {
            return false;
        }
    }

    /** An expression without what catalogues add to it or leave out. */
    private static String bare(String sql) {
        return sql.replaceAll("[\\s()\"`\\[\\]]", "").toLowerCase(Locale.ROOT);
    }
}
