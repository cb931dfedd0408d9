package io.limbeck.environment;

/** The environment where there is no {@code env.groovy}. */
record DefaultEnvironment(MigrationContext context) implements Environment {

    @Override
    public MigrationContext getContext() {
        return context;
    }
}
