package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What Oracle makes of a change from one type to another: a number may grow, a string may change its length as far as
 * its values allow, a DATE may become a TIMESTAMP (Database SQL Language Reference, "modify_col_properties").
 */
final class OracleTypes {

    private static final String DAY = "'YYYY-MM-DD'";
    private static final String MOMENT = "'YYYY-MM-DD HH24:MI:SS.FF'";
    private static final String ZONED = "'YYYY-MM-DD HH24:MI:SS.FF TZH:TZM'";
    private static final Set<Kind> NUMBERS =
            EnumSet.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT, Kind.DECIMAL, Kind.NUMERIC);
    private static final Set<Kind> BYTES = EnumSet.of(Kind.BINARY, Kind.VARBINARY);

    private final Oracle oracle;

    OracleTypes(Oracle oracle) {
        this.oracle = oracle;
    }

    /** A type's word without its numbers. */
    String word(Type type) {
        return oracle.type(type).replaceAll("\\(.*?\\)", "");
    }

    /** Whether nothing changes for Oracle. */
    boolean same(Type from, Type to) {
        return oracle.type(from).equals(oracle.type(to))
                && oracle.guard(from.in("oracle"), "x").equals(oracle.guard(to.in("oracle"), "x"));
    }

    /** Whether MODIFY takes a column with values from one type to the other. */
    boolean inPlace(Type from, Type to) {
        String was = oracle.type(from);
        String is = oracle.type(to);
        if (was.equals(is)) {
            return true;
        }
        if (word(from).equals("NUMBER") && word(to).equals("NUMBER")) {
            return grows(numbers(was), numbers(is));
        }
        if (word(from).equals(word(to))) {
            return switch (word(to)) {
                case "VARCHAR2", "NVARCHAR2", "RAW" -> true;
                default -> shorter(numbers(was), numbers(is));
            };
        }
        return was.equals("DATE") && is.matches("TIMESTAMP(\\(\\d\\))?");
    }

    private static boolean shorter(List<Integer> was, List<Integer> is) {
        return was.size() == 1 && is.size() == 1 && was.get(0) <= is.get(0);
    }

    /** Whether every NUMBER of one precision and scale is one of the other. */
    private static boolean grows(List<Integer> was, List<Integer> is) {
        if (is.isEmpty() || was.isEmpty()) {
            return is.isEmpty();
        }
        int scaleBefore = was.size() == 1 ? 0 : was.get(1);
        int scaleAfter = is.size() == 1 ? 0 : is.get(1);
        return scaleAfter >= scaleBefore && is.get(0) - scaleAfter >= was.get(0) - scaleBefore;
    }

    private static List<Integer> numbers(String type) {
        return java.util.regex.Pattern.compile("\\d+")
                .matcher(type.substring(Math.max(0, type.indexOf('('))))
                .results()
                .limit(type.contains("(") ? 2 : 0)
                .map(match -> Integer.valueOf(match.group()))
                .toList();
    }

    /** The old value as the new type; what the session's settings would decide is spelled out. */
    String converted(Column from, Column to) {
        String value = oracle.quote(from.name());
        Optional<Kind> was = kind(from.type());
        Optional<Kind> is = kind(to.type());
        String type = oracle.type(to.type());
        if (isText(from.type()) && isText(to.type())) {
            return text(was.filter(Kind.CHARS::equals).isPresent() ? "RTRIM(" + value + ")" : value, type);
        }
        if (isText(to.type())) {
            return text(spelled(value, was, from), type);
        }
        if (isText(from.type())) {
            return read(value, is, type, from);
        }
        if (is.equals(Optional.of(Kind.DATE))) {
            return "TRUNC(CAST(" + value + " AS DATE))";
        }
        if (is.equals(Optional.of(Kind.BLOB)) && was.filter(BYTES::contains).isPresent()) {
            return "TO_BLOB(" + value + ")";
        }
        requireCast(type, from, was, is);
        return "CAST(" + value + " AS " + type + ")";
    }

    private static String text(String value, String type) {
        return type.equals("CLOB") ? "TO_CLOB(" + value + ")" : "CAST(" + value + " AS " + type + ")";
    }

    private String spelled(String value, Optional<Kind> was, Column from) {
        if (was.isEmpty()) {
            throw refusal(from);
        }
        return switch (was.get()) {
            case DATE -> "TO_CHAR(" + value + ", " + DAY + ")";
            case TIMESTAMP -> "TO_CHAR(" + value + ", " + MOMENT + ")";
            case TIMESTAMPTZ -> "TO_CHAR(" + value + ", " + ZONED + ")";
            case BINARY, VARBINARY -> "RAWTOHEX(" + value + ")";
            case BLOB, XML, INTERVAL -> throw refusal(from);
            case JSON, JSONB -> oracle.type(from.type()).equals("JSON") ? "JSON_SERIALIZE(" + value + ")" : value;
            default -> "TO_CHAR(" + value + ")";
        };
    }

    private static String read(String value, Optional<Kind> is, String type, Column from) {
        if (is.isEmpty()) {
            throw refusal(from);
        }
        return switch (is.get()) {
            case DATE -> "TO_DATE(" + value + ", " + DAY + ")";
            case TIMESTAMP -> "TO_TIMESTAMP(" + value + ", " + MOMENT + ")";
            case TIMESTAMPTZ -> "TO_TIMESTAMP_TZ(" + value + ", " + ZONED + ")";
            case BINARY, VARBINARY -> "HEXTORAW(" + value + ")";
            case JSON, JSONB -> type.equals("JSON") ? "JSON(" + value + ")" : "TO_CLOB(" + value + ")";
            case XML -> "XMLTYPE(" + value + ")";
            case BLOB, INTERVAL, BOOL -> throw refusal(from);
            default -> "CAST(" + value + " AS " + type + ")";
        };
    }

    private static void requireCast(String type, Column from, Optional<Kind> was, Optional<Kind> is) {
        boolean numbers = was.filter(OracleTypes::isNumber).isPresent()
                && is.filter(OracleTypes::isNumber).isPresent();
        Set<Kind> moments = EnumSet.of(Kind.DATE, Kind.TIMESTAMP, Kind.TIMESTAMPTZ);
        boolean times = was.filter(moments::contains).isPresent()
                && is.filter(moments::contains).isPresent();
        if (!numbers && !times && !type.startsWith("RAW")) {
            throw refusal(from);
        }
    }

    private static boolean isNumber(Kind kind) {
        return NUMBERS.contains(kind) || kind == Kind.BOOL || kind == Kind.REAL || kind == Kind.DOUBLE_PRECISION;
    }

    private static Refusal refusal(Column from) {
        return new Refusal(
                "unsupported",
                from.name(),
                "oracle does not convert the values of column '" + from.name() + "' by itself",
                "Say how with 'using:'.");
    }

    private static boolean isText(Type type) {
        Set<Kind> texts = EnumSet.of(Kind.CHARS, Kind.VARCHAR, Kind.NVARCHAR, Kind.TEXT, Kind.UUID);
        return type.in("oracle") instanceof Enumeration
                || kind(type).filter(texts::contains).isPresent();
    }

    private static Optional<Kind> kind(Type type) {
        return type.in("oracle") instanceof Scalar scalar ? Optional.of(scalar.kind()) : Optional.empty();
    }
}
