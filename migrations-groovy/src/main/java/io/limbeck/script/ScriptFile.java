package io.limbeck.script;

import java.nio.file.Path;
import java.util.Optional;

/**
 * A migration script as it was found, read as text alone.
 *
 * @param groovy its outline, if it is a Groovy script
 * @param sql its sections, if it is an SQL script
 * @param folder where files that it names lie
 */
public record ScriptFile(Optional<Outline> groovy, Optional<SqlScript> sql, Path folder) {

    static ScriptFile of(Outline outline, Path folder) {
        return new ScriptFile(Optional.of(outline), Optional.empty(), folder);
    }

    static ScriptFile of(SqlScript script, Path folder) {
        return new ScriptFile(Optional.empty(), Optional.of(script), folder);
    }

    public Header header() {
        return groovy.map(Outline::header).orElseGet(() -> sql.orElseThrow().header());
    }

    public SourceText source() {
        return groovy.map(Outline::source).orElseGet(() -> sql.orElseThrow().source());
    }

    /** The file below its location, with {@code /} between folders. */
    public String name() {
        return source().name();
    }

    public String checksum() {
        return groovy.map(Outline::checksum).orElseGet(() -> sql.orElseThrow().checksum());
    }

    /** Whether the script says itself how it is undone. */
    public boolean hasDowngrade() {
        return groovy.map(outline -> outline.downgradePlace().isPresent())
                .orElseGet(() -> sql.orElseThrow().downgrade().isPresent());
    }
}
