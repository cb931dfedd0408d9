package io.limbeck.dsl;

import io.limbeck.call.Call;
import io.limbeck.call.Receiver;
import io.limbeck.operation.Arguments;
import io.limbeck.operation.Verbs;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hears {@code schema.groovy}: the words that make something, without {@code create}, as there is nothing yet.
 *
 * <p>What they ask for is recorded as the operations that would make it.
 */
public final class Declarations implements Receiver {

    /** The verbs that say in a migration what each word says here. */
    public static final Map<String, String> WORDS = Map.of(
            "schema", "createSchema",
            "enumeration", "createEnum",
            "sequence", "createSequence",
            "table", "createTable",
            "view", "createView");

    /** What makes sense only where something may be there already. */
    private static final Set<String> CONDITIONS = Set.of("ifNotExists", "replace");

    private final Recording recording;

    public Declarations(Recording recording) {
        this.recording = recording;
    }

    @Override
    public Set<String> verbs() {
        Set<String> verbs = new TreeSet<>(WORDS.keySet());
        verbs.add("on");
        return verbs;
    }

    @Override
    public void hear(Call call) {
        recording.understanding(call, () -> {
            Arguments arguments = new Arguments(call, recording);
            if (call.name().equals("on")) {
                recording.on(arguments, this);
                return;
            }
            call.named().keySet().stream().filter(CONDITIONS::contains).forEach(option -> refuse(option, arguments));
            recording.record(call.site(), Recording.operation(Verbs.of(WORDS.get(call.name())), arguments));
        });
    }

    private static void refuse(String option, Arguments arguments) {
        arguments.report(
                option,
                "unknown-option",
                "'" + arguments.call().name() + "' has no option '" + option + "'",
                "It says what is to be there, whatever is there now.");
    }
}
