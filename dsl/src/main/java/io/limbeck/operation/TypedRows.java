package io.limbeck.operation;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.sql.RowSource;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Rows of text, read as the types of their columns; a column of unknown type keeps its text. */
record TypedRows(RowSource source, List<Optional<Type>> types, UnaryOperator<Literal> binding) implements RowSource {

    /** The same rows with each value as it is bound. */
    TypedRows binding(UnaryOperator<Literal> other) {
        return new TypedRows(source, types, other);
    }

    @Override
    public String name() {
        return source.name();
    }

    @Override
    public List<String> columns() {
        return source.columns();
    }

    @Override
    public Stream<List<Literal>> rows() {
        AtomicInteger number = new AtomicInteger(1);
        return source.rows().map(row -> typed(row, number.incrementAndGet()));
    }

    private List<Literal> typed(List<Literal> row, int line) {
        List<Literal> typed = new ArrayList<>(row.size());
        for (int i = 0; i < row.size(); i++) {
            Literal cell = row.get(i);
            try {
                typed.add(
                        cell.value() instanceof String text && types.get(i).orElse(null) instanceof Scalar scalar
                                ? binding.apply(new Literal(value(text, scalar.kind())))
                                : cell);
            } catch (NumberFormatException | DateTimeException unreadable) {
                throw LimbeckException.migration(Problem.at(
                        new Place(name(), line, 0, ""),
                        "wrong-value",
                        "'" + cell.value() + "' is no "
                                + types.get(i).orElseThrow().script() + ", which column '"
                                + columns().get(i) + "' is",
                        null));
            }
        }
        return typed;
    }

    private static Object value(String text, Kind kind) {
        return switch (kind) {
            case BOOL -> bool(text);
            case SMALLINT, INTEGER, BIGINT -> Long.valueOf(text.strip());
            case DECIMAL, NUMERIC -> new BigDecimal(text.strip());
            case REAL, DOUBLE_PRECISION -> Double.valueOf(text.strip());
            case DATE -> LocalDate.parse(text.strip());
            case TIME -> LocalTime.parse(text.strip());
            case TIMESTAMP -> LocalDateTime.parse(text.strip().replace(' ', 'T'));
            case TIMESTAMPTZ -> OffsetDateTime.parse(text.strip().replace(' ', 'T'));
            case UUID -> uuid(text);
            case BINARY, VARBINARY, BLOB -> bytes(text);
            default -> text;
        };
    }

    private static Boolean bool(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true", "t", "1", "yes" -> true;
            case "false", "f", "0", "no" -> false;
            default -> throw new NumberFormatException(text);
        };
    }

    /** Hexadecimal digits, as every database prints bytes, perhaps behind {@code 0x} or {@code \\x}. */
    private static byte[] bytes(String text) {
        try {
            return HexFormat.of().parseHex(text.strip().replaceFirst("^(0x|\\\\x)", ""));
        } catch (IllegalArgumentException malformed) {
            throw new NumberFormatException(text);
        }
    }

    private static UUID uuid(String text) {
        try {
            return UUID.fromString(text.strip());
        } catch (IllegalArgumentException malformed) {
            throw new NumberFormatException(text);
        }
    }
}
