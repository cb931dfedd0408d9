package io.limbeck.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A CSV file")
class CsvReaderTest {

    private static final Pattern LINE_END = Pattern.compile("\r\n|\r|\n");
    private static final String[] PIECES = {"a", "name", "\"", ",", "\n", "\r", "é", "😀", " ", "\0", "\\."};

    /** Gives no more than some bytes at a time. */
    private static final class Trickle extends ByteArrayInputStream {
        private final int most;

        Trickle(byte[] bytes, int most) {
            super(bytes);
            this.most = most;
        }

        @Override
        public synchronized int read(byte[] into, int offset, int length) {
            return super.read(into, offset, Math.min(length, most));
        }
    }

    private record Line(int number, List<Object> cells) {}

    private static List<Line> lines(InputStream in) {
        List<Line> lines = new ArrayList<>();
        try (CsvReader row = new CsvReader("rows.csv", in)) {
            while (row.next()) {
                lines.add(new Line(
                        row.line(),
                        IntStream.range(0, row.cells())
                                .mapToObj(cell -> row.value(cell).value())
                                .toList()));
            }
        }
        return lines;
    }

    private static List<List<Object>> rows(String text) {
        return lines(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))).stream()
                .map(Line::cells)
                .toList();
    }

    @Test
    @DisplayName("tells null from the empty string")
    void nulls() {
        assertThat(rows("a,b\n,\"\"\n")).containsExactly(List.of("a", "b"), Arrays.asList(null, ""));
    }

    @Test
    @DisplayName("may leave spaces behind quotes, and have quotes amid a cell without them")
    void oddities() {
        assertThat(rows("\"a\" ,b\"c\"\n \"d\",\\.")).containsExactly(List.of("a", "b\"c\""), List.of(" \"d\"", "\\."));
        try (CsvReader row = new CsvReader(
                "rows.csv", new Trickle("a,b\n\"c\" ,d\ne\",f\n\"g\",h".getBytes(StandardCharsets.UTF_8), 1))) {
            List<Boolean> standard = new ArrayList<>();
            while (row.next()) {
                standard.add(row.isStandard());
            }
            assertThat(standard).containsExactly(true, false, false, true);
        }
    }

    @Test
    @DisplayName("may hold a cell that is longer than any buffer")
    void longCells() {
        String cell = "é,\"\n".repeat(100_000);
        assertThat(rows("a,b\n1,\"" + cell.replace("\"", "\"\"") + "\"\n2,"))
                .containsExactly(List.of("a", "b"), List.of("1", cell), Arrays.asList("2", null));
    }

    @Test
    @DisplayName("that is not UTF-8 is told with its line")
    void notUtf8() {
        byte[] bytes = "a,b\n1,2\n3,é\n4,5\n".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> lines(new ByteArrayInputStream(bytes)))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("rows.csv:3: rows.csv cannot be read: it is not UTF-8");
    }

    @Test
    @DisplayName("gives the rows that were written, whatever its line ends and wherever a read ends")
    void readsWhatWasWritten() {
        for (int seed = 0; seed < 3_000; seed++) {
            Random random = new Random(seed);
            int columns = 2 + random.nextInt(3);
            List<Line> expected = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            int rows = 1 + random.nextInt(5);
            for (int i = 0; i < rows; i++) {
                int number = 1 + (int) LINE_END.matcher(text).results().count();
                List<Object> cells = new ArrayList<>();
                for (int j = 0; j < columns; j++) {
                    String cell = random.nextInt(5) == 0 ? null : cell(random);
                    cells.add(cell);
                    text.append(j == 0 ? "" : ",").append(worded(cell, random));
                }
                expected.add(new Line(number, cells));
                text.append(new String[] {"\n", "\r\n", "\r"}[random.nextInt(3)]);
            }
            String file = (random.nextBoolean() ? "\uFEFF" : "") + (random.nextBoolean() ? text : withoutLastEnd(text));
            InputStream in = new Trickle(file.getBytes(StandardCharsets.UTF_8), 1 + random.nextInt(20));
            assertThat(lines(in)).as("seed %d: %s", seed, file).isEqualTo(expected);
        }
    }

    private static String cell(Random random) {
        StringBuilder cell = new StringBuilder();
        for (int length = random.nextInt(6); length > 0; length--) {
            cell.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return cell.toString();
    }

    private static String worded(String cell, Random random) {
        if (cell == null) {
            return "";
        }
        boolean plain = !cell.isEmpty()
                && !cell.startsWith("\"")
                && cell.chars().noneMatch(each -> each == ',' || each == '\n' || each == '\r');
        return plain && random.nextBoolean() ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }

    private static String withoutLastEnd(StringBuilder text) {
        return text.toString().replaceFirst("(\r\n|\r|\n)\\z", "");
    }
}
