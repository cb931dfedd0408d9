package io.limbeck.script.literal;

/**
 * A local variable or parameter.
 *
 * <p>It has one place for its value, since nothing that calls itself is run.
 */
final class Variable {

    private final Typing typing;
    private final boolean constant;
    private Object value;
    private Object home;

    Variable(Typing typing, boolean constant) {
        this.typing = typing;
        this.constant = constant;
    }

    /** Whether it is {@code final}. */
    boolean isConstant() {
        return constant;
    }

    Object value() {
        return value;
    }

    void declare(Object first, Run run) {
        value = typing.assigned(first);
        home = run.block();
    }

    /** Begins to be without a value, which primitive types never are. */
    void declareEmpty(Run run) {
        if (!typing.isEmptied()) {
            throw new Declined();
        }
        value = null;
        home = run.block();
    }

    void pass(Object argument, Run run) {
        value = typing.passed(argument);
        home = run.block();
    }

    /** A block may never run, or later than another, so that what is outside of it does not change within. */
    Object assign(Object other, Run run) {
        if (home != run.block()) {
            throw new Declined();
        }
        value = typing.assigned(other);
        return value;
    }
}
