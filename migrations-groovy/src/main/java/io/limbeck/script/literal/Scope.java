package io.limbeck.script.literal;

import io.limbeck.dsl.HearingScript.Surroundings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What is known of a script where its reader stands: the variables, and the words of the statement. */
final class Scope {

    /** Deeper expressions are left to the compiler. */
    private static final int DEEPEST = 100;

    private static final String IT = "it";

    /**
     * A part of a script with variables of its own.
     *
     * @param outer what is around it, if its variables are known here
     * @param looping whether {@code continue} may stand here
     * @param leaving whether {@code break} may stand here
     * @param repeated whether it may be run more than once
     * @param answering whether {@code return} may have a value
     * @param receiver what else may be meant by a name, as inside of {@code with}, or null
     */
    record Level(
            Map<String, Variable> own,
            Level outer,
            boolean looping,
            boolean leaving,
            boolean repeated,
            boolean answering,
            Variable receiver) {}

    private final Surroundings about;
    /** The fields of the script, which its methods know too. */
    private final Level fields = new Level(new HashMap<>(), null, false, false, false, true, null);

    private Level level = new Level(new HashMap<>(), fields, false, false, false, true, null);
    private Map<String, Integer> words = new HashMap<>();
    private int depth;
    private boolean fieldsKnown;

    Scope(Surroundings about) {
        this.about = about;
    }

    // ---- variables

    /** The variable of that name, or null; inside of {@code with} a field may be meant, or what the receiver has. */
    Variable find(String name) {
        for (Level at = level; at != null; at = at.outer()) {
            Variable variable = at.own().get(name);
            if (variable != null && at == fields && level.receiver() != null) {
                throw new Declined();
            }
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
        level.own().put(name, variable);
        return variable;
    }

    /** The parameter of a closure that names none. */
    Variable it() {
        return put(IT, Typing.ANY, false);
    }

    /** What a word means everywhere in a script, or nothing. */
    Optional<Object> known(String name) {
        return switch (name) {
            case "dialect" -> Optional.of(about.dialect());
            case "offline" -> Optional.of(about.offline());
            case "x" -> Optional.of(about.x());
            default -> Optional.empty();
        };
    }

    // ---- levels; each way in answers the level to come back to

    /** Into what has variables of its own, such as a branch. */
    Level enter() {
        return enter(level, level.looping(), level.leaving(), level.repeated(), level.answering(), level.receiver());
    }

    /** Into a loop, which may be left before its end. */
    Level enterLoop() {
        return enter(level, true, true, true, level.answering(), level.receiver());
    }

    /** Into a case of a {@code switch}, which may be left but not gone on with. */
    Level enterCase() {
        return enter(level, level.looping(), true, level.repeated(), level.answering(), level.receiver());
    }

    /** Into a block that is run once. */
    Level enterBlock() {
        return enter(level, false, false, level.repeated(), level.answering(), null);
    }

    /** Into a closure, which may be run more than once. */
    Level enterClosure() {
        return enter(level, false, false, true, true, level.receiver());
    }

    /** Into a closure that is handed to {@code with}. */
    Level enterClosureOf(Variable receiver) {
        return enter(level, false, false, true, true, receiver);
    }

    /** Notes that {@code @Field} may be said without its package from here on. */
    void importField() {
        fieldsKnown = true;
    }

    /** To where fields are declared. */
    Level enterFields() {
        if (!fieldsKnown) {
            throw new Declined();
        }
        Level before = level;
        level = fields;
        return before;
    }

    /**
     * Into a method, which knows no variables but its own.
     *
     * @param answers whether it is not {@code void}
     */
    Level enterMethod(boolean answers) {
        return enter(fields, false, false, true, answers, null);
    }

    private Level enter(
            Level known, boolean looping, boolean leaving, boolean repeated, boolean answering, Variable receiver) {
        Level before = level;
        level = new Level(new HashMap<>(), known, looping, leaving, repeated, answering, receiver);
        return before;
    }

    void back(Level outer) {
        level = outer;
    }

    /** Whether {@code return} may have a value. */
    boolean isAnswering() {
        return level.answering();
    }

    /** What else may be meant by a name that stands here, or null. */
    Variable receiver() {
        return level.receiver();
    }

    /** Whether {@code continue} may stand here. */
    boolean isLoop() {
        return level.looping();
    }

    /** Whether {@code break} may stand here. */
    boolean isLeft() {
        return level.leaving();
    }

    /** Whether what stands here is run once at most, so that a closure sees one value of each variable. */
    boolean isOnce() {
        return !level.repeated();
    }

    /** Notes that something in something begins, which may not go on for ever. */
    void descend() {
        if (++depth > DEEPEST) {
            throw new Declined();
        }
    }

    void ascend() {
        depth--;
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
        for (Map.Entry<String, Integer> other : others.entrySet()) {
            words.putIfAbsent(other.getKey(), other.getValue());
        }
    }
}
