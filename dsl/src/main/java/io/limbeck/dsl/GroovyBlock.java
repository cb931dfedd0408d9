package io.limbeck.dsl;

import groovy.lang.Closure;
import io.limbeck.call.Block;
import io.limbeck.call.Receiver;

/** The closure behind a call, as a block. */
final class GroovyBlock implements Block {

    private final Closure<?> closure;
    private final HearingScript script;

    GroovyBlock(Closure<?> closure, HearingScript script) {
        this.closure = closure;
        this.script = script;
    }

    @Override
    public void run(Receiver receiver) {
        script.listening(receiver, () -> {
            Closure<?> body = (Closure<?>) closure.clone();
            body.setResolveStrategy(Closure.DELEGATE_FIRST);
            body.setDelegate(new GroovyListener(script));
            body.call();
        });
    }

    @Override
    public Object code() {
        return closure;
    }
}
