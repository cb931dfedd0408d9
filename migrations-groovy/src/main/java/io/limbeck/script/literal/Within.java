package io.limbeck.script.literal;

import io.limbeck.dsl.Words;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * {@code owner.with { … }} or {@code owner.tap { … }}: a closure in which names are the owner's before all else.
 *
 * @param tap whether the owner is the answer, rather than what the closure answers
 * @param receiver holds the owner while the closure is run
 */
record Within(Expression owner, boolean tap, Variable receiver, Routine routine, boolean safe) implements Expression {

    /** What every closure has itself. */
    private static final Set<String> OF_CLOSURES = Set.of(
            "delegate",
            "directive",
            "maximumNumberOfParameters",
            "owner",
            "parameterTypes",
            "resolveStrategy",
            "thisObject");

    /** The words that are methods of some receivers too. */
    static final Set<String> METHODS_TOO = Set.of("chars", "unique");

    /** A name inside, which means neither a field of the script nor a class. */
    static Expression name(Local receiver, String name) {
        if (OF_CLOSURES.contains(name) || Character.isUpperCase(name.charAt(0))) {
            throw new Declined();
        }
        return new Name(receiver, name);
    }

    @Override
    public Object value(Run run) {
        Object value = owner.value(run);
        if (safe && value == null) {
            return null;
        }
        requireKnown(value);
        run.count();
        receiver.declare(value, run);
        Object answer = routine.call(run, value);
        return tap ? value : answer;
    }

    /** All others may have methods of the names that scripts use for words. */
    private static void requireKnown(Object value) {
        boolean known = value instanceof Map<?, ?>
                || value instanceof List<?> && !(value instanceof Range)
                || value instanceof String
                || value instanceof Growing
                || Numbers.isNumber(value);
        if (!known) {
            throw new Declined();
        }
    }

    /** A name, which only maps have for sure. */
    record Name(Local receiver, String name) implements Expression {
        @Override
        public Object value(Run run) {
            return Methods.property(run, owner(run), name);
        }

        /** The map that has it. */
        Map<?, ?> owner(Run run) {
            if (!(receiver.value(run) instanceof Map<?, ?> map)) {
                throw new Declined();
            }
            return map;
        }
    }

    /** A call: of a word with arguments, or of a method of the receiver. */
    record Call(Local receiver, String name, Arguments arguments) implements Expression {
        @Override
        public Object value(Run run) {
            Object value = receiver.value(run);
            boolean word = Words.isFunction(name);
            boolean ambiguous = word && (value instanceof Growing || METHODS_TOO.contains(name));
            if (ambiguous || run.method(name) != null || GroovysOwn.has(name)) {
                throw new Declined();
            }
            return word
                    ? new Expression.Call(name, arguments).value(run)
                    : Methods.call(run, value, name, arguments.alone(run));
        }
    }

    /** A call of a verb, where the receiver has no method of its name. */
    record Said(Local receiver, String name, Step verb) implements Step {
        @Override
        public Outcome run(Run run) {
            if (receiver.value(run) instanceof Growing || METHODS_TOO.contains(name)) {
                throw new Declined();
            }
            return verb.run(run);
        }
    }
}
