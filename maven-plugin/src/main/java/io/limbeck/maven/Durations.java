package io.limbeck.maven;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations as people write and read them. */
final class Durations {

    private static final Pattern SHAPE = Pattern.compile("(\\d{1,9})\\s*(ms|s|m|min|h|)");
    private static final Map<String, Duration> UNITS = Map.of(
            "ms", Duration.ofMillis(1),
            "s", Duration.ofSeconds(1),
            "", Duration.ofSeconds(1),
            "m", Duration.ofMinutes(1),
            "min", Duration.ofMinutes(1),
            "h", Duration.ofHours(1));

    private Durations() {}

    /**
     * Shapes: {@code 30} (seconds), {@code 500ms}, {@code 30s}, {@code 5m}, {@code 1h}.
     *
     * @param parameter for the message when it is none of these
     */
    static Duration parse(String parameter, String text) {
        Matcher matcher = SHAPE.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!matcher.matches()) {
            throw LimbeckException.setup(Problem.of(
                    "bad-duration",
                    "'" + text + "' in `" + parameter + "` is not a duration",
                    "Write it as in 30s, 500ms, 5m or 1h."));
        }
        return UNITS.get(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1)));
    }

    /** The same; null where nothing was said. */
    static Duration parseOrNull(String parameter, String text) {
        return Words.orNull(text) == null ? null : parse(parameter, text);
    }

    /** Shapes: {@code 12 ms}, {@code 3.4 s}, {@code 2 min 5 s}. */
    static String text(Duration duration) {
        long millis = duration.toMillis();
        if (millis < 1000) {
            return millis + " ms";
        }
        if (millis < 60_000) {
            return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
        }
        return duration.toMinutes() + " min " + duration.toSecondsPart() + " s";
    }
}
