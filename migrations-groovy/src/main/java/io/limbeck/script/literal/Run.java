package io.limbeck.script.literal;

import io.limbeck.schema.IndexPart;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A run of a script's statements, from which the calls come that it makes. */
final class Run {

    /** A script that takes more is left to the compiler, whose code is faster. */
    static final int MOST_STEPS = 100_000;

    private final Map<String, Routine> methods;
    /** What the block that runs has made itself, and may therefore change. */
    private Set<Object> made = fresh();

    private List<Node.Statement> said;
    private Mark mark;
    private Object result;
    private int steps;

    /**
     * @param methods of the script, by their names
     */
    Run(Map<String, Routine> methods) {
        this.methods = methods;
    }

    private static Set<Object> fresh() {
        return Collections.newSetFromMap(new IdentityHashMap<>());
    }

    /** What a block says when it is run. */
    List<Node.Statement> said(Body block) {
        Set<Object> outerMade = made;
        List<Node.Statement> outerSaid = said;
        made = fresh();
        said = new ArrayList<>();
        if (block.run(this) == Step.Outcome.BREAK) {
            throw new Declined();
        }
        List<Node.Statement> saidInside = said;
        made = outerMade;
        said = outerSaid;
        result = null;
        return saidInside;
    }

    /** Whether somebody listens to calls, and to words that stand for values. */
    boolean isHeard() {
        return said != null;
    }

    /** The block that runs; two are the same only if they are one. */
    Object block() {
        return made;
    }

    void count() {
        count(1);
    }

    void count(int more) {
        steps += more;
        if (steps > MOST_STEPS || steps < 0) {
            throw new Declined();
        }
    }

    // ---- statements

    /**
     * Notes which statement runs.
     *
     * @param statement null where it is none of its own
     */
    void at(Mark statement) {
        mark = statement == null ? mark : statement;
    }

    Object result() {
        return result;
    }

    void result(Object value) {
        result = value;
    }

    Routine method(String name) {
        return methods.get(name);
    }

    /** Makes a call of a verb; the statement that stands here is the one that was marked last, as in compiled code. */
    void say(String verb, List<Object> positional, Map<String, Object> named, Body block) {
        if (!isHeard()) {
            throw new Declined();
        }
        boolean optionsFirst = named.isEmpty() && !positional.isEmpty() && positional.get(0) instanceof Map<?, ?>;
        Map<?, ?> options = optionsFirst ? (Map<?, ?>) positional.get(0) : named;
        Map<String, Node> passedOptions = new LinkedHashMap<>();
        for (Map.Entry<?, ?> option : options.entrySet()) {
            passedOptions.put(String.valueOf(option.getKey()), new Node.Constant(passed(option.getValue())));
        }
        List<Node> values = new ArrayList<>();
        for (Object value : optionsFirst ? positional.subList(1, positional.size()) : positional) {
            values.add(new Node.Constant(passed(value)));
        }
        Mark here = mark;
        List<Node.Statement> inside = block == null ? null : said(block);
        said.add(new Node.Statement(verb, here.offset(), here.offset(), here.words(), values, passedOptions, inside));
    }

    // ---- values

    /** A list or map that this block has made. */
    <T> T made(T collection) {
        made.add(collection);
        return collection;
    }

    /** A list or map that may be changed here. */
    <T> T changing(T collection) {
        count();
        if (!made.contains(collection)) {
            throw new Declined();
        }
        return collection;
    }

    /** A value as it is passed on: later changes to a list or map do not count. */
    private Object passed(Object value) {
        count();
        if (value instanceof Range) {
            throw new Declined();
        }
        if (value instanceof List<?> list) {
            List<Object> copy = new ArrayList<>();
            for (Object each : list) {
                copy.add(passed(each));
            }
            return copy;
        }
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> copy = new LinkedHashMap<>();
            for (Map.Entry<?, ?> each : map.entrySet()) {
                copy.put(each.getKey(), passed(each.getValue()));
            }
            return copy;
        }
        boolean plain = value == null
                || value instanceof CharSequence
                || value instanceof Number
                || value instanceof Boolean
                || value instanceof Type
                || value instanceof Value
                || value instanceof IndexPart;
        if (!plain && !Jdk.isPlain(value)) {
            throw new Declined();
        }
        return value;
    }
}
