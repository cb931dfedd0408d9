package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.ScriptFiles;
import io.limbeck.sql.Row;
import io.limbeck.sql.RowSource;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.Literal;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The files in the folder of a script. */
record FilesBeside(Path folder, ScriptRules rules) implements ScriptFiles {

    @Override
    public RowSource csv(String name) {
        Path file = file(name);
        try (CsvReader reader = CsvReader.of(file)) {
            List<String> columns = reader.next() ? reader.cells() : List.of();
            if (columns.isEmpty() || columns.stream().anyMatch(column -> column == null || column.isBlank())) {
                throw new Refusal(
                        "wrong-value", name, "the first line of " + name + " does not name its columns", null);
            }
            return new CsvRows(file, name, List.copyOf(columns));
        } catch (IOException unreadable) {
            throw new Refusal("unreadable-file", name, name + " cannot be read: " + reason(unreadable), null);
        }
    }

    @Override
    public List<String> statements(String name) {
        try {
            SourceText source = SourceText.read(file(name), name);
            return SqlSplitter.split(source, rules).stream()
                    .map(SqlStatement::text)
                    .toList();
        } catch (LimbeckException unreadable) {
            throw new Refusal("unreadable-file", name, unreadable.getMessage(), null);
        }
    }

    private Path file(String name) {
        Path file = folder.resolve(name).normalize();
        if (!Files.isRegularFile(file)) {
            throw new Refusal(
                    "missing-file",
                    name,
                    "there is no file " + name + " beside the script",
                    "It must lie in the script's own folder.");
        }
        return file;
    }

    private static String reason(Exception unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof CharacterCodingException) {
                return "it is not UTF-8";
            }
        }
        return unreadable.getMessage();
    }

    /** The rows of a CSV file, read anew each time. */
    private record CsvRows(Path file, String name, List<String> columns) implements RowSource {

        @Override
        public Stream<Row> rows() {
            try {
                CsvReader reader = CsvReader.of(file);
                return StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(new Cursor(reader), Spliterator.ORDERED), false)
                        .onClose(() -> close(reader));
            } catch (IOException unreadable) {
                throw unreadable(0, unreadable);
            }
        }

        /** The rows behind the header; a file that cannot be read on is a problem with its line. */
        private final class Cursor implements Iterator<Row> {

            private final CsvReader reader;
            private boolean ready;
            private boolean begun;

            Cursor(CsvReader reader) {
                this.reader = reader;
            }

            @Override
            public boolean hasNext() {
                try {
                    if (!begun) {
                        begun = reader.next();
                    }
                    ready = ready || reader.next();
                    return ready;
                } catch (IOException unreadable) {
                    throw unreadable(reader.line(), unreadable);
                }
            }

            @Override
            public Row next() {
                if (!hasNext()) {
                    throw new NoSuchElementException();
                }
                ready = false;
                return row(reader);
            }
        }

        private LimbeckException unreadable(int line, Exception cause) {
            return LimbeckException.migration(Problem.at(
                    new Place(name, line, 0, ""),
                    "unreadable-file",
                    name + " cannot be read: " + reason(cause),
                    "Save it as UTF-8, with values that hold quotes or line ends in quotes."));
        }

        private Row row(CsvReader reader) {
            List<String> texts = reader.cells();
            if (texts.size() != columns.size()) {
                throw LimbeckException.migration(Problem.at(
                        new Place(name, reader.line(), 0, ""),
                        "wrong-value",
                        "this row has " + texts.size() + " values for " + columns.size() + " columns",
                        null));
            }
            List<Literal> cells = new ArrayList<>(texts.size());
            for (String text : texts) {
                cells.add(text == null ? Literal.NULL : new Literal(text));
            }
            return new Row(reader.line(), cells);
        }

        private static void close(CsvReader reader) {
            try {
                reader.close();
            } catch (IOException harmless) {
                // a file that was only read
            }
        }
    }
}
