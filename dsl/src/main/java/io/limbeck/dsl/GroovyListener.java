package io.limbeck.dsl;

import groovy.lang.GroovyObject;
import groovy.lang.MetaClass;
import org.codehaus.groovy.runtime.InvokerHelper;

/** The delegate of a block's closure: passes every call and word on to the script. */
final class GroovyListener implements GroovyObject {

    private final HearingScript script;
    private MetaClass metaClass;

    GroovyListener(HearingScript script) {
        this.script = script;
    }

    HearingScript script() {
        return script;
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

    /** Asked for by calls that were not made direct; Groovy makes it at some cost. */
    @Override
    public MetaClass getMetaClass() {
        if (metaClass == null) {
            metaClass = InvokerHelper.getMetaClass(GroovyListener.class);
        }
        return metaClass;
    }

    @Override
    public void setMetaClass(MetaClass other) {
        metaClass = other;
    }
}
