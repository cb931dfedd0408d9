package io.limbeck.target;

import io.limbeck.error.LimbeckException;
import io.limbeck.schema.Schema;
import io.limbeck.script.ScriptRecorder;
import io.limbeck.script.SourceText;
import java.nio.file.Path;
import java.util.List;

/** A file such as {@code schema.groovy}, which says what the schema should be. */
public final class SchemaFile {

    private SchemaFile() {}

    /**
     * The schema that the file declares, for the recorder's dialect.
     *
     * @param folder where it lies
     * @throws LimbeckException with all that is wrong, each with its place
     */
    public static Schema read(SourceText source, Path folder, ScriptRecorder recorder) {
        return Declared.schema(List.of(recorder.declarations(source, folder)), Schema.EMPTY);
    }
}
