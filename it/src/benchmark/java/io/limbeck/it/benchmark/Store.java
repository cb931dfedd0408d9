package io.limbeck.it.benchmark;

import io.limbeck.it.Postgres;
import io.limbeck.it.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;

/** Where migrations go: each call gives an empty database. */
enum Store {
    POSTGRESQL("postgresql", true, "postgresql-") {
        @Override
        Place fresh(Path folder) {
            TestDatabase database = Postgres.freshDatabase();
            return new Place(database.url(), database.username(), database.password(), () -> {
                try {
                    database.close();
                } catch (SQLException failure) {
                    throw new IllegalStateException(failure);
                }
            });
        }
    },
    /** Lives as long as the process that asks for it. */
    DERBY("derby in memory", false, "derby-", "derbyshared-", "derbytools-") {
        @Override
        Place fresh(Path folder) {
            return new Place("jdbc:derby:memory:benchmark;create=true", "app", "app", () -> {});
        }
    },
    DERBY_ON_DISK("derby on disk", true, "derby-", "derbyshared-", "derbytools-") {
        @Override
        Place fresh(Path folder) {
            try {
                Path home = Files.createTempDirectory(folder, "derby").resolve("database");
                return new Place("jdbc:derby:" + home + ";create=true", "app", "app", () -> {});
            } catch (IOException failure) {
                throw new IllegalStateException(failure);
            }
        }
    };

    private final String title;
    private final boolean stays;
    private final List<String> driver;

    Store(String title, boolean stays, String... driver) {
        this.title = title;
        this.stays = stays;
        this.driver = List.of(driver);
    }

    abstract Place fresh(Path folder);

    String title() {
        return title;
    }

    /** How its driver's jars begin. */
    List<String> driver() {
        return driver;
    }

    /** Whether a second process finds what the first did. */
    boolean stays() {
        return stays;
    }

    /** An empty database; closing throws it away where there is something to throw away. */
    record Place(String url, String username, String password, Runnable end) implements AutoCloseable {

        @Override
        public void close() {
            end.run();
        }
    }
}
