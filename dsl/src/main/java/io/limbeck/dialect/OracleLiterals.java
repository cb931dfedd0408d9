package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Oracle's literals (Database SQL Language Reference, "Literals"). */
final class OracleLiterals extends Literals {

    /** The longest string in bytes; beyond it, only a CLOB holds the text. */
    private static final int LONGEST = 4000;
    /** Characters of one piece of a long string; the clients' lines end at some 2,500. */
    private static final int PIECE = 1000;

    private static final Set<Kind> EXACT =
            EnumSet.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.DECIMAL, Kind.NUMERIC);
    private static final Set<Kind> LARGE_TEXTS = EnumSet.of(Kind.TEXT);

    private final boolean booleans;

    /**
     * @param booleans whether there is a BOOLEAN
     */
    OracleLiterals(boolean booleans) {
        this.booleans = booleans;
    }

    /** A value for a column of a type; what the session's settings would decide is spelled out. */
    String of(Literal given, Kind kind) {
        Literal literal = Coercion.to(kind, given);
        Object value = literal.value();
        if (value instanceof String text) {
            return ofText(text, kind);
        }
        if (EXACT.contains(kind) && (value instanceof Double || value instanceof Float) && isFinite((Number) value)) {
            return new BigDecimal(value.toString()).toPlainString();
        }
        if (kind == Kind.BLOB && value instanceof byte[] bytes && bytes.length == 0) {
            return "EMPTY_BLOB()";
        }
        return of(literal);
    }

    private String ofText(String text, Kind kind) {
        if (text.isEmpty()) {
            return LARGE_TEXTS.contains(kind) ? "EMPTY_CLOB()" : "''";
        }
        if (kind == Kind.NVARCHAR && !StandardCharsets.US_ASCII.newEncoder().canEncode(text)) {
            return "N" + string(text);
        }
        try {
            return switch (kind) {
                case DATE -> of(new Literal(LocalDate.parse(text.strip())));
                case TIMESTAMP ->
                    of(new Literal(LocalDateTime.parse(text.strip().replace(' ', 'T'))));
                case TIMESTAMPTZ ->
                    of(new Literal(OffsetDateTime.parse(text.strip().replace(' ', 'T'))));
                default -> string(text);
            };
        } catch (DateTimeException other) {
            return string(text);
        }
    }

    private static boolean isFinite(Number number) {
        return Double.isFinite(number.doubleValue());
    }

    /**
     * Control characters are spelled by number, since a script's lines have meanings of their own for the client, and
     * long strings are cut, the longest into a CLOB.
     */
    @Override
    protected String string(String text) {
        List<String> pieces = pieces(text);
        boolean large = text.getBytes(StandardCharsets.UTF_8).length > LONGEST;
        String all = String.join(text.length() > PIECE ? " ||\n    " : " || ", pieces);
        return large
                ? "TO_CLOB(" + pieces.get(0) + ")" + all.substring(pieces.get(0).length())
                : all;
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean control = c < ' ' && c != '\t';
            if (control || piece.length() >= PIECE && !Character.isLowSurrogate(c)) {
                quoted(piece, pieces);
            }
            if (control) {
                pieces.add("CHR(" + (int) c + ")");
            } else {
                piece.append(c);
            }
        }
        quoted(piece, pieces);
        return pieces.isEmpty() ? List.of("''") : pieces;
    }

    private static void quoted(StringBuilder piece, List<String> pieces) {
        if (!piece.isEmpty()) {
            pieces.add("'" + piece.toString().replace("'", "''") + "'");
            piece.setLength(0);
        }
    }

    @Override
    protected String bool(boolean truth) {
        return booleans ? super.bool(truth) : truth ? "1" : "0";
    }

    /** Without the D behind it, a number is a NUMBER, which ends at 1e126. */
    @Override
    protected String floating(double number, Object asGiven) {
        if (Double.isNaN(number)) {
            return "BINARY_DOUBLE_NAN";
        }
        if (Double.isInfinite(number)) {
            return (number < 0 ? "-" : "") + "BINARY_DOUBLE_INFINITY";
        }
        return asGiven + "D";
    }

    /** A time of day, as the time since midnight. */
    @Override
    protected String time(String text) {
        return "INTERVAL '" + text + "' HOUR TO SECOND";
    }

    /** A day that was leapt over becomes 1582-10-15 (https://seanstuber.com/2018/12/18/looking-through-holes-in-time). */
    @Override
    protected String date(String text) {
        return super.date(known(text, "oracle"));
    }

    @Override
    protected String timestamp(String text) {
        return super.timestamp(known(text, "oracle"));
    }

    @Override
    protected String zonedTimestamp(String text) {
        return timestamp(text.replaceFirst("([+-]\\d\\d:\\d\\d)$", " $1"));
    }

    @Override
    protected String bytes(String hex) {
        if (hex.length() > LONGEST) {
            throw new Refusal(
                    "unsupported",
                    null,
                    "oracle has no literal for more than " + LONGEST / 2 + " bytes",
                    "Put them in with a data { } block.");
        }
        return "HEXTORAW('" + hex + "')";
    }
}
