package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.error.Refusal;
import io.limbeck.golden.Recorder;
import io.limbeck.operation.Operation;
import io.limbeck.operation.ScriptFiles;
import io.limbeck.schema.Schema;
import io.limbeck.sql.RowSource;
import java.util.List;

/** Schema states and operations from the words of scripts. */
final class States {

    private static final ScriptFiles NO_FILES = new ScriptFiles() {
        @Override
        public RowSource csv(String name) {
            throw new Refusal("no-file", name, "there is no file '" + name + "'", null);
        }

        @Override
        public List<String> statements(String name) {
            throw new Refusal("no-file", name, "there is no file '" + name + "'", null);
        }
    };

    private States() {}

    static List<Operation> operations(String words, Dialect dialect) {
        Recording recording = new Recorder(dialect, NO_FILES).recording(words);
        if (!recording.problems().isEmpty()) {
            throw new IllegalArgumentException(recording.problems() + " in\n" + words);
        }
        return recording.operations().stream().map(Recorded::operation).toList();
    }

    static Schema of(String words, Dialect dialect) {
        return applied(operations(words, dialect), Schema.EMPTY);
    }

    static Schema applied(List<Operation> operations, Schema before) {
        Schema state = before;
        for (Operation operation : operations) {
            state = operation.resolved(state).apply(state);
        }
        return state;
    }
}
