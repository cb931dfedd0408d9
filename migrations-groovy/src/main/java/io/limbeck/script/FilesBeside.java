package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Refusal;
import io.limbeck.operation.ScriptFiles;
import io.limbeck.sql.CsvRows;
import io.limbeck.sql.RowSource;
import io.limbeck.sql.ScriptRules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;

/**
 * The files in the folder of a script.
 *
 * @param folder asked for when a file is, as few scripts name one
 */
record FilesBeside(Supplier<Path> folder, ScriptRules rules) implements ScriptFiles {

    private record OnDisk(Path file) implements CsvRows.Opening {
        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(file);
        }
    }

    @Override
    public RowSource csv(String name) {
        try {
            CsvRows rows = CsvRows.of(name, new OnDisk(file(name)));
            if (rows.columns().isEmpty()) {
                throw new Refusal(
                        "wrong-value", name, "the first line of " + name + " does not name its columns", null);
            }
            return rows;
        } catch (IOException unreadable) {
            throw new Refusal("unreadable-file", name, name + " cannot be read: " + CsvRows.reason(unreadable), null);
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
        Path file = folder.get().resolve(name).normalize();
        if (!Files.isRegularFile(file)) {
            throw new Refusal(
                    "missing-file",
                    name,
                    "there is no file " + name + " beside the script",
                    "It must lie in the script's own folder.");
        }
        return file;
    }
}
