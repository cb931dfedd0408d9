package io.limbeck.dsl;

import io.limbeck.call.Block;
import io.limbeck.call.Call;
import io.limbeck.call.Receiver;
import io.limbeck.call.Site;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.operation.Arguments;
import io.limbeck.operation.Context;
import io.limbeck.operation.Execute;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Recreate;
import io.limbeck.operation.ScriptFiles;
import io.limbeck.operation.TableBlock;
import io.limbeck.operation.Verb;
import io.limbeck.operation.Verbs;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.sql.Grammar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Hears the calls of one {@code upgrade} or {@code downgrade} block and keeps the operations they ask for.
 *
 * <p>What is wrong is kept too, and the recording goes on, so that one run tells everything.
 */
public final class Recording implements Receiver, Context {

    private static final Set<String> OWN_VERBS = Set.of("on", "autocommit", "sqlFile", "alterTable");
    static final Set<String> VERBS = verbsOf();

    private final Grammar grammar;
    private final Naming naming;
    private final Set<String> dialects;
    private final ScriptFiles files;
    private final List<Recorded> operations = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final Set<String> obscured = new HashSet<>();
    private boolean autocommit;
    private Recreate recreate = Recreate.AUTO;

    public Recording(Grammar grammar, Naming naming, Set<String> dialects, ScriptFiles files) {
        this.grammar = grammar;
        this.naming = naming;
        this.dialects = dialects;
        this.files = files;
    }

    private static Set<String> verbsOf() {
        Set<String> verbs = new TreeSet<>(Verbs.names());
        verbs.addAll(OWN_VERBS);
        return Collections.unmodifiableSet(verbs);
    }

    /** Every word that may be called somewhere in a script. */
    public static Set<String> everyVerb() {
        Set<String> verbs = new TreeSet<>(VERBS);
        verbs.addAll(TableBlock.VERBS);
        verbs.addAll(Declarations.WORDS.keySet());
        return verbs;
    }

    public List<Recorded> operations() {
        return Collections.unmodifiableList(operations);
    }

    public List<Problem> problems() {
        return Collections.unmodifiableList(problems);
    }

    /** The strings of calls that could not be understood: whatever bears such a name may exist or not. */
    public Set<String> obscured() {
        return Collections.unmodifiableSet(obscured);
    }

    // ---- hearing

    @Override
    public Set<String> verbs() {
        return VERBS;
    }

    @Override
    public void hear(Call call) {
        understanding(call, () -> {
            Arguments arguments = new Arguments(call, this);
            switch (call.name()) {
                case "on" -> on(arguments, this);
                case "autocommit" -> autocommit(arguments);
                case "sqlFile" -> sqlFile(arguments);
                case "alterTable" -> alterTable(arguments);
                default -> record(call.site(), operation(Verbs.of(call.name()), arguments));
            }
        });
    }

    static Operation operation(Verb verb, Arguments arguments) {
        Operation operation = verb.reading().apply(arguments);
        arguments.done();
        return operation;
    }

    /** Passes a call on to whoever listens to the block that it stands in. */
    public void deliver(Call call, Receiver receiver) {
        if (receiver.verbs().contains(call.name())) {
            understanding(call, () -> receiver.hear(call));
        } else {
            unknown(call, receiver);
        }
    }

    /** Does what a call asks for; what cannot be understood is reported and its names are obscured. */
    void understanding(Call call, Runnable action) {
        try {
            action.run();
        } catch (Refusal refusal) {
            obscure(call);
            if (!Arguments.isReported(refusal)) {
                report(refusal.at(
                        refusal.subject() == null
                                ? call.site().place()
                                : call.site().of(refusal.subject())));
            }
        }
    }

    /** Keeps an operation that did not come by a call, such as a statement of an SQL script. */
    public void record(Site site, Operation operation) {
        operations.add(new Recorded(operation, site, autocommit, recreate));
    }

