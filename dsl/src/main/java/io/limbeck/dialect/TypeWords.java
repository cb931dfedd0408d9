package io.limbeck.dialect;

import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A dialect's words for the scalar types.
 *
 * <p>The numbers of a type stand in parentheses behind its word, or where the word has a {@code #}; digits behind that
 * are meant where the script says none. A word in which they stand in parentheses with more has {@code (#n …)} there; a
 * word that ends with {@code !} takes no numbers.
 */
public final class TypeWords {

    private static final Pattern NUMBERS = Pattern.compile("#(\\d*)");

    private final Map<Kind, String> words = new EnumMap<>(Kind.class);
    private final Set<Kind> needNumbers = EnumSet.noneOf(Kind.class);
    private final TypeReading reading = new TypeReading(words);

    /** The standard's words (SQL:2016, 6.1 data type), where there is one that databases agree on. */
    TypeWords() {
        word(Kind.BOOL, "BOOLEAN")
                .word(Kind.SMALLINT, "SMALLINT")
                .word(Kind.INTEGER, "INTEGER")
                .word(Kind.BIGINT, "BIGINT")
                .word(Kind.DECIMAL, "DECIMAL")
                .word(Kind.NUMERIC, "NUMERIC")
                .word(Kind.REAL, "REAL")
                .word(Kind.DOUBLE_PRECISION, "DOUBLE PRECISION")
                .word(Kind.CHARS, "CHAR")
                .word(Kind.VARCHAR, "VARCHAR")
                .word(Kind.NVARCHAR, "VARCHAR")
                .word(Kind.DATE, "DATE")
                .word(Kind.TIME, "TIME")
                .word(Kind.TIMESTAMP, "TIMESTAMP");
    }

    /** Sets the word of a type. Shape: {@code word(Kind.TIMESTAMPTZ, "TIMESTAMP#6 WITH TIME ZONE")} */
    public TypeWords word(Kind kind, String word) {
        words.put(kind, word);
        return this;
    }

    /** Takes back the word of a type that a dialect's superclass has. */
    public TypeWords without(Kind kind) {
        words.remove(kind);
        return this;
    }

    /** Declares types that the dialect does not take without a length. */
    public TypeWords needNumbers(Kind... kinds) {
        needNumbers.addAll(List.of(kinds));
        return this;
    }

    /**
     * Other words that the database has for a type, of the shape of its own; numbers at a {@code #} of a type that has
     * none count for nothing. Shape: {@code also(Kind.VARCHAR, "CHARACTER VARYING")}
     */
    public TypeWords also(Kind kind, String... others) {
        reading.also(kind, others);
        return this;
    }

    /** The numbers that the database takes a type to have whose words have none. Shape: {@code implied(Kind.DECIMAL, 10)} */
    public TypeWords implied(Kind kind, Integer... numbers) {
        reading.implied(kind, numbers);
        return this;
    }

    /** Numbers behind a type that say no more than none do. Shape: {@code usual(Kind.TIMESTAMP, 6)} */
    public TypeWords usual(Kind kind, Integer... numbers) {
        reading.usual(kind, numbers);
        return this;
    }

    /** The word of a type means another one unless a check makes it so. */
    public TypeWords substitute(Kind kind) {
        reading.substitute(kind);
        return this;
    }

    /** The type that the database's words mean. */
    public Optional<Scalar> read(String text) {
        return reading.of(text);
    }

    boolean lacksNumbers(Scalar type) {
        return needNumbers.contains(type.kind()) && type.parameters().isEmpty();
    }

    Optional<String> of(Scalar type) {
        String word = words.get(type.kind());
        return word == null ? Optional.empty() : Optional.of(filled(word, type.parameters()));
    }

    private static String filled(String word, List<Integer> parameters) {
        if (parameters.isEmpty() && word.indexOf('#') < 0 && !word.endsWith("!")) {
            return word;
        }
        if (word.endsWith("!")) {
            return word.substring(0, word.length() - 1);
        }
        if (word.contains("(#n")) {
            return parameters.isEmpty()
                    ? word.replaceAll("\\(#n[^)]*\\)", "")
                    : word.replace("#n", String.valueOf(parameters.get(0)));
        }
        String numbers = "";
        for (Integer parameter : parameters) {
            numbers += (numbers.isEmpty() ? "(" : ", ") + parameter;
        }
        if (!numbers.isEmpty()) {
            numbers += ")";
        }
        return word.contains("#") ? filled(word, numbers) : word + numbers;
    }

    private static String filled(String word, String numbers) {
        return NUMBERS.matcher(word)
                .replaceAll(
                        place -> numbers.isEmpty() && !place.group(1).isEmpty() ? "(" + place.group(1) + ")" : numbers);
    }
}
