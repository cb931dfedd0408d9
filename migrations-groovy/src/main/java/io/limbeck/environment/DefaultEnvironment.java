package io.limbeck.environment;

import io.limbeck.online.Engine;

/** The environment where there is no {@code env.groovy}. */
record DefaultEnvironment(MigrationContext context) implements Environment {

    @Override
    public MigrationContext getContext() {
        return context;
    }

    /** Without another thread, as there is nothing to do meanwhile on this one. */
    @Override
    public void runMigrationsOnline() {
        try (Engine engine = getEngine()) {
            engine.connect(this::doRunMigrations);
        }
    }
}
