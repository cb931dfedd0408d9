package io.limbeck.golden;

import io.limbeck.error.Refusal;
import io.limbeck.operation.ScriptFiles;
import io.limbeck.sql.CsvRows;
import io.limbeck.sql.RowSource;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The files of a case: CSV, and SQL whose statements end with a semicolon at a line's end. */
record GoldenFiles(Map<String, String> files) implements ScriptFiles {

    private record InMemory(String text) implements CsvRows.Opening {
        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Override
    public RowSource csv(String name) {
        try {
            return CsvRows.of(name, new InMemory(text(name)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
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
}
