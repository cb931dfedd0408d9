package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code owner*.name} or {@code owner*.name(arguments)}: what each element of a list answers.
 *
 * @param arguments null for a property
 */
record Spread(Expression owner, String name, Arguments arguments) implements Expression {

    @Override
    public Object value(Run run) {
        if (!(owner.value(run) instanceof List<?> elements)) {
            throw new Declined();
        }
        List<Object> given = arguments == null ? null : arguments.alone(run);
        List<Object> answers = new ArrayList<>();
        for (Object element : elements) {
            run.count();
            answers.add(given == null ? Methods.property(run, element, name) : Methods.call(run, element, name, given));
        }
        return run.made(answers);
    }
}
