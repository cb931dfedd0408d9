package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.limbeck.error.LimbeckException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A script that brings its own transaction")
class TransactionWordsIT {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("runs in that of its revision instead, and says so")
    void beginAndCommitAreLeftOut(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            var project = project(database, """
                    begin;
                    create table one(id integer);
                    -- so far
                    commit;
                    START TRANSACTION;
                    create table two(id integer);
                    Commit Work; -- all
                    """);

            var report = project.limbeck().upgrade();

            assertThat(report.warnings())
                    .isEqualTo(
                            ShippedScripts.read("transaction-words.txt").lines().toList());
            assertThat(report.steps()).hasSize(1);
            assertThat(project.catalogue().text())
                    .containsIgnoringCase("table one")
                    .containsIgnoringCase("table two");
        }
    }

    @ParameterizedTest
    @EnumSource
    @DisplayName("is refused before anything runs if it rolls back")
    void rollbackIsRefused(Databases kind) throws Exception {
        try (var database = kind.fresh()) {
            var project = project(database, """
                    create table one(id integer);
                    rollback;
                    """);

            var refusal = catchThrowableOfType(
                    LimbeckException.class, () -> project.limbeck().upgrade());

            assertThat(refusal).hasMessage("""
                    a1.sql:6:1: a migration cannot roll back the transaction it runs in
                        rollback;
                        ^
                      Leave the ROLLBACK out.""");
            assertThat(project.catalogue().text()).isEmpty();
        }
    }

    private Project project(TestDatabase database, String upgrade) throws Exception {
        var project = new Project(folder, database);
        Files.createDirectories(project.migrations());
        Files.writeString(
                project.migrations().resolve("a1.sql"),
                "-- revision: a1\n-- message: as its authors run it\n\n-- upgrade\n" + upgrade);
        return project;
    }
}
