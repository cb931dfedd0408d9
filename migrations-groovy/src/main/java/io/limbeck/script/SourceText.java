package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The text of one file, in which every offset has a place. */
public final class SourceText {

    /** What stands for bytes that are no UTF-8, unless the text has it itself. */
    private static final char REPLACEMENT = '\uFFFD';

    private final String name;
    private final String text;
    private volatile int[] lineStarts;

    private SourceText(String name, String text) {
        this.name = name;
        this.text = text;
    }

    /** Text from memory, taken as it is. */
    public static SourceText of(String name, String text) {
        return new SourceText(name, text);
    }

    /**
     * Reads a file.
     *
     * @param name the file as its readers know it
     * @throws LimbeckException with every problem that {@link #decode} names, or {@code unreadable-file}
     */
    public static SourceText read(Path file, String name) {
        try {
            return decode(name, Files.readAllBytes(file));
        } catch (IOException e) {
            throw unreadable(file, name, e);
        }
    }

    /**
     * Bytes as text: UTF-8, less a byte order mark.
     *
     * @throws LimbeckException for {@code invalid-utf8}, at the line and column, and for every {@code conflict-marker}
     */
    public static SourceText decode(String name, byte[] bytes) {
        SourceText source = decodePlain(name, bytes);
        if (source.text.indexOf(REPLACEMENT) >= 0) {
            requireUtf8(name, bytes);
        }
        List<Problem> conflicts = source.conflicts();
        if (!conflicts.isEmpty()) {
            throw LimbeckException.migration(conflicts);
        }
        return source;
    }

    /** Bytes that are known to be UTF-8, and without a conflict. */
    static SourceText decodePlain(String name, byte[] bytes) {
        return new SourceText(name, withoutMark(new String(bytes, StandardCharsets.UTF_8)));
    }

    private static void requireUtf8(String name, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        if (result.isError()) {
            throw LimbeckException.migration(
                    invalid(name, withoutMark(out.flip().toString()), bytes, in.position()));
        }
    }

    public String name() {
        return name;
    }

    public String text() {
        return text;
    }

    public int lines() {
        return lineStarts().length;
    }

    /** Looked for when somebody asks for a place; two threads may do it both. */
    private int[] lineStarts() {
        int[] starts = lineStarts;
        if (starts == null) {
            starts = lineStarts(text);
            lineStarts = starts;
        }
        return starts;
    }

    /** The line without its end; lines count from 1. */
    public String line(int number) {
        int start = start(number);
        int end = number < lines() ? start(number + 1) : text.length();
        while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text.substring(start, end);
    }

    /** The offset at which a line begins; lines count from 1. */
    public int start(int line) {
        return lineStarts()[line - 1];
    }

    /** The number of the line that an offset lies in; the offset behind the last character counts as the last line. */
    public int lineAt(int offset) {
        int found = Arrays.binarySearch(lineStarts(), offset);
        return found >= 0 ? found + 1 : -found - 1;
    }

    public Place place(int offset) {
        int line = lineAt(offset);
        return new Place(name, line, offset - start(line) + 1, line(line));
    }

    /** The file as a whole. */
    public Place place() {
        return Place.file(name);
    }

    /** A separator of seven equals signs counts only beside the other markers, since comments are underlined so. */
    private List<Problem> conflicts() {
        List<Problem> problems = new ArrayList<>();
        if (!text.contains("<<<<<<<") && !text.contains(">>>>>>>")) {
            return problems;
        }
        boolean open = false;
        for (int line = 1; line <= lines(); line++) {
            int start = start(line);
            boolean ours = marker(start, "<<<<<<<");
            boolean theirs = marker(start, ">>>>>>>");
            if (ours || theirs && !open) {
                problems.add(Problem.at(
                        place(start),
                        "conflict-marker",
                        "a merge conflict was left in the file",
                        "Decide between the two versions and delete the lines <<<<<<<, ======= and >>>>>>>.\n"
                                + "Where both branches added a revision, keep both as files of their own and run"
                                + " db:merge."));
            }
            open = ours || open && !theirs;
        }
        return problems;
    }

    private boolean marker(int start, String marker) {
        int end = start + marker.length();
        return text.startsWith(marker, start) && (end == text.length() || Character.isWhitespace(text.charAt(end)));
    }

    private static Problem invalid(String name, String before, byte[] bytes, int position) {
        SourceText read = new SourceText(name, before);
        int line = read.lines();
        int end = position;
        while (end < bytes.length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        String rest = new String(bytes, position, end - position, StandardCharsets.UTF_8);
        String start = read.line(line);
        return Problem.at(
                new Place(name, line, start.length() + 1, start + rest),
                "invalid-utf8",
                String.format("byte 0x%02X is not valid UTF-8", bytes[position]),
                "Save the file as UTF-8; scripts are read in that encoding everywhere.");
    }

    /** What a file is reported by that could not be read. */
    static LimbeckException unreadable(Path file, String name, IOException cause) {
        String fact = Files.isDirectory(file)
                ? "this is a folder, where its name promises a file"
                : Files.exists(file)
                        ? "the file cannot be read (" + cause.getMessage() + ")"
                        : Files.isSymbolicLink(file) ? "this link leads nowhere" : "the file does not exist";
        return LimbeckException.setup(
                Problem.at(Place.file(name), "unreadable-file", fact, "Check the path and the file's permissions."),
                cause);
    }

    private static String withoutMark(String decoded) {
        return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    private static int[] lineStarts(String text) {
        int[] starts = new int[16];
        int count = 1;
        boolean returns = text.indexOf('\r') >= 0;
        for (int end = lineEnd(text, 0, returns); end >= 0; end = lineEnd(text, end + 1, returns)) {
            if (count == starts.length) {
                starts = Arrays.copyOf(starts, count * 2);
            }
            starts[count++] = end + 1;
        }
        return Arrays.copyOf(starts, count);
    }

    /** The last character of the line end that follows, or -1. */
    private static int lineEnd(String text, int from, boolean returns) {
        if (!returns) {
            return text.indexOf('\n', from);
        }
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\n' || c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n')) {
                return i;
            }
        }
        return -1;
    }
}
