package io.limbeck.it.docs;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;

/**
 * A folder of examples that belong to one history, laid out as {@code src/main/db} is.
 *
 * @param properties {@code topic.properties}: {@code databases} it runs on, by default all; {@code irreversible} if it
 *     shows what cannot be undone
 */
record Topic(Path folder, Properties properties) {
    private static final Path FOLDER = Path.of("src/test/resources/docs");

    static Topic of(String name) {
        return of(FOLDER.resolve(name));
    }

    private static Topic of(Path folder) {
        Properties properties = new Properties();
        Path file = folder.resolve("topic.properties");
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
        return new Topic(folder, properties);
    }

    static List<Topic> all() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(folder -> Files.isDirectory(folder.resolve("migrations")))
                    .sorted()
                    .map(Topic::of)
                    .toList();
        }
    }

    List<Databases> databases() {
        String named = properties.getProperty("databases", "derby,h2,postgresql");
        return Arrays.stream(named.split(","))
                .map(name -> Databases.valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toList();
    }

    boolean isReversible() {
        return !properties.containsKey("irreversible");
    }

    String scripts() throws IOException {
        StringBuilder text = new StringBuilder();
        try (Stream<Path> files = Files.list(folder.resolve("migrations"))) {
            for (Path file : files.filter(each -> !Files.isDirectory(each)).toList()) {
                text.append(Files.readString(file)).append('\n');
            }
        }
        return text.toString();
    }

    Configuration on(TestDatabase database) {
        return Limbeck.configure()
                .directory(folder)
                .url(database.url())
                .username(database.username())
                .password(database.password());
    }

    String sql(String dialect, Direction direction, String range) {
        StringBuilder script = new StringBuilder();
        Limbeck.configure().directory(folder).dialect(dialect).load().sql(direction, range, script);
        return script.toString();
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }
}
