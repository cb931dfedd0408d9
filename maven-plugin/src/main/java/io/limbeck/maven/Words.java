package io.limbeck.maven;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;

/** Parameters that are words: one of a few, or a list with commas. */
final class Words {

    private Words() {}

    /** The items of a comma-separated list, without blanks; none for null. */
    static List<String> list(String text) {
        return text == null
                ? List.of()
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList();
    }

    static Optional<String> given(String text) {
        return Optional.ofNullable(orNull(text));
    }

    /** A text without blanks around it; null if that leaves none. */
    static String orNull(String text) {
        String word = text == null ? "" : text.strip();
        return word.isEmpty() ? null : word;
    }

    /**
     * One of an enumeration's words. Shape: {@code per-revision} for {@code PER_REVISION}.
     *
     * @param parameter for the message when there is no such word
     */
    static <E extends Enum<E>> E choice(String parameter, String text, Class<E> choices) {
        String word = text.strip().toLowerCase(Locale.ROOT);
        Collection<String> words = new TreeSet<>();
        for (E constant : choices.getEnumConstants()) {
            if (word(constant).equals(word)) {
                return constant;
            }
            words.add(word(constant));
        }
        throw LimbeckException.setup(Problem.of(
                "unknown-value",
                "'" + text + "' in `" + parameter + "` is none of " + String.join(", ", words),
                Suggestion.nearest(word, words)
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse(null)));
    }

    /** The same; null where nothing was said. */
    static <E extends Enum<E>> E choiceOrNull(String parameter, String text, Class<E> choices) {
        return orNull(text) == null ? null : choice(parameter, text, choices);
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What a parameter must say. */
    static String needed(String parameter, String text, String remedy) {
        return given(text)
                .orElseThrow(() -> LimbeckException.setup(
                        Problem.of("missing-parameter", "`" + parameter + "` is not given", remedy)));
    }
}
