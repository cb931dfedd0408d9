package io.limbeck.golden;

import io.limbeck.error.Refusal;
import io.limbeck.operation.ScriptFiles;
import io.limbeck.sql.Row;
import io.limbeck.sql.RowSource;
import io.limbeck.type.Literal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The files of a case: simple CSV without quotes, and SQL whose statements end with a semicolon at a line's end. */
record GoldenFiles(Map<String, String> files) implements ScriptFiles {

    @Override
    public RowSource csv(String name) {
        return new Lines(name, text(name).lines().toList());
    }

    @Override
    public List<String> statements(String name) {
        return Arrays.stream(text(name).split(";\\s*\\n"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }

    private String text(String name) {
        String text = files.get(name);
        if (text == null) {
            throw new Refusal("no-file", name, "there is no file '" + name + "'", null);
        }
        return text;
    }

    /** Rows whose cells are separated by commas; an empty cell is null. */
    private record Lines(String name, List<String> lines) implements RowSource {

        @Override
        public List<String> columns() {
            return List.of(lines.get(0).split(","));
        }

        @Override
        public Stream<Row> rows() {
            return IntStream.range(1, lines.size()).mapToObj(i -> new Row(i + 1, cells(lines.get(i))));
        }

        private static List<Literal> cells(String line) {
            return Arrays.stream(line.split(",", -1))
                    .map(cell -> cell.isEmpty() ? Literal.NULL : new Literal(cell))
                    .toList();
        }
    }
}