    /**
     * @param receiver hears the block if it is for this dialect
     */
    void on(Arguments arguments, Receiver receiver) {
        List<String> wanted = arguments.allWords("the dialects");
        Optional<Block> block = arguments.block();
        arguments.done();
        for (String dialect : wanted) {
            if (!dialects.contains(dialect)) {
                arguments.report(
                        dialect,
                        "unknown-dialect",
                        "'" + dialect + "' is not a dialect",
                        Suggestion.remedy(dialect, "dialects", dialects));
            }
        }
        if (wanted.contains(grammar.dialect())) {
            block.ifPresent(body -> body.run(receiver));
        }
    }

    private void alterTable(Arguments arguments) {
        Name table = arguments.name("the table's name");
        Recreate wanted = arguments.oneOf("recreate", Recreate.WORDS).orElse(Recreate.AUTO);
        Block block = arguments
                .block()
                .orElseThrow(() -> new Refusal(
                        "missing-argument",
                        null,
                        "'alterTable' needs a block",
                        "Write alterTable('" + table.value() + "') { addColumn … }."));
        arguments.done();
        Recreate outer = recreate;
        recreate = wanted;
        try {
            int count = operations.size() + problems.size();
            block.run(new TableChanges(table, this::hear));
            if (wanted == Recreate.ALWAYS && operations.size() + problems.size() == count) {
                arguments.report("recreate", "nothing-to-change", "this alterTable changes nothing", null);
            }
        } finally {
            recreate = outer;
        }
    }

    private void autocommit(Arguments arguments) {
        Optional<Block> block = arguments.block();
        arguments.done();
        boolean outer = autocommit;
        autocommit = true;
        try {
            block.ifPresent(body -> body.run(this));
        } finally {
            autocommit = outer;
        }
    }

    private void sqlFile(Arguments arguments) {
        String name = arguments.word("the file's name");
        arguments.done();
        for (String statement : files.statements(name)) {
            record(arguments.call().site(), new Execute(statement, Map.of(), Optional.empty()));
        }
    }

    /** Reports a call that no receiver knows. */
    void unknown(Call call, Receiver receiver) {
        obscure(call);
        Set<String> candidates = new TreeSet<>(receiver.verbs());
        Optional<String> word = Suggestion.nearest(call.name(), Words.all()).filter(near -> Words.isFunction(near));
        boolean value =
                word.isPresent() && Suggestion.nearest(call.name(), candidates).isEmpty();
        if (value) {
            report(new Problem(
                    "unknown-word",
                    call.site().of(call.name()),
                    "'" + call.name() + "' is not known here",
                    "Did you mean '" + word.get() + "'?"));
            return;
        }
        String here = receiver == this
                ? "'" + call.name() + "' is not an operation"
                : "'" + call.name() + "' means nothing here";
        report(new Problem(
                "unknown-operation",
                call.site().place(),
                here,
                Suggestion.remedy(call.name(), receiver == this ? "operations" : "words", candidates)));
    }

    /** Reports a word that stands for no value. */
    void unknown(String word, Site site) {
        report(new Problem(
                "unknown-word",
                site.of(word),
                "'" + word + "' is not known here",
                Suggestion.nearest(word, Words.all())
                        .map(near -> "Did you mean '" + near + "'?")
                        .orElse("Strings stand in quotes: '" + word + "'.")));
    }

    private void obscure(Call call) {
        call.positional().forEach(this::obscure);
        call.named().values().forEach(this::obscure);
    }

    private void obscure(Object value) {
        if (value instanceof CharSequence) {
            obscured.add(value.toString());
        } else if (value instanceof List<?> list) {
            list.forEach(this::obscure);
        }
    }

    // ---- context

    @Override
    public Grammar grammar() {
        return grammar;
    }

    @Override
    public Naming naming() {
        return naming;
    }

    @Override
    public Set<String> dialects() {
        return dialects;
    }

    @Override
    public ScriptFiles files() {
        return files;
    }

    @Override
    public void report(Problem problem) {
        problems.add(problem);
    }
}
