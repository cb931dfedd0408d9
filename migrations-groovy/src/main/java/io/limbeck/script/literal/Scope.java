package io.limbeck.script.literal;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What is known of a script where its reader stands: the variables, and the words of the statement. */
final class Scope {

    /** Deeper expressions are left to the compiler. */
    private static final int DEEPEST = 100;

    private static final String IT = "it";

    /** The variables of a block and of those around it. */
    private record Names(Names outer, Map<String, Variable> own) {}

    private Names names = new Names(null, new HashMap<>());
    private Map<String, Integer> words = new HashMap<>();
    private int depth;
    private int loops;
    private int repeated;
    private boolean answering = true;

    // ---- variables

    /** The variable of that name, or null. */
    Variable find(String name) {
        for (Names block = names; block != null; block = block.outer()) {
            Variable variable = block.own().get(name);
            if (variable != null) {
                return variable;
            }
        }
        return null;
    }

    /** A new variable, which Groovy wants to have a name that no other has here. */
    Variable declare(String name, Typing typing, boolean constant) {
        if (find(name) != null) {
            throw new Declined();
        }
        return put(name, typing, constant);
    }

    private Variable put(String name, Typing typing, boolean constant) {
        Variable variable = new Variable(typing, constant);
        names.own().put(name, variable);
        return variable;
    }

    /** The parameter of a closure that names none. */
    Variable it() {
        return put(IT, Typing.ANY, false);
    }

    // ---- blocks

    /** Reads what has variables of its own, such as the body of a loop. */
    <T> T inside(Supplier<T> reading) {
        Names outer = names;
        names = new Names(outer, new HashMap<>());
        T read = reading.get();
        names = outer;
        return read;
    }

    /** Reads the body of a loop, which may be left before its end. */
    <T> T looping(Supplier<T> reading) {
        loops++;
        repeated++;
        T read = inside(reading);
        loops--;
        repeated--;
        return read;
    }

    /** Reads the statements of a block that is run once. */
    <T> T block(Supplier<T> reading) {
        int outerLoops = loops;
        loops = 0;
        T read = inside(reading);
        loops = outerLoops;
        return read;
    }

    /** Reads a closure, which may be run more than once. */
    <T> T closure(Supplier<T> reading) {
        return routine(true, reading);
    }

    /**
     * Reads a method, which knows no variables but its own.
     *
     * @param answers whether it is not {@code void}
     */
    <T> T method(boolean answers, Supplier<T> reading) {
        Names outer = names;
        names = null;
        T read = routine(answers, reading);
        names = outer;
        return read;
    }

    private <T> T routine(boolean answers, Supplier<T> reading) {
        boolean outer = answering;
        answering = answers;
        repeated++;
        T read = block(reading);
        repeated--;
        answering = outer;
        return read;
    }

    /** Whether {@code return} may have a value. */
    boolean isAnswering() {
        return answering;
    }

    boolean isLoop() {
        return loops > 0;
    }

    /** Whether what stands here is run once at most, so that a closure sees one value of each variable. */
    boolean isOnce() {
        return repeated == 0;
    }

    <T> T deeper(Supplier<T> reading) {
        if (++depth > DEEPEST) {
            throw new Declined();
        }
        T read = reading.get();
        depth--;
        return read;
    }

    // ---- words

    void note(Object word, int offset) {
        words.putIfAbsent(String.valueOf(word), offset);
    }

    Map<String, Integer> words() {
        return words;
    }

    /** Notes other words from now on. */
    Map<String, Integer> words(Map<String, Integer> other) {
        Map<String, Integer> before = words;
        words = other;
        return before;
    }

    void note(Map<String, Integer> others) {
        others.forEach(words::putIfAbsent);
    }
}
