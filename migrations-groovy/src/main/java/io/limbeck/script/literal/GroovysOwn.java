package io.limbeck.script.literal;

import java.util.Set;

/** The methods that every closure and script has: Groovy calls these before it asks whether a word is a verb. */
final class GroovysOwn {

    private static final Set<String> METHODS =
            Set.of(("addShutdownHook andThen andThenSelf any asBoolean asType asWritable call clone collect compose"
                            + " composeSelf curry declare dehydrate downgrade dump each eachWithIndex equals evaluate"
                            + " every finalize find findAll findIndexOf findIndexValues findLastIndexOf findResult fresh"
                            + " getAt getBinding getClass getDelegate getDialect getDirective"
                            + " getMaximumNumberOfParameters getMetaClass getMetaPropertyValues getOffline getOwner"
                            + " getParameterTypes getProperties getProperty getResolveStrategy getThisObject getX grep"
                            + " hasDowngrade hasProperty hashCode heard identity inject inspect into invokeMethod is"
                            + " isCase isNotCase isOffline iterator leftShift listening memoize memoizeAtLeast"
                            + " memoizeAtMost memoizeBetween metaClass methodMissing ncurry notify notifyAll prepare"
                            + " print printf println propertyMissing putAt rcurry recordDowngrade recordUpgrade"
                            + " rehydrate repeatable respondsTo revision rightShift run setBinding setDelegate"
                            + " setDirective setMetaClass setProperty setResolveStrategy site sleep split sprintf stand"
                            + " stream tap throwRuntimeException toString trampoline upgrade use wait with"
                            + " withMethodClosure withTraits word")
                    .split(" "));

    private GroovysOwn() {}

    static boolean has(String name) {
        return METHODS.contains(name);
    }
}
