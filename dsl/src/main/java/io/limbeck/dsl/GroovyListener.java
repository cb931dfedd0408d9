package io.limbeck.dsl;

import groovy.lang.GroovyObjectSupport;

/** The delegate of a block's closure: passes every call and word on to the script. */
final class GroovyListener extends GroovyObjectSupport {

    private final HearingScript script;

    GroovyListener(HearingScript script) {
        this.script = script;
    }

    @Override
    public Object invokeMethod(String name, Object arguments) {
        return script.heard(name, arguments);
    }

    @Override
    public Object getProperty(String name) {
        return script.word(name);
    }

    @Override
    public void setProperty(String name, Object value) {
        script.getBinding().setVariable(name, value);
    }
}
