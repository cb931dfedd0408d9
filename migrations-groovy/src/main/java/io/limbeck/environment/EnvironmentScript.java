package io.limbeck.environment;

import groovy.lang.Closure;
import groovy.lang.Script;
import java.util.List;
import java.util.Map;

/** The base class of {@code env.groovy}: the four methods with their defaults, and {@code configure}. */
public abstract class EnvironmentScript extends Script implements Environment {

    private Options options;
    private MigrationContext context;
    private Map<String, String> x = Map.of();

    /** Runs the script's top level, which configures. */
    final void prepare(Options into, Map<String, String> arguments) {
        options = into;
        x = arguments;
        run();
    }

    final void enter(MigrationContext entered) {
        context = entered;
    }

    public final void configure(Closure<?> block) {
        block.setDelegate(options);
        block.setResolveStrategy(Closure.DELEGATE_FIRST);
        block.call();
    }

    @Override
    public final MigrationContext getContext() {
        return context;
    }

    /** The database's URL, if one is configured. */
    public final String getUrl() {
        return context.url();
    }

    /** The dialect's name. */
    public final String getDialect() {
        return context.dialectName();
    }

    /** The target metadata that {@code configure} named. */
    public final List<Options.Target> getTarget() {
        return options.targets();
    }

    /** Where an offline run writes. */
    public final Appendable getOutput() {
        return context.output();
    }

    public final boolean getOffline() {
        return context.isOffline();
    }

    public final Map<String, String> getX() {
        return x;
    }
}
