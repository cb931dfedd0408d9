package io.limbeck.dsl;

import io.limbeck.call.Site;
import java.util.function.IntFunction;

/** The base class of a compiled {@code schema.groovy}, whose top level says what the schema should be. */
public abstract class SchemaScript extends HearingScript {

    /**
     * Runs the script.
     *
     * @param sites the place of each statement, by the number that the compiler gave it
     * @param unknown where nothing finer is known
     */
    public final void declare(Surroundings about, IntFunction<Site> sites, Site unknown, Recording recording) {
        stand(about, sites, unknown);
        into(recording);
        listening(new Declarations(recording), this::run);
    }
}
