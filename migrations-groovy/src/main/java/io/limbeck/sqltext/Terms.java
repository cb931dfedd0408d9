package io.limbeck.sqltext;

import io.limbeck.sqltext.Term.Kind;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Verbatim;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;

/** Puts terms together in their normal form. */
final class Terms {

    private static final Map<String, String> OPPOSITE =
            Map.of("=", "<>", "<>", "=", "<", ">=", ">=", "<", ">", "<=", "<=", ">");
    private static final Map<String, String> MIRRORED =
            Map.of("=", "=", "<>", "<>", "<", ">", ">", "<", "<=", ">=", ">=", "<=");
    private static final Map<String, BinaryOperator<BigInteger>> SUMS =
            Map.of("+", BigInteger::add, "-", BigInteger::subtract, "*", BigInteger::multiply);
    private static final Set<String> FLAT = Set.of("and", "or", "||");
    private static final Set<io.limbeck.type.Kind> TEXTS = Set.of(
            io.limbeck.type.Kind.VARCHAR,
            io.limbeck.type.Kind.NVARCHAR,
            io.limbeck.type.Kind.TEXT,
            io.limbeck.type.Kind.CHARS);
    private static final Set<io.limbeck.type.Kind> WHOLE =
            Set.of(io.limbeck.type.Kind.SMALLINT, io.limbeck.type.Kind.INTEGER, io.limbeck.type.Kind.BIGINT);
    private static final Set<io.limbeck.type.Kind> NUMBERS = Set.of(
            io.limbeck.type.Kind.DECIMAL,
            io.limbeck.type.Kind.NUMERIC,
            io.limbeck.type.Kind.REAL,
            io.limbeck.type.Kind.DOUBLE_PRECISION);

    private Terms() {}

    static Term not(Term term) {
        if (term.is("not")) {
            return term.parts().get(0);
        }
        if (term.is("and") || term.is("or")) {
            return Term.call(
                    term.is("and") ? "or" : "and",
                    term.parts().stream().map(Terms::not).toList());
        }
        return term.kind() == Kind.CALL
                        && OPPOSITE.containsKey(term.text())
                        && term.parts().size() == 2
                ? Term.call(OPPOSITE.get(term.text()), term.parts())
                : Term.call("not", term);
    }

    /** An operator between two terms; a comparison has its literal on the right. */
    static Term between(String operator, Term left, Term right) {
        return switch (operator) {
            case "%" -> Term.call("mod", left, right);
            case "~~" -> Term.call("like", left, right);
            case "!~~" -> not(Term.call("like", left, right));
            case "~~*" -> Term.call("ilike", left, right);
            case "!~~*" -> not(Term.call("ilike", left, right));
            default ->
                isWhole(left) && isWhole(right) && SUMS.containsKey(operator)
                        ? Term.leaf(
                                Kind.NUMBER,
                                SUMS.get(operator)
                                        .apply(new BigInteger(left.text()), new BigInteger(right.text()))
                                        .toString())
                        : FLAT.contains(operator)
                                ? flat(operator, left, right)
                                : MIRRORED.containsKey(operator) && left.isLiteral() && !right.isLiteral()
                                        ? Term.call(MIRRORED.get(operator), right, left)
                                        : Term.call(operator, left, right);
        };
    }

    private static boolean isWhole(Term term) {
        return term.kind() == Kind.NUMBER && term.text().matches("-?\\d+");
    }

    private static Term flat(String operator, Term left, Term right) {
        List<Term> parts = new ArrayList<>();
        Stream.of(left, right).forEach(part -> parts.addAll(part.is(operator) ? part.parts() : List.of(part)));
        return Term.call(operator, parts);
    }

    /** A term that is one of several, as some databases print it. */
    static Term in(Term left, List<Term> values) {
        return values.stream()
                .map(value -> between("=", left, value))
                .reduce((one, other) -> between("or", one, other))
                .orElseThrow();
    }

    /** A function of something; what some databases work out at once is worked out. */
    static Term called(String name, List<Term> parts) {
        if (parts.size() == 1 && parts.get(0).kind() == Kind.STRING) {
            String text = parts.get(0).text();
            if (text.matches("\\p{ASCII}*") && (name.equals("lower") || name.equals("upper"))) {
                return Term.leaf(
                        Kind.STRING,
                        name.equals("lower") ? text.toLowerCase(Locale.ROOT) : text.toUpperCase(Locale.ROOT));
            }
        }
        return Term.call(name, parts);
    }

    static Term minus(Term term) {
        return term.kind() == Kind.NUMBER && !term.text().startsWith("-")
                ? Term.leaf(Kind.NUMBER, "-" + term.text())
                : Term.call("-", term);
    }

    /**
     * A cast; one that a literal has come to by itself is left out.
     *
     * @param known the type of what is cast, or null
     */
    static Term cast(Term term, String words, Type type, Type known) {
        if (term.kind() == Kind.CAST && term.text().equals(words)) {
            return term;
        }
        if (term.kind() == Kind.WORD && term.text().equals("null")) {
            return term;
        }
        boolean named = type instanceof Verbatim verbatim && verbatim.sql().equals("REGCLASS");
        if (type instanceof ArrayType && term.kind() == Kind.LIST || named && term.kind() == Kind.STRING) {
            return term;
        }
        if (type instanceof Scalar scalar) {
            Integer length =
                    scalar.parameters().isEmpty() ? null : scalar.parameters().get(0);
            if (term.kind() == Kind.STRING) {
                return string(term, words, scalar, length);
            }
            boolean whole = term.kind() == Kind.NUMBER && term.text().matches("-?\\d+");
            if (whole && WHOLE.contains(scalar.kind())
                    || term.kind() == Kind.NUMBER && NUMBERS.contains(scalar.kind()) && fits(term.text(), scalar)) {
                return term;
            }
            boolean text = known instanceof Scalar own
                    && TEXTS.contains(own.kind())
                    && own.kind() != io.limbeck.type.Kind.CHARS;
            if (text
                    && length == null
                    && TEXTS.contains(scalar.kind())
                    && scalar.kind() != io.limbeck.type.Kind.CHARS) {
                return term;
            }
        }
        return new Term(Kind.CAST, words, List.of(term));
    }

    /** Whether a number is what it was in a type of decimal digits. */
    private static boolean fits(String number, Scalar type) {
        if (type.parameters().isEmpty()) {
            return true;
        }
        BigDecimal value = new BigDecimal(number);
        int scale = type.parameters().size() > 1 ? type.parameters().get(1) : 0;
        return value.scale() <= scale
                && value.precision() - value.scale() <= type.parameters().get(0) - scale;
    }

    private static Term string(Term term, String words, Scalar type, Integer length) {
        String text = term.text();
        if (TEXTS.contains(type.kind()) && (length == null || text.length() <= length)) {
            return term;
        }
        boolean number = text.matches("-?\\d+(\\.\\d+)?") && NUMBERS.contains(type.kind()) && length == null
                || text.matches("-?\\d+") && WHOLE.contains(type.kind());
        if (number) {
            return Term.leaf(Kind.NUMBER, text);
        }
        boolean moment = switch (type.kind()) {
            case DATE -> text.matches("\\d{4}-\\d\\d-\\d\\d");
            case TIME -> text.matches("\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?") && length == null;
            case TIMESTAMP -> text.matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d(\\.\\d+)?");
            default -> false;
        };
        return moment ? Term.leaf(Kind.STRING, text) : new Term(Kind.CAST, words, List.of(term));
    }
}
