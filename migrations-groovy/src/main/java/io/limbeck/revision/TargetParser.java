package io.limbeck.revision;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes targets and ranges apart; whether what they name exists is not its concern. */
final class TargetParser {

    private static final Pattern SHAPE =
            Pattern.compile("(?:(?<branch>[^@+]+)@)?(?<symbol>[^@+]*?)(?<offset>[+-][0-9]+)?");
    private static final int FAR = 1_000_000_000;
    private static final String FORMS = "A target is a revision or its beginning, a label, `head`, `heads` or `base`,"
            + " perhaps after `label@`, perhaps followed by +N or -N; or just +N or -N. Several are separated by commas.";

    private TargetParser() {}

    /** One or more targets, comma-separated. */
    static List<Target> targets(String text) {
        if (text.contains(":")) {
            throw refused(
                    "'" + text.strip() + "' is a range, where a target is wanted",
                    "Name only where to go: '"
                            + text.substring(text.lastIndexOf(':') + 1).strip()
                            + "'. Ranges are for `mvn db:sql` and `mvn db:history`.");
        }
        return list(text, text);
    }

    static Range range(String text) {
        String[] sides = text.split(":", -1);
        return switch (sides.length) {
            case 1 -> new Range(text.strip(), null, side(sides[0], text));
            case 2 -> new Range(text.strip(), side(sides[0], text), side(sides[1], text));
            default ->
                throw refused("'" + text.strip() + "' has more than one colon", "A range is from:to, from: or :to.");
        };
    }

    private static List<Target> side(String side, String whole) {
        return side.isBlank() ? List.of() : list(side, whole);
    }

    private static List<Target> list(String side, String whole) {
        List<Target> targets = new ArrayList<>();
        for (String part : side.split(",", -1)) {
            targets.add(target(part.strip(), whole));
        }
        return List.copyOf(targets);
    }

    private static Target target(String part, String whole) {
        Matcher shape = SHAPE.matcher(part);
        if (part.isEmpty()) {
            throw refused(
                    whole.isBlank() ? "the target is empty" : "'" + whole.strip() + "' names an empty target", FORMS);
        }
        if (!shape.matches()) {
            throw refused("'" + part + "' cannot be read as a target", FORMS);
        }
        String branch = shape.group("branch");
        String symbol = shape.group("symbol").isEmpty() ? null : shape.group("symbol");
        int offset = offset(shape.group("offset"));
        if (symbol == null && shape.group("offset") == null) {
            throw refused(
                    "'" + part + "' names a branch, but not where on it",
                    "Say '" + branch + "@head', '" + branch + "@base' or '" + branch + "@-1'.");
        }
        if (offset == 0 && shape.group("offset") != null) {
            throw refused("'" + part + "' moves by nothing", "Count from 1, such as +1 or -1.");
        }
        return new Target(part, branch, symbol, offset);
    }

    private static int offset(String digits) {
        if (digits == null) {
            return 0;
        }
        int size = digits.length() > 10 ? FAR : (int) Math.min(FAR, Long.parseLong(digits.substring(1)));
        return digits.charAt(0) == '-' ? -size : size;
    }

    private static LimbeckException refused(String fact, String way) {
        return LimbeckException.migration(Problem.of("unreadable-target", fact, way));
    }
}
