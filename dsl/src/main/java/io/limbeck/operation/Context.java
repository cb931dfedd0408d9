package io.limbeck.operation;

import io.limbeck.error.Problem;
import io.limbeck.schema.Naming;
import io.limbeck.sql.Grammar;
import java.util.Set;

/** What surrounds a call while it is read: the dialect, the naming convention, the script's folder. */
public interface Context {

    Grammar grammar();

    Naming naming();

    /** The names that may stand where a dialect is meant. */
    Set<String> dialects();

    /** Files that lie beside the script. */
    ScriptFiles files();

    /** Notes something that is wrong and goes on. */
    void report(Problem problem);
}
