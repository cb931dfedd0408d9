package io.limbeck.dialect;

import io.limbeck.operation.Operation;
import io.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Statements of several operations, each worded in the state that those before it left. */
final class Steps {

    private final Dialect dialect;
    private final List<String> statements = new ArrayList<>();
    private Schema state;

    Steps(Dialect dialect, Schema state) {
        this.dialect = dialect;
        this.state = state;
    }

    /** An operation, worded and applied. */
    Steps then(Operation operation) {
        statements.addAll(dialect.render(operation, state));
        state = operation.apply(state);
        return this;
    }

    /** SQL that changes nothing in the state. */
    Steps then(String sql) {
        statements.add(sql);
        return this;
    }

    Steps then(List<String> sql) {
        statements.addAll(sql);
        return this;
    }

    /** SQL that depends on the state that was left so far, and changes nothing in it. */
    Steps then(Function<Schema, List<String>> sql) {
        statements.addAll(sql.apply(state));
        return this;
    }

    /** What the SQL before did to the state. */
    Steps meaning(UnaryOperator<Schema> change) {
        state = change.apply(state);
        return this;
    }

    /** The state that the statements so far leave. */
    Schema state() {
        return state;
    }

    List<String> statements() {
        return statements;
    }
}
