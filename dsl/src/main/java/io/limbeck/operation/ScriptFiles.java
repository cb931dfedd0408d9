package io.limbeck.operation;

import io.limbeck.sql.RowSource;
import java.util.List;

/** The files that a script may name, which lie beside it. */
public interface ScriptFiles {

    /**
     * A CSV file whose first line names the columns.
     *
     * @throws io.limbeck.error.Refusal when it cannot be read or its rows do not fit
     */
    RowSource csv(String name);

    /**
     * The statements of an SQL file, split by the dialect's rules.
     *
     * @throws io.limbeck.error.Refusal when it cannot be read or split
     */
    List<String> statements(String name);
}
