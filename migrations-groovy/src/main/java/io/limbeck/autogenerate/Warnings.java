package io.limbeck.autogenerate;

import io.limbeck.operation.AlterColumn;
import io.limbeck.schema.Column;
import io.limbeck.schema.Table;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a change of a column may do to the rows that are there. */
final class Warnings {

    private static final List<Kind> WHOLE_NUMBERS = List.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);
    private static final Set<Kind> TEXTS = Set.of(Kind.CHARS, Kind.VARCHAR, Kind.NVARCHAR, Kind.TEXT);
    private static final Set<Kind> BYTES = Set.of(Kind.BINARY, Kind.VARBINARY, Kind.BLOB);
    private static final Set<Kind> DECIMALS = Set.of(Kind.DECIMAL, Kind.NUMERIC);
    private static final int USUAL_PRECISION = 10;

    private Warnings() {}

    static List<String> of(AlterColumn alter, Column is, Column wanted, Table table, Likeness likeness) {
        List<String> warnings = new ArrayList<>();
        if (alter.type().isPresent() && !widens(is.type(), wanted.type())) {
            warnings.add("Values of '" + is.name() + "' may not fit: "
                    + is.type().script() + " becomes " + wanted.type().script() + ".");
        }
        if (alter.nullable().equals(java.util.Optional.of(false))) {
            warnings.add("Fails where '" + is.name() + "' is null; fill such rows first, as with: update '"
                    + table.name().value() + "', [" + is.name() + ": …], where: '" + is.name() + " is null'");
        }
        return warnings;
    }

    /** Whether every value of one type is a value of the other. */
    static boolean widens(Type from, Type to) {
        if (from instanceof Enumeration one && to instanceof Enumeration other) {
            return other.values().containsAll(one.values());
        }
        if (from instanceof Enumeration one && to instanceof Scalar other) {
            return TEXTS.contains(other.kind()) && (length(other) >= one.longest());
        }
        return from instanceof Scalar one && to instanceof Scalar other && widens(one, other);
    }

    private static boolean widens(Scalar from, Scalar to) {
        if (WHOLE_NUMBERS.contains(from.kind()) && WHOLE_NUMBERS.contains(to.kind())) {
            return WHOLE_NUMBERS.indexOf(from.kind()) <= WHOLE_NUMBERS.indexOf(to.kind());
        }
        if (DECIMALS.contains(to.kind())) {
            return DECIMALS.contains(from.kind())
                    ? scale(to) >= scale(from) && digits(to) >= digits(from)
                    : WHOLE_NUMBERS.contains(from.kind()) && digits(to) >= wholeDigits(from.kind());
        }
        if (TEXTS.contains(from.kind()) && TEXTS.contains(to.kind())) {
            return length(to) >= length(from) && (to.kind() != Kind.CHARS || from.kind() == Kind.CHARS);
        }
        if (BYTES.contains(from.kind()) && BYTES.contains(to.kind())) {
            return length(to) >= length(from) && (to.kind() != Kind.BINARY || from.kind() == Kind.BINARY);
        }
        if (from.kind() == to.kind()) {
            return precision(to) >= precision(from);
        }
        return from.kind() == Kind.REAL && to.kind() == Kind.DOUBLE_PRECISION
                || from.kind() == Kind.DATE && (to.kind() == Kind.TIMESTAMP)
                || from.kind() == Kind.JSON && to.kind() == Kind.JSONB
                || from.kind() == Kind.UUID && TEXTS.contains(to.kind()) && length(to) >= 36;
    }

    private static int length(Scalar type) {
        return type.parameters().isEmpty()
                ? Integer.MAX_VALUE
                : type.parameters().get(0);
    }

    private static int precision(Scalar type) {
        return type.parameters().isEmpty()
                ? Integer.MAX_VALUE
                : type.parameters().get(0);
    }

    private static int scale(Scalar type) {
        return type.parameters().size() > 1 ? type.parameters().get(1) : 0;
    }

    private static int digits(Scalar type) {
        return (type.parameters().isEmpty()
                        ? USUAL_PRECISION
                        : type.parameters().get(0))
                - scale(type);
    }

    private static int wholeDigits(Kind kind) {
        return kind == Kind.SMALLINT ? 5 : kind == Kind.INTEGER ? 10 : 19;
    }
}
