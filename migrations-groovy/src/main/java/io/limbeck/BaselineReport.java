package io.limbeck;

import io.limbeck.schema.Schema;
import java.nio.file.Path;
import java.util.List;

/**
 * What came of making a first revision of a database.
 *
 * @param script the first revision
 * @param revision its id, which the database is stamped with
 * @param schema what the database has
 * @param notes what the script does not make as it is there
 */
public record BaselineReport(Path script, String revision, Schema schema, List<String> notes) {

    public BaselineReport {
        notes = List.copyOf(notes);
    }
}
