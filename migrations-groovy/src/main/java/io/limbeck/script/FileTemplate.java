package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How new scripts are called, without the extension. Shape: <code>{year}/{month}/{rev}_{slug}</code>, where the time is
 * that of writing in UTC, a slash makes folders, and an empty slug takes what joins it to the rest with it.
 */
public final class FileTemplate {

    /** What is taken where nothing is said. */
    public static final FileTemplate DEFAULT = new FileTemplate("{rev}_{slug}");

    private static final Pattern TOKEN = Pattern.compile("\\{([^{}]*)\\}");

    private static final Map<String, BiFunction<String[], ZonedDateTime, String>> TOKENS = new TreeMap<>(Map.of(
            "rev", (words, time) -> words[0],
            "slug", (words, time) -> words[1],
            "epoch", (words, time) -> String.valueOf(time.toEpochSecond()),
            "year", (words, time) -> String.format("%04d", time.getYear()),
            "month", (words, time) -> String.format("%02d", time.getMonthValue()),
            "day", (words, time) -> String.format("%02d", time.getDayOfMonth()),
            "hour", (words, time) -> String.format("%02d", time.getHour()),
            "minute", (words, time) -> String.format("%02d", time.getMinute()),
            "second", (words, time) -> String.format("%02d", time.getSecond())));

    private final String text;

    private FileTemplate(String text) {
        this.text = text;
    }

    /**
     * Reads a template.
     *
     * @throws LimbeckException when it has an unknown word, leads out of the folder, or gives all scripts one name
     */
    public static FileTemplate of(String text) {
        Matcher tokens = TOKEN.matcher(text);
        boolean distinct = false;
        while (tokens.find()) {
            String token = tokens.group(1);
            if (!TOKENS.containsKey(token)) {
                throw refused(
                        "the file template '" + text + "' has an unknown word '{" + token + "}'",
                        Suggestion.remedy(token, "words", TOKENS.keySet()));
            }
            distinct |= token.equals("rev") || token.equals("epoch") || token.equals("slug");
        }
        if (!distinct) {
            throw refused(
                    "the file template '" + text + "' does not tell one script from another",
                    "Put {rev} into it, as in {rev}_{slug}.");
        }
        if (text.startsWith("/") || text.contains("..") || text.contains("\\") || text.contains(":")) {
            throw refused(
                    "the file template '" + text + "' leads out of the folder of migrations",
                    "Use words and plain names, with / between folders.");
        }
        return new FileTemplate(text);
    }

    /** The name of a script's file, relative to the folder of migrations, with {@code /} between folders. */
    public String name(String revision, String message, String extension, Instant written) {
        String[] words = {revision, Slug.of(message)};
        ZonedDateTime time = written.atZone(ZoneOffset.UTC);
        String template = words[1].isEmpty() ? text.replaceAll("[-_.]\\{slug\\}|\\{slug\\}[-_.]", "") : text;
        String name = TOKEN.matcher(template)
                .replaceAll(token ->
                        Matcher.quoteReplacement(TOKENS.get(token.group(1)).apply(words, time)));
        return name + "." + extension;
    }

    private static LimbeckException refused(String fact, String way) {
        return LimbeckException.setup(Problem.of("wrong-value", fact, way));
    }
}
