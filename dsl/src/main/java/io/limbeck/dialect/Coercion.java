package io.limbeck.dialect;

import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/** Makes a literal one of its column's type, where a database would not; what cannot be is left as it is. */
final class Coercion {

    private static final Set<Kind> NUMBERS = EnumSet.of(
            Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.DECIMAL, Kind.NUMERIC, Kind.REAL, Kind.DOUBLE_PRECISION);
    private static final Set<Kind> TEXTS = EnumSet.of(Kind.CHARS, Kind.VARCHAR, Kind.NVARCHAR, Kind.TEXT);

    private Coercion() {}

    static Literal to(Kind kind, Literal literal) {
        Object value = literal.value();
        if (TEXTS.contains(kind) && value instanceof Number number) {
            return new Literal(number instanceof BigDecimal exact ? exact.toPlainString() : number.toString());
        }
        if (value instanceof LocalDate date && kind == Kind.TIMESTAMP) {
            return new Literal(date.atStartOfDay());
        }
        if (!(value instanceof String text)) {
            return literal;
        }
        if (NUMBERS.contains(kind) && text.strip().matches("[-+]?\\d+(\\.\\d+)?")) {
            return new Literal(new BigDecimal(text.strip()));
        }
        if (kind == Kind.BOOL && text.matches("(?i)true|false")) {
            return new Literal(Boolean.valueOf(text));
        }
        return literal;
    }
}
