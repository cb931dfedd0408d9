package io.limbeck.sql;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.util.List;

/**
 * The rows of a CSV file, read anew each time, behind a first line that names the columns.
 *
 * @param file opens it
 */
public record CsvRows(String name, List<String> columns, Opening file) implements RowSource {

    /** Opens a file. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    public CsvRows {
        columns = List.copyOf(columns);
    }

    /**
     * The rows of a file, whose columns are read now.
     *
     * @return with no columns where the first line does not name every one
     * @throws IOException when the first line cannot be read
     */
    public static CsvRows of(String name, Opening file) throws IOException {
        try (CsvReader reader = new CsvReader(name, file.open())) {
            List<String> columns = reader.header();
            boolean named = columns.stream().noneMatch(String::isBlank);
            return new CsvRows(name, named ? columns : List.of(), file);
        }
    }

    @Override
    public RowReader open() {
        try {
            CsvReader reader = new CsvReader(name, file.open());
            reader.next();
            return reader;
        } catch (IOException unreadable) {
            throw unreadable(name, 0, unreadable);
        }
    }

    static LimbeckException unreadable(String name, int line, IOException cause) {
        return LimbeckException.migration(Problem.at(
                new Place(name, line, 0, ""),
                "unreadable-file",
                name + " cannot be read: " + reason(cause),
                "Save it as UTF-8, with values that hold quotes or line ends in quotes."));
    }

    /** Why a file cannot be read, in words. */
    public static String reason(IOException unreadable) {
        return unreadable instanceof CharacterCodingException ? "it is not UTF-8" : unreadable.getMessage();
    }
}
