package io.limbeck.script.literal;

import java.util.List;
import java.util.Map;

/** A closure, or a method of the script. */
final class Routine {

    private final List<Variable> parameters;
    /** Whether the parameter is {@code it}, which nobody has to pass. */
    private final boolean implicit;

    private final boolean method;
    private final Typing returns;
    private final Body body;
    private boolean running;

    private Routine(List<Variable> parameters, boolean implicit, boolean method, Typing returns, Body body) {
        this.parameters = parameters;
        this.implicit = implicit;
        this.method = method;
        this.returns = returns;
        this.body = body;
    }

    static Routine closure(List<Variable> parameters, boolean implicit, Body body) {
        return new Routine(parameters, implicit, false, Typing.ANY, body);
    }

    /**
     * @param returns null for {@code void}
     */
    static Routine method(List<Variable> parameters, Typing returns, Body body) {
        return new Routine(parameters, false, true, returns, body);
    }

    Object call(Run run, Object... given) {
        Object[] arguments = given;
        boolean spread = !method && given.length == 1 && parameters.size() > 1;
        if (spread && given[0] instanceof List<?> list) {
            arguments = list.toArray();
        }
        if (implicit && arguments.length == 0) {
            arguments = new Object[] {null};
        }
        if (running || arguments.length != parameters.size()) {
            throw new Declined();
        }
        running = true;
        for (int i = 0; i < arguments.length; i++) {
            parameters.get(i).pass(arguments[i], run);
        }
        body.run(run);
        running = false;
        Object result = run.result();
        return returns == null ? null : returns == Typing.ANY ? result : returns.assigned(result);
    }

    /** Calls it for an entry of a map: with key and value if it takes two. */
    Object call(Run run, Map.Entry<?, ?> entry) {
        return parameters.size() == 2 ? call(run, entry.getKey(), entry.getValue()) : call(run, (Object) entry);
    }
}
