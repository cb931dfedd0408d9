package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The arguments of a call; Groovy computes the named ones first. */
record Arguments(List<Expression> positional, Map<String, Expression> named) {

    Map<String, Object> named(Run run) {
        Map<String, Object> values = new LinkedHashMap<>();
        named.forEach((name, value) -> values.put(name, value.value(run)));
        return values;
    }

    List<Object> positional(Run run) {
        List<Object> values = new ArrayList<>();
        positional.forEach(value -> values.add(value.value(run)));
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
