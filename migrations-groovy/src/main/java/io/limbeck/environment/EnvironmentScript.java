package io.limbeck.environment;

import groovy.lang.Closure;
import groovy.lang.Script;
import io.limbeck.dialect.Dialect;
import io.limbeck.target.Source;
import java.util.List;
import java.util.Map;

/** The base class of {@code env.groovy}: the four methods with their defaults, and {@code configure}. */
public abstract class EnvironmentScript extends Script implements Environment {

    private Settings settings;
    private Options options;
    private boolean offline;
    private MigrationContext context;

    /** Runs the script's top level, which configures. */
    final void prepare(Settings about, Options into, boolean writing) {
        settings = about;
        options = into;
        offline = writing;
        run();
    }

    final void enter(MigrationContext entered) {
        context = entered;
    }

    public final void configure(Closure<?> block) {
        block.setDelegate(new ConfigureBlock(options));
        block.setResolveStrategy(Closure.DELEGATE_FIRST);
        block.call();
    }

    @Override
    public final MigrationContext getContext() {
        return context;
    }

    /** The database's URL, if one is configured. */
    public final String getUrl() {
        return settings.url().orElse(null);
    }

    /** The dialect's name. */
    public final String getDialect() {
        return context == null ? settings.offlineDialect().map(Dialect::dialect).orElse(null) : context.dialectName();
    }

    /** The target metadata that {@code configure} named. */
    public final List<Source> getTarget() {
        return options.targets();
    }

    /** Where an offline run writes. */
    public final Appendable getOutput() {
        return context == null ? null : context.output();
    }

    public final boolean getOffline() {
        return offline;
    }

    public final Map<String, String> getX() {
        return settings.x();
    }
}
