package io.limbeck.dialect;

import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a dialect's words for the scalar types back, and others that its catalogue has for them. */
final class TypeReading {

    private static final String NUMBERS = "(?:\\((\\d{1,18})(?:,(-?\\d{1,18}))?\\))?";

    /** Made when words are read, as many a dialect is made only to write. */
    private static final class Shapes {
        static final Pattern LIST = Pattern.compile("(?is)enum\\s*\\((.*)\\)");
        static final Pattern VALUE = Pattern.compile("'((?:[^']|'')*)'");
        static final Pattern PLACE = Pattern.compile("#(\\d*)");
    }

    private final Map<Kind, String> words;
    private final Map<String, Kind> others = new LinkedHashMap<>();
    private final Map<Kind, List<Integer>> implied = new EnumMap<>(Kind.class);
    private final Map<Kind, List<Integer>> usual = new EnumMap<>(Kind.class);
    private final Set<Kind> substitutes = EnumSet.noneOf(Kind.class);
    private final Map<String, Pattern> patterns = new LinkedHashMap<>();

    /**
     * The standard's other words are known (SQL:2016, 6.1 data type).
     *
     * @param words the dialect's own, as {@link TypeWords} has them
     */
    TypeReading(Map<Kind, String> words) {
        this.words = words;
        implied(Kind.CHARS, 1);
        also(Kind.INTEGER, "INT");
        also(Kind.DECIMAL, "DEC");
        also(Kind.CHARS, "CHARACTER");
        also(Kind.VARCHAR, "CHARACTER VARYING", "CHAR VARYING");
    }

    void also(Kind kind, String... more) {
        for (String word : more) {
            others.put(word, kind);
        }
    }

    void implied(Kind kind, Integer... numbers) {
        implied.put(kind, List.of(numbers));
    }

    void usual(Kind kind, Integer... numbers) {
        usual.put(kind, List.of(numbers));
    }

    void substitute(Kind kind) {
        substitutes.add(kind);
    }

    /** The scalar type; other words come before the dialect's own, and the first of several kinds of one word is meant. */
    Optional<Scalar> of(String text) {
        String plain = plain(text);
        for (Map.Entry<String, Kind> other : others.entrySet()) {
            Optional<Scalar> found = match(other.getValue(), other.getKey(), plain);
            if (found.isPresent()) {
                return found;
            }
        }
        for (Map.Entry<Kind, String> own : words.entrySet()) {
            Optional<Scalar> found = own.getValue() == null || substitutes.contains(own.getKey())
                    ? Optional.empty()
                    : match(own.getKey(), own.getValue(), plain);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** An ENUM has its list and no name. */
    static Optional<Type> enumeration(String text) {
        Matcher list = Shapes.LIST.matcher(text.strip());
        return list.matches()
                ? Optional.of(new Enumeration(
                        "",
                        Shapes.VALUE
                                .matcher(list.group(1))
                                .results()
                                .map(value -> value.group(1).replace("''", "'"))
                                .toList()))
                : Optional.empty();
    }

    private static String plain(String text) {
        return text.strip()
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceAll(" ?([(,)]) ?", "$1")
                .replaceAll("\\)(?=\\w)", ") ");
    }

    private Optional<Scalar> match(Kind kind, String word, String text) {
        Matcher matcher = patterns.computeIfAbsent(word, TypeReading::pattern).matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        List<Integer> numbers = new ArrayList<>();
        for (int group = 1; group <= matcher.groupCount(); group++) {
            if (matcher.group(group) != null) {
                numbers.add((int) Math.min(Long.parseLong(matcher.group(group)), Integer.MAX_VALUE));
            }
        }
        Matcher place = Shapes.PLACE.matcher(word);
        boolean anywhere = place.find();
        if (numbers.size() > kind.mostParameters()) {
            return anywhere ? Optional.of(Scalar.of(kind)) : Optional.empty();
        }
        boolean usual = anywhere
                && numbers.size() == 1
                && place.group(1).equals(numbers.get(0).toString());
        return Optional.of(new Scalar(kind, usual ? List.of() : numbers(kind, numbers)));
    }

    /** Numbers as scripts write them: those that are implied where there are none, no scale of 0, no usual ones. */
    private List<Integer> numbers(Kind kind, List<Integer> told) {
        List<Integer> numbers = told.isEmpty() ? implied.getOrDefault(kind, List.of()) : told;
        if (numbers.equals(usual.get(kind))) {
            return List.of();
        }
        return numbers.size() == 2 && numbers.get(1) == 0 ? numbers.subList(0, 1) : numbers;
    }

    /** Shape: {@code TIMESTAMP#6 WITH TIME ZONE} becomes {@code TIMESTAMP(numbers)? WITH TIME ZONE}. */
    private static Pattern pattern(String word) {
        if (word.endsWith("!")) {
            return Pattern.compile(Pattern.quote(plain(word.substring(0, word.length() - 1))));
        }
        int inside = word.indexOf("(#n");
        if (inside >= 0) {
            int end = word.indexOf(')', inside);
            return Pattern.compile(
                    Pattern.quote(word.substring(0, inside).strip().toUpperCase(Locale.ROOT))
                            + "(?:\\((\\d{1,18})"
                            + Pattern.quote(word.substring(inside + 3, end).toUpperCase(Locale.ROOT)) + "\\))?"
                            + tail(word.substring(end + 1)));
        }
        Matcher place = Shapes.PLACE.matcher(word);
        if (!place.find()) {
            return Pattern.compile(Pattern.quote(plain(word)) + NUMBERS);
        }
        return Pattern.compile(Pattern.quote(word.substring(0, place.start()).toUpperCase(Locale.ROOT))
                + NUMBERS
                + tail(word.substring(place.end())));
    }

    private static String tail(String rest) {
        return rest.isEmpty() ? "" : Pattern.quote(rest.toUpperCase(Locale.ROOT));
    }
}
