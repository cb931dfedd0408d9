package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.ScriptFiles;
import io.limbeck.sql.RowSource;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.Literal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The files in the folder of a script. */
record FilesBeside(Path folder, ScriptRules rules) implements ScriptFiles {

    /** RFC 4180 with a header line; an empty cell without quotes is null, one in quotes is the empty string. */
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setNullString("")
            .setQuoteMode(org.apache.commons.csv.QuoteMode.ALL_NON_NULL)
            .get();

    @Override
    public RowSource csv(String name) {
        Path file = file(name);
        try (CSVParser parser = parser(file)) {
            List<String> columns = List.copyOf(parser.getHeaderNames());
            if (columns.isEmpty() || columns.stream().anyMatch(String::isBlank)) {
                throw new Refusal(
                        "wrong-value", name, "the first line of " + name + " does not name its columns", null);
            }
            return new CsvRows(file, name, columns);
        } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
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

    /** A parser that refuses bytes which are no UTF-8, and knows a byte order mark when it sees one. */
    private static CSVParser parser(Path file) throws IOException {
        BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
        return CSVParser.parse(reader, FORMAT);
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
        public Stream<List<Literal>> rows() {
            try {
                CSVParser parser = parser(file);
                return StreamSupport.stream(
                                Spliterators.spliteratorUnknownSize(cells(parser), Spliterator.ORDERED), false)
                        .onClose(() -> close(parser));
            } catch (IOException | UncheckedIOException unreadable) {
                throw unreadable(0, unreadable);
            }
        }

        /** Each row's cells; a file that cannot be read on is a problem with its line. */
        private Iterator<List<Literal>> cells(CSVParser parser) {
            Iterator<CSVRecord> records = parser.iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    try {
                        return records.hasNext();
                    } catch (UncheckedIOException | IllegalStateException unreadable) {
                        throw unreadable((int) parser.getCurrentLineNumber() + 1, unreadable);
                    }
                }

                @Override
                public List<Literal> next() {
                    return row(records.next());
                }
            };
        }

        private LimbeckException unreadable(int line, Exception cause) {
            return LimbeckException.migration(Problem.at(
                    new Place(name, line, 0, ""),
                    "unreadable-file",
                    name + " cannot be read: " + reason(cause),
                    "Save it as UTF-8, with values that hold quotes or line ends in quotes."));
        }

        private List<Literal> row(CSVRecord record) {
            if (record.size() != columns.size()) {
                throw LimbeckException.migration(Problem.at(
                        new Place(name, (int) record.getRecordNumber() + 1, 0, ""),
                        "wrong-value",
                        "this row has " + record.size() + " values for " + columns.size() + " columns",
                        null));
            }
            List<Literal> cells = new ArrayList<>(record.size());
            for (String cell : record) {
                cells.add(new Literal(cell));
            }
            return cells;
        }

        private static void close(CSVParser parser) {
            try {
                parser.close();
            } catch (IOException harmless) {
                // a file that was only read
            }
        }
    }
}
