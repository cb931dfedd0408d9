package io.limbeck.script;

import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A header under construction: keeps what was said and notes what must not be said. */
final class HeaderDraft {

    private static final int LONGEST_ID = 128;
    private static final Pattern FORBIDDEN = Pattern.compile("[@+:,\\s'\"-]");

    private final Map<HeaderOption, List<Placed>> values = new EnumMap<>(HeaderOption.class);
    private final List<Problem> problems;
    private final Header.Kind kind;
    private final Place place;
    private Placed id;

    HeaderDraft(Header.Kind kind, Place place, List<Problem> problems) {
        this.kind = kind;
        this.place = place;
        this.problems = problems;
    }

    boolean hasId() {
        return id != null;
    }

    void id(Placed word) {
        id = word;
        if (isPlain(word.text())) {
            return;
        }
        Matcher forbidden = FORBIDDEN.matcher(word.text());
        if (word.text().isEmpty()) {
            note(word.place(), "bad-id", "the " + kind.word() + " has an empty id", "Write " + example() + ".");
        } else if (forbidden.find()) {
            note(
                    word.place(),
                    "bad-id",
                    "'" + word.text() + "' cannot be the id of a " + kind.word() + ": it contains '" + forbidden.group()
                            + "'",
                    "Targets such as label@head, a1b2+1 and from:to give @ + - : and , a meaning of their own.\n"
                            + "Use letters, digits, _ and dots.");
        } else if (word.text().length() > LONGEST_ID) {
            note(
                    word.place(),
                    "bad-id",
                    "the id of this " + kind.word() + " is longer than " + LONGEST_ID + " characters",
                    "Shorten it; the version table holds no more.");
        }
    }

    /** Whether nothing needs to be said of an id: a short one of letters and digits, as nearly all are. */
    private static boolean isPlain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char letter = word.charAt(i);
            if ((letter < 'a' || letter > 'z') && (letter < '0' || letter > '9') && letter != '_') {
                return false;
            }
        }
        return !word.isEmpty() && word.length() <= LONGEST_ID;
    }

    void option(HeaderOption option, Place where, List<Placed> words) {
        if (kind == Header.Kind.REPEATABLE && (option == HeaderOption.DOWN || option == HeaderOption.REPLACES)) {
            note(
                    where,
                    "unknown-option",
                    "a repeatable script has no " + option.word + ": it runs after all revisions",
                    "Delete it; dependsOn: puts one repeatable script behind another.");
        } else if (values.put(option, words) != null) {
            note(where, "duplicate-option", "'" + option.word + "' is given twice", "Delete one of them.");
        }
    }

    void note(Place where, String code, String fact, String remedy) {
        problems.add(Problem.at(where, code, fact, remedy));
    }

    /** How a header of this kind begins, for advice. */
    String example() {
        return kind == Header.Kind.REVISION ? "revision 'a1b2c3d4e5f6'" : "repeatable 'active_accounts'";
    }

    Header header() {
        List<Placed> message = values(HeaderOption.MESSAGE);
        return new Header(
                kind,
                id,
                values(HeaderOption.DOWN),
                message.isEmpty() ? null : message.get(0),
                values(HeaderOption.LABELS),
                values(HeaderOption.DEPENDS_ON),
                values(HeaderOption.REPLACES),
                place);
    }

    private List<Placed> values(HeaderOption option) {
        return values.getOrDefault(option, List.of());
    }
}
