package io.limbeck.sql;

import java.util.List;

/**
 * Statements of a script that run only where a condition holds when their turn comes.
 *
 * @param condition an SQL condition
 */
public record Guarded(String condition, List<String> statements) {

    public Guarded {
        statements = List.copyOf(statements);
    }
}
