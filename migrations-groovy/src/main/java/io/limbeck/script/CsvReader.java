package io.limbeck.script;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 has them, in UTF-8, with any line ends: an empty cell is null, one in quotes is
 * the empty string.
 */
final class CsvReader implements Closeable {

    private static final int SIZE = 1 << 15;
    private static final int END = -1;
    private static final int NOTHING = -2;

    private final Reader in;
    private final char[] buffer = new char[SIZE];
    private int position;
    private int limit;
    private int pushedBack = NOTHING;
    private int lineOfNext = 1;
    private int line;
    private List<String> cells = List.of();
    private final StringBuilder text = new StringBuilder();

    private CsvReader(Reader in) {
        this.in = in;
    }

    /** A reader that refuses bytes which are no UTF-8, and knows a byte order mark when it sees one. */
    static CsvReader of(Path file) throws IOException {
        CsvReader reader = new CsvReader(Files.newBufferedReader(file, StandardCharsets.UTF_8));
        try {
            int first = reader.read();
            if (first != '\uFEFF') {
                reader.pushedBack = first;
            }
            return reader;
        } catch (IOException unreadable) {
            reader.close();
            throw unreadable;
        }
    }

    /** The line that the row begins on, or that could not be read. */
    int line() {
        return line;
    }

    /** The cells of the row, null for those that are empty and stand in no quotes. */
    List<String> cells() {
        return cells;
    }

    /**
     * Reads the next row.
     *
     * @return whether there was one
     */
    boolean next() throws IOException {
        line = lineOfNext;
        int first = read();
        if (first == END) {
            return false;
        }
        List<String> row = new ArrayList<>(Math.max(cells.size(), 8));
        int end = cell(first, row);
        while (end == ',') {
            end = cell(read(), row);
        }
        cells = row;
        return true;
    }

    /** Reads a cell; answers what ended it: a comma, a line feed for any line's end, or the file's end. */
    private int cell(int first, List<String> row) throws IOException {
        if (first == '"') {
            row.add(quoted());
            return behindQuote();
        }
        text.setLength(0);
        int each = first;
        while (each != ',' && !isEnd(each)) {
            text.append((char) each);
            each = plain();
        }
        row.add(text.length() == 0 ? null : text.toString());
        return each == ',' ? each : ended(each);
    }

    /** The next character of a cell without quotes; what lies ready in the buffer is taken in one go. */
    private int plain() throws IOException {
        int from = position;
        while (position < limit) {
            char each = buffer[position];
            if (each == ',' || each == '\n' || each == '\r') {
                break;
            }
            position++;
        }
        text.append(buffer, from, position - from);
        return read();
    }

    private String quoted() throws IOException {
        text.setLength(0);
        while (true) {
            if (pushedBack == NOTHING) {
                takeQuoted();
            }
            int each = read();
            if (each == END) {
                throw new IOException("a quote on line " + line + " is not closed");
            }
            if (each == '"') {
                int behind = read();
                if (behind != '"') {
                    pushedBack = behind;
                    return text.toString();
                }
            }
            text.append((char) each);
            countLine(each);
        }
    }

    private void takeQuoted() {
        int from = position;
        while (position < limit && buffer[position] != '"' && buffer[position] != '\n' && buffer[position] != '\r') {
            position++;
        }
        text.append(buffer, from, position - from);
    }

    /** A CR and an LF behind it are one line's end. */
    private void countLine(int each) throws IOException {
        if (each == '\n') {
            lineOfNext++;
        } else if (each == '\r') {
            int behind = read();
            pushedBack = behind;
            lineOfNext += behind == '\n' ? 0 : 1;
        }
    }

    private int behindQuote() throws IOException {
        int each = read();
        while (each != ',' && !isEnd(each)) {
            if (!Character.isWhitespace(each)) {
                throw new IOException(
                        "on line " + lineOfNext + ", something stands between a closing quote and the comma");
            }
            each = read();
        }
        return each == ',' ? each : ended(each);
    }

    private static boolean isEnd(int each) {
        return each == '\n' || each == '\r' || each == END;
    }

    private int ended(int each) throws IOException {
        if (each == END) {
            return END;
        }
        if (each == '\r') {
            int behind = read();
            if (behind != '\n') {
                pushedBack = behind;
            }
        }
        lineOfNext++;
        return '\n';
    }

    private int read() throws IOException {
        if (pushedBack != NOTHING) {
            int back = pushedBack;
            pushedBack = NOTHING;
            return back;
        }
        if (position == limit) {
            limit = Math.max(in.read(buffer, 0, SIZE), 0);
            position = 0;
            if (limit == 0) {
                return END;
            }
        }
        return buffer[position++];
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
