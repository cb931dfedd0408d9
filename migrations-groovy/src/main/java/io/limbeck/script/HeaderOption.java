package io.limbeck.script;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The options of a header; one more is a constant here and a component of {@link Header}. */
enum HeaderOption {
    DOWN("down", "down", true),
    MESSAGE("message", "message", false),
    LABELS("labels", "labels", true),
    DEPENDS_ON("dependsOn", "depends-on", true),
    REPLACES("replaces", "replaces", true);

    private static final HeaderOption[] ALL = values();

    /** As a Groovy script says it. */
    final String word;
    /** As an SQL script says it; the Groovy word is understood there too. */
    final String sqlWord;
    /** Whether a list may stand there. */
    final boolean many;

    HeaderOption(String word, String sqlWord, boolean many) {
        this.word = word;
        this.sqlWord = sqlWord;
        this.many = many;
    }

    static Optional<HeaderOption> named(String word) {
        for (HeaderOption option : ALL) {
            if (option.word.equals(word)) {
                return Optional.of(option);
            }
        }
        return Optional.empty();
    }

    static Optional<HeaderOption> inSql(String word) {
        return Arrays.stream(values())
                .filter(option -> option.word.equalsIgnoreCase(word) || option.sqlWord.equalsIgnoreCase(word))
                .findFirst();
    }

    static List<String> words() {
        return Arrays.stream(values()).map(option -> option.word).toList();
    }
}
