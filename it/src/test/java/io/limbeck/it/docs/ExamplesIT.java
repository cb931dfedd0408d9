package io.limbeck.it.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.error.LimbeckException;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import io.limbeck.it.catalogue.Catalogue;
import io.limbeck.operation.Verbs;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The examples of the documentation")
class ExamplesIT {

    @TempDir
    Path folder;

    static Stream<Arguments> runs() throws IOException {
        return Topic.all().stream()
                .flatMap(topic -> topic.databases().stream().map(database -> Arguments.of(topic, database)));
    }

    @ParameterizedTest
    @MethodSource("runs")
    @DisplayName("go up, down to nothing and up again")
    void upAndDown(Topic topic, Databases kind) throws Exception {
        try (TestDatabase database = kind.fresh();
                Limbeck limbeck = topic.on(database).load()) {
            String empty = catalogue(database);
            limbeck.upgrade("heads");
            String migrated = catalogue(database);
            assertThat(migrated).isNotEqualTo(empty);
            if (!topic.isReversible()) {
                assertThatThrownBy(() -> limbeck.downgrade("base")).isInstanceOf(LimbeckException.class);
                return;
            }
            limbeck.downgrade("base");
            assertThat(catalogue(database)).isEqualTo(empty);
            limbeck.upgrade("heads");
            assertThat(catalogue(database)).isEqualTo(migrated);
        }
    }

    @ParameterizedTest
    @MethodSource("runs")
    @DisplayName("end the same when the database's own client runs the written script")
    void parity(Topic topic, Databases kind) throws Exception {
        try (TestDatabase online = kind.fresh();
                TestDatabase offline = kind.fresh()) {
            topic.on(online).load().upgrade("heads");
            run(topic, kind, offline, Direction.UPGRADE, "base:heads");
            assertThat(catalogue(offline)).isEqualTo(catalogue(online));
            if (topic.isReversible()) {
                topic.on(online).load().downgrade("base");
                run(topic, kind, offline, Direction.DOWNGRADE, "heads:base");
                assertThat(catalogue(offline)).isEqualTo(catalogue(online));
            }
        }
    }

    private void run(Topic topic, Databases kind, TestDatabase database, Direction direction, String range)
            throws IOException {
        String script = topic.sql(kind.dialect(), direction, range);
        kind.client()
                .run(database, Files.writeString(folder.resolve(direction + ".sql"), script))
                .orFail();
    }

    @Test
    @DisplayName("leave out no word of the language")
    void everyVerbHasAnExample() throws IOException {
        Set<String> unseen = new TreeSet<>(Verbs.names());
        unseen.addAll(Set.of("on", "autocommit", "sqlFile"));
        for (Topic topic : Topic.all()) {
            String scripts = topic.scripts();
            unseen.removeIf(verb ->
                    Pattern.compile("\\b" + verb + "[ ({]").matcher(scripts).find());
        }
        assertThat(unseen).isEmpty();
    }

    private static String catalogue(TestDatabase database) throws SQLException {
        try (var connection = database.connect()) {
            return Catalogue.of(connection)
                    .without("db_version")
                    .without("note_version")
                    .text();
        }
    }
}
