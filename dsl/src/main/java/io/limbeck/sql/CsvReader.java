package io.limbeck.sql;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.type.Literal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads comma-separated values as RFC 4180 has them, in UTF-8, with any line ends: an empty cell is null, one in quotes is
 * the empty string. The first row says how many cells the others have.
 */
final class CsvReader implements RowReader {

    private static final int SIZE = 1 << 16;
    private static final int END = -1;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final String name;
    private final InputStream in;
    private byte[] buffer = new byte[SIZE];
    private int position;
    private int limit;

    private int row;
    private int length;
    private int line;
    private int lineOfNext = 1;
    private boolean standard;
    private boolean holdsNul;
    private boolean ascii;

    private int columns;
    private int count;
    /** Where each cell begins and ends, from the row's begin on. */
    private int[] begins = new int[16];

    private int[] ends = new int[16];
    private boolean[] quoted = new boolean[16];
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer decoded = CharBuffer.allocate(1024);

    CsvReader(String name, InputStream in) {
        this.name = name;
        this.in = in;
    }

    /** The cells of the first row; none where the file is empty. */
    List<String> header() throws IOException {
        List<String> cells = new ArrayList<>();
        if (read()) {
            for (int i = 0; i < count; i++) {
                cells.add(text(i));
            }
        }
        return cells;
    }

    @Override
    public boolean next() {
        try {
            if (!read()) {
                return false;
            }
        } catch (IOException unreadable) {
            throw CsvRows.unreadable(name, line, unreadable);
        }
        if (columns == 0) {
            columns = count;
        }
        if (count != columns) {
            throw LimbeckException.migration(Problem.at(
                    new Place(name, line, 0, ""),
                    "wrong-value",
                    "this row has " + count + " values for " + columns + " columns",
                    null));
        }
        return true;
    }

    private boolean read() throws IOException {
        line = lineOfNext;
        row = position;
        count = 0;
        standard = true;
        holdsNul = false;
        ascii = true;
        if (line == 1) {
            passByteOrderMark();
        }
        if (isAtEnd()) {
            return false;
        }
        int end = cell();
        while (end == ',') {
            end = cell();
        }
        length = position - row - (end == END ? 0 : 1);
        if (!ascii) {
            requireUtf8();
        }
        if (end == '\r' && !isAtEnd() && buffer[position] == '\n') {
            position++;
        }
        lineOfNext += end == END ? 0 : 1;
        return true;
    }

    private void passByteOrderMark() throws IOException {
        while (limit < BYTE_ORDER_MARK.length && fill()) {
            // a stream may give single bytes
        }
        if (limit >= BYTE_ORDER_MARK.length
                && Arrays.equals(buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length)) {
            position = BYTE_ORDER_MARK.length;
            row = position;
        }
    }

    /** Reads a cell; answers what ended it: a comma, the first byte of a line's end, or the file's end. */
    private int cell() throws IOException {
        return !isAtEnd() && buffer[position] == '"' ? quoted() : plain();
    }

    private int plain() throws IOException {
        int begin = position - row;
        do {
            byte[] bytes = buffer;
            int end = limit;
            int at = position;
            for (; at < end; at++) {
                byte each = bytes[at];
                if (each <= ',') {
                    if (each == ',' || each == '\n' || each == '\r') {
                        position = at + 1;
                        add(begin, at - row, false);
                        return each;
                    }
                    note(each);
                    standard &= each != '"';
                }
            }
            position = at;
        } while (fill());
        add(begin, position - row, false);
        return END;
    }

    private int quoted() throws IOException {
        position++;
        int begin = position - row;
        boolean afterReturn = false;
        do {
            byte[] bytes = buffer;
            int end = limit;
            int at = position;
            for (; at < end; at++) {
                byte each = bytes[at];
                if (each <= '"') {
                    if (each == '"') {
                        break;
                    }
                    note(each);
                    lineOfNext += each == '\r' || each == '\n' && !afterReturn ? 1 : 0;
                }
                afterReturn = each == '\r';
            }
            position = at;
            if (at < end) {
                position++;
                if (isAtEnd() || buffer[position] != '"') {
                    add(begin, position - 1 - row, true);
                    return behindQuote();
                }
                position++;
                afterReturn = false;
            }
        } while (!isAtEnd());
        throw new IOException("a quote on line " + line + " is not closed");
    }

    private int behindQuote() throws IOException {
        while (!isAtEnd()) {
            byte each = buffer[position++];
            if (each == ',' || each == '\n' || each == '\r') {
                return each;
            }
            if (each < 0 || !Character.isWhitespace(each)) {
                throw new IOException(
                        "on line " + lineOfNext + ", something stands between a closing quote and the comma");
            }
            standard = false;
        }
        return END;
    }

    /** Takes notice of a byte that is not quite usual. */
    private void note(byte each) {
        ascii &= each >= 0;
        holdsNul |= each == 0;
    }

    private void add(int begin, int end, boolean inQuotes) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, 2 * count);
            ends = Arrays.copyOf(ends, 2 * count);
            quoted = Arrays.copyOf(quoted, 2 * count);
        }
        begins[count] = begin;
        ends[count] = end;
        quoted[count] = inQuotes;
        count++;
    }

    private boolean isAtEnd() throws IOException {
        return position == limit && !fill();
    }

    /** Reads more behind what there is of the row, for which the buffer grows; answers whether there was more. */
    private boolean fill() throws IOException {
        if (row > 0) {
            System.arraycopy(buffer, row, buffer, 0, limit - row);
            position -= row;
            limit -= row;
            row = 0;
        }
        if (limit == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * limit);
        }
        int more = in.read(buffer, limit, buffer.length - limit);
        limit += Math.max(more, 0);
        return more > 0;
    }

    private void requireUtf8() throws CharacterCodingException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer, row, length);
        decoder.reset();
        CoderResult result;
        do {
            decoded.clear();
            result = decoder.decode(bytes, decoded, true);
        } while (result.isOverflow());
        if (result.isError()) {
            result.throwException();
        }
    }

    @Override
    public int line() {
        return line;
    }

    @Override
    public int cells() {
        return columns;
    }

    @Override
    public byte[] bytes() {
        return buffer;
    }

    @Override
    public int from() {
        return row;
    }

    @Override
    public int to() {
        return row + length;
    }

    @Override
    public boolean isStandard() {
        return standard;
    }

    @Override
    public int from(int cell) {
        return row + begins[cell];
    }

    @Override
    public int to(int cell) {
        return row + ends[cell];
    }

    @Override
    public boolean isNull(int cell) {
        return begins[cell] == ends[cell] && !quoted[cell];
    }

    @Override
    public boolean isUsual(int cell) {
        return !holdsNul;
    }

    @Override
    public Literal value(int cell) {
        return isNull(cell) ? Literal.NULL : new Literal(text(cell));
    }

    private String text(int cell) {
        String text = new String(buffer, from(cell), to(cell) - from(cell), StandardCharsets.UTF_8);
        return quoted[cell] ? text.replace("\"\"", "\"") : text;
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException harmless) {
            // a file that was only read
        }
    }
}
