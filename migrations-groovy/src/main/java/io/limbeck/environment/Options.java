package io.limbeck.environment;

import groovy.lang.Closure;
import groovy.lang.GroovyRuntimeException;
import io.limbeck.autogenerate.Rename;
import io.limbeck.autogenerate.Rules;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Naming;
import io.limbeck.target.Source;
import io.limbeck.thrown.Thrown;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** What {@code configure { … }} in {@code env.groovy} may say. */
public final class Options {

    static final String HOOK_FAILED = "hook-failed";

    private static final Set<String> TEXTS =
            Set.of("versionTable", "versionTableSchema", "transaction", "fileTemplate");
    private static final Set<String> FILTERS =
            Set.of("includeObject", "includeName", "compareType", "compareDefault", "rewrite");

    /** When a hook runs. */
    public enum Hook {
        BEFORE_MIGRATE("beforeMigrate"),
        BEFORE_REVISION("beforeRevision"),
        ON_VERSION_APPLY("onVersionApply"),
        AFTER_REVISION("afterRevision"),
        AFTER_MIGRATE("afterMigrate"),
        POST_WRITE("postWrite");

        private final String word;

        Hook(String word) {
            this.word = word;
        }
    }

    private final Map<String, String> texts = new LinkedHashMap<>();
    private final Map<String, Object> filters = new LinkedHashMap<>();
    private final Map<String, String> naming = new LinkedHashMap<>();
    private final List<Source> targets = new ArrayList<>();
    private final List<String> commands = new ArrayList<>();
    private final Map<Hook, List<Closure<?>>> hooks = new EnumMap<>(Hook.class);

    public Optional<String> versionTable() {
        return Optional.ofNullable(texts.get("versionTable"));
    }

    public Optional<String> versionTableSchema() {
        return Optional.ofNullable(texts.get("versionTableSchema"));
    }

    public Optional<TransactionMode> transaction() {
        String word = texts.get("transaction");
        return word == null ? Optional.empty() : Optional.of(TransactionMode.of(word));
    }

    /** How new scripts are called. */
    public Optional<String> fileTemplate() {
        return Optional.ofNullable(texts.get("fileTemplate"));
    }

    /** Commands to run on each new script; closures that are to be called are a {@link Hook}. */
    public List<String> postWrite() {
        return Collections.unmodifiableList(commands);
    }

    /** Templates of names, by the keys of {@link Naming#kinds}. */
    public Map<String, String> naming() {
        return Collections.unmodifiableMap(naming);
    }

    /** Where target metadata comes from. */
    public List<Source> targets() {
        return Collections.unmodifiableList(targets);
    }

    /** What the project says of comparisons. */
    public Rules rules(Naming convention, Function<Rename, Rename.Answer> renames) {
        return new Filters(filters).rules(convention, renames);
    }

    /**
     * Runs the closures of a hook.
     *
     * @throws LimbeckException when one of them fails
     */
    public void run(Hook hook, Object... arguments) {
        for (Closure<?> closure : hooks.getOrDefault(hook, List.of())) {
            int wanted = closure.getMaximumNumberOfParameters();
            try {
                closure.call(wanted < arguments.length ? Arrays.copyOf(arguments, wanted) : arguments);
            } catch (Exception failure) {
                String fact = failure instanceof GroovyRuntimeException || failure.getMessage() == null
                        ? Thrown.words(failure)
                        : failure.getMessage();
                throw new LimbeckException(
                        LimbeckException.Kind.MIGRATION,
                        List.of(Problem.of(HOOK_FAILED, "the hook '" + hook.word + "' failed: " + fact, null)),
                        failure);
            }
        }
    }

    /**
     * Takes what the block says.
     *
     * @return what an option takes that is made by another word, such as {@code schema('schema.groovy')}
     */
    Object say(String name, Object[] values) {
        Optional<Hook> hook = Arrays.stream(Hook.values())
                .filter(each -> each.word.equals(name))
                .findFirst();
        if (hook.isPresent()
                && hook.get() == Hook.POST_WRITE
                && !(values.length == 1 && values[0] instanceof Closure)) {
            commands.add(text(name, values));
        } else if (hook.isPresent()) {
            hooks.computeIfAbsent(hook.get(), each -> new ArrayList<>()).add(closure(name, values));
        } else if (TEXTS.contains(name)) {
            texts.put(name, text(name, values));
        } else if (FILTERS.contains(name)) {
            filters.put(name, values.length == 1 ? values[0] : List.of(values));
        } else if (name.equals("transactionPerMigration")) {
            boolean each = values.length == 0 || Boolean.TRUE.equals(values[0]);
            texts.put("transaction", each ? "per-revision" : "all");
        } else if (name.equals("naming")) {
            name(values);
        } else if (name.equals("target")) {
            target(values);
        } else {
            return source(kind(name), values);
        }
        return null;
    }

    private static Source.Kind kind(String name) {
        return Arrays.stream(Source.Kind.values())
                .filter(kind -> kind.word().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(name));
    }

    private static Source source(Source.Kind kind, Object[] values) {
        Map<String, Object> options = new LinkedHashMap<>();
        List<String> names = new ArrayList<>();
        for (Object value : values) {
            if (value instanceof Map<?, ?> map) {
                map.forEach((key, each) -> options.put(String.valueOf(key), each));
            } else if (value instanceof CharSequence) {
                names.add(value.toString());
            } else {
                throw wrong(kind.word(), "target " + kind.word() + "('…')");
            }
        }
        return new Source(kind, names, options);
    }

    private void target(Object[] values) {
        for (Object value : values) {
            if (value instanceof Source source) {
                targets.add(source);
            } else {
                throw wrong("target", "target schema('schema.groovy')");
            }
        }
    }

    private void name(Object[] values) {
        if (values.length != 1 || !(values[0] instanceof Map<?, ?> templates)) {
            throw wrong("naming", "naming unique: 'uq_{table}_{columns}'");
        }
        templates.forEach((kind, template) -> {
            if (!Naming.kinds().contains(String.valueOf(kind))) {
                throw LimbeckException.setup(Problem.of(
                        "unknown-option",
                        "'naming' has no '" + kind + "'",
                        Suggestion.remedy(String.valueOf(kind), "names", Naming.kinds())));
            }
            naming.put(String.valueOf(kind), String.valueOf(template));
        });
    }

    private static Closure<?> closure(String name, Object[] values) {
        if (values.length == 1 && values[0] instanceof Closure<?> closure) {
            return closure;
        }
        throw wrong(name, name + " { … }");
    }

    private static String text(String name, Object[] values) {
        if (values.length == 1 && values[0] instanceof CharSequence text) {
            return text.toString();
        }
        throw wrong(name, name + " 'name'");
    }

    private static LimbeckException wrong(String name, String example) {
        return LimbeckException.setup(
                Problem.of("wrong-type", "'" + name + "' is not used so", "Write " + example + "."));
    }

    private static LimbeckException unknown(String name) {
        Set<String> known = new TreeSet<>(TEXTS);
        known.addAll(FILTERS);
        known.addAll(Set.of("naming", "target", "transactionPerMigration"));
        Arrays.stream(Hook.values()).map(hook -> hook.word).forEach(known::add);
        return LimbeckException.setup(Problem.of(
                "unknown-option",
                "'" + name + "' is not an option of configure",
                Suggestion.remedy(name, "options", known)));
    }
}
