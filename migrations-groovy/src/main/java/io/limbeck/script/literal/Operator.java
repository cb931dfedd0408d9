package io.limbeck.script.literal;

import java.util.Map;

/** An operator between two values, both of which are always computed. */
enum Operator {
    TIMES(6),
    DIVIDE(6),
    REMAINDER(6),
    PLUS(5),
    MINUS(5),
    APPEND(4),
    UP_TO(4),
    UP_TO_BEFORE(4),
    LESS(3),
    LESS_OR_EQUAL(3),
    GREATER(3),
    GREATER_OR_EQUAL(3),
    IN(3),
    NOT_IN(3),
    EQUAL(2),
    UNEQUAL(2),
    SEARCH(1),
    MATCH(1);

    static final int STRONGEST = 7;

    private static final Map<String, Operator> BY_SYMBOL = Map.ofEntries(
            Map.entry("*", TIMES),
            Map.entry("/", DIVIDE),
            Map.entry("%", REMAINDER),
            Map.entry("+", PLUS),
            Map.entry("-", MINUS),
            Map.entry("..", UP_TO),
            Map.entry("..<", UP_TO_BEFORE),
            Map.entry("<", LESS),
            Map.entry("<=", LESS_OR_EQUAL),
            Map.entry(">", GREATER),
            Map.entry(">=", GREATER_OR_EQUAL),
            Map.entry("in", IN),
            Map.entry("==", EQUAL),
            Map.entry("!=", UNEQUAL),
            Map.entry("=~", SEARCH),
            Map.entry("==~", MATCH));

    /** How much closer it binds than others. */
    final int strength;

    Operator(int strength) {
        this.strength = strength;
    }

    /** The operator of a symbol, or null. */
    static Operator of(String symbol) {
        return BY_SYMBOL.get(symbol);
    }
}
