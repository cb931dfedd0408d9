package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a call; Groovy computes the named ones first. */
record Arguments(List<Expression> positional, Map<String, Expression> named) {

    Map<String, Object> named(Run run) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Expression> each : named.entrySet()) {
            values.put(each.getKey(), each.getValue().value(run));
        }
        return values;
    }

    List<Object> positional(Run run) {
        List<Object> values = new ArrayList<>();
        for (Expression each : positional) {
            values.add(each.value(run));
        }
        return values;
    }

    /** The positional arguments where there may be no others. */
    List<Object> alone(Run run) {
        if (!named.isEmpty()) {
            throw new Declined();
        }
        return positional(run);
    }
}
