package io.limbeck.script.literal;

import java.util.List;
import java.util.Map;

/** A piece of a script that was read. */
sealed interface Node {

    /** A literal: a string, number, boolean or null. */
    record Constant(Object value) implements Node {}

    /** {@code [a, b]} */
    record Items(List<Node> items) implements Node {}

    /** {@code [a: 1]} */
    record Entries(Map<String, Node> entries) implements Node {}

    /** A word that stands for a value, such as {@code bigint}. */
    record Word(String name) implements Node {}

    /** A word with arguments, such as {@code varchar(255)}. */
    record Function(String name, List<Node> positional, Map<String, Node> named) implements Node {}

    /** {@code type.on(dialect: other)} */
    record Varying(Node usual, Map<String, Node> others) implements Node {}

    /**
     * A statement.
     *
     * @param offset of its first character
     * @param words the offsets of its words, for messages
     * @param block the statements in its braces, or null where it has none
     */
    record Statement(
            String verb,
            int offset,
            List<Node> positional,
            Map<String, Node> named,
            List<Statement> block,
            Map<String, Integer> words)
            implements Node {}
}
