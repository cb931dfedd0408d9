package io.limbeck.environment;

import groovy.lang.GroovyObjectSupport;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Hears what {@code configure { … }} says; apart from {@link Options}, which every run has, so that few need Groovy. */
final class ConfigureBlock extends GroovyObjectSupport {

    private final Options options;

    ConfigureBlock(Options options) {
        this.options = options;
    }

    @Override
    public Object invokeMethod(String name, Object given) {
        return options.say(name, InvokerHelper.asArray(given));
    }
}
