package io.limbeck.script;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.limbeck.error.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads the header of a script as nearly all are written, without looking at the rest: comments, then {@code revision}
 * and its values in plain quotes. Whatever else it meets it leaves to {@link Outline}, which knows the whole language and
 * says what is wrong.
 *
 * <p>It looks at bytes: of thousands of scripts, to make characters of each one takes longer than to read the header.
 */
final class PlainHeader {

    private static final byte[] REVISION = "revision ".getBytes(UTF_8);
    private static final byte[] UPGRADE = "upgrade".getBytes(UTF_8);
    private static final List<List<Placed>> NOTHING_SAID = Collections.nCopies(HeaderOption.values().length, List.of());
    private static final int LONGEST_ID = 128;

    private final String name;
    private final byte[] bytes;
    private final List<List<Placed>> values = new ArrayList<>(NOTHING_SAID);
    private int at;
    private int line;
    private int lineStart;
    private int lineEnd = -1;
    private String lineText;
    private boolean ascii;

    private PlainHeader(String name, byte[] bytes) {
        this.name = name;
        this.bytes = bytes;
    }

    /** Says that this is not a plain header; no stack, since it is no failure. */
    private static final class NotPlain extends RuntimeException {
        private static final long serialVersionUID = 1;

        NotPlain() {
            super(null, null, false, false);
        }
    }

    /** The header; empty where it is not plain, or where anything may be wrong with the file. */
    static Optional<Header> read(String name, byte[] bytes) {
        if (!isPlain(bytes)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new PlainHeader(name, bytes).header());
        } catch (NotPlain | ArrayIndexOutOfBoundsException other) {
            return Optional.empty();
        }
    }

    /**
     * Whether the file has an upgrade block, and nothing that looks like a merge conflict or is no UTF-8.
     */
    private static boolean isPlain(byte[] bytes) {
        boolean upgrades = false;
        boolean ascii = true;
        for (int i = unusual(bytes, 0); i < bytes.length - 1; i = unusual(bytes, i + 1)) {
            byte letter = bytes[i];
            byte next = bytes[i + 1];
            if (letter < 0) {
                ascii = false;
            } else if (letter == '\n' && (next == '<' || next == '>') || letter == '\r' && next != '\n') {
                return false;
            } else if (next == UPGRADE[0] && letter == '\n') {
                upgrades = upgrades || upgrades(bytes, i + 1);
            }
        }
        return upgrades && (ascii || new String(bytes, UTF_8).indexOf('\uFFFD') < 0);
    }

    /** The next byte that is a line's end or beyond ASCII; a loop of its own, which is compiled in no time. */
    private static int unusual(byte[] bytes, int start) {
        int found = start;
        while (found < bytes.length && bytes[found] > '\r') {
            found++;
        }
        return found;
    }

    private static boolean upgrades(byte[] bytes, int start) {
        int end = start + UPGRADE.length;
        return begins(bytes, start, UPGRADE)
                && end + 1 < bytes.length
                && (bytes[end] == '{' || (bytes[end] == ' ' && bytes[end + 1] == '{'));
    }

    private static boolean begins(byte[] bytes, int start, byte[] word) {
        for (int i = 0; i < word.length; i++) {
            if (start + i >= bytes.length || bytes[start + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private Header header() {
        blanks(true);
        Place place = place(at);
        require(begins(bytes, at, REVISION));
        at += REVISION.length;
        blanks(false);
        Placed id = string();
        require(isPlain(id.text()));
        blanks(false);
        while (bytes[at] == ',') {
            at++;
            blanks(true);
            option();
            blanks(false);
        }
        end();
        List<Placed> message = values.get(HeaderOption.MESSAGE.ordinal());
        return new Header(
                Header.Kind.REVISION,
                id,
                values.get(HeaderOption.DOWN.ordinal()),
                message.isEmpty() ? null : message.get(0),
                values.get(HeaderOption.LABELS.ordinal()),
                values.get(HeaderOption.DEPENDS_ON.ordinal()),
                values.get(HeaderOption.REPLACES.ordinal()),
                place);
    }

    /** Whether nothing needs to be said of an id: a short one of letters and digits, as nearly all are. */
    private static boolean isPlain(String id) {
        for (int i = 0; i < id.length(); i++) {
            char letter = id.charAt(i);
            if ((letter < 'a' || letter > 'z') && (letter < '0' || letter > '9') && letter != '_') {
                return false;
            }
        }
        return id.length() <= LONGEST_ID;
    }

    private void option() {
        int start = at;
        while (isLetter(bytes[at])) {
            at++;
        }
        HeaderOption option = HeaderOption.named(text(start, at)).orElse(null);
        require(option != null && bytes[at] == ':');
        at++;
        blanks(false);
        boolean list = bytes[at] == '[';
        require(option.many || !list);
        List<Placed> before = values.set(option.ordinal(), list ? strings() : List.of(string()));
        require(before.isEmpty());
    }

    private List<Placed> strings() {
        List<Placed> words = new ArrayList<>();
        do {
            at++;
            blanks(true);
            words.add(string());
            blanks(true);
        } while (bytes[at] == ',');
        require(bytes[at] == ']');
        at++;
        return words;
    }

    /** A string in plain quotes, on one line, in which nothing has a meaning of its own. */
    private Placed string() {
        Place place = place(at);
        char quote = (char) bytes[at];
        require(quote == '\'' || quote == '"');
        int start = place.column();
        int end = lineText.indexOf(quote, start);
        require(end > start);
        String text = lineText.substring(start, end);
        require(text.indexOf('\\') < 0 && text.indexOf('$') < 0);
        at += ascii ? end - start + 2 : text.getBytes(UTF_8).length + 2;
        return new Placed(text, place);
    }

    /** The statement ends with its line, and what comes next begins another one. */
    private void end() {
        byte letter = bytes[at];
        require(letter == '\n' || letter == '\r' || (letter == '/' && bytes[at + 1] == '/'));
        blanks(true);
        require(isLetter(bytes[at]));
    }

    private static void require(boolean plain) {
        if (!plain) {
            throw new NotPlain();
        }
    }

    private static boolean isLetter(byte letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
    }

    /** Skips spaces, and line ends and comments too where these may stand. */
    private void blanks(boolean linesToo) {
        while (true) {
            byte letter = bytes[at];
            if (letter == ' ' || letter == '\t' || (linesToo && (letter == '\n' || letter == '\r'))) {
                at++;
            } else if (linesToo && letter == '/') {
                comment();
            } else {
                return;
            }
        }
    }

    private void comment() {
        byte kind = bytes[at + 1];
        require(kind == '/' || kind == '*');
        at += 2;
        if (kind == '/') {
            while (bytes[at] != '\n') {
                at++;
            }
        } else {
            while (bytes[at] != '*' || bytes[at + 1] != '/') {
                at++;
            }
            at += 2;
        }
    }

    private Place place(int offset) {
        findLine(offset);
        int column = ascii ? offset - lineStart : text(lineStart, offset).length();
        return new Place(name, line, 1 + column, lineText);
    }

    /** A part of a line: of its text where that has a character for each byte, since nearly all have. */
    private String text(int start, int end) {
        findLine(start);
        return ascii
                ? lineText.substring(start - lineStart, end - lineStart)
                : new String(bytes, start, end - start, UTF_8);
    }

    /** Goes on to the line of an offset, which is not before the last one asked for. */
    private void findLine(int offset) {
        if (offset <= lineEnd) {
            return;
        }
        do {
            lineStart = lineEnd + 1;
            lineEnd = lineStart;
            while (bytes[lineEnd] != '\n') {
                lineEnd++;
            }
            line++;
        } while (lineEnd < offset);
        int stop = lineEnd > lineStart && bytes[lineEnd - 1] == '\r' ? lineEnd - 1 : lineEnd;
        lineText = new String(bytes, lineStart, stop - lineStart, UTF_8);
        ascii = lineText.length() == stop - lineStart;
    }
}
