package io.limbeck.script.literal;

import java.util.List;
import java.util.Map;

/** A piece of a script that was read. */
sealed interface Node {

    /** What has its value already: a literal, a type, or a list or a map of such. */
    record Constant(Object value) implements Node {}

    /** {@code [a, b]} */
    record Items(List<Node> items) implements Node {}

    /** {@code [a: 1]} */
    record Entries(Map<String, Node> entries) implements Node {}

    /** A word with arguments of which one is no constant, or which it refuses. */
    record Function(String name, List<Node> positional, Map<String, Node> named) implements Node {}

    /** {@code type.on(dialect: other)} */
    record Varying(Node usual, Map<String, Node> others) implements Node {}

    /**
     * A statement.
     *
     * @param offset of its first character
     * @param end the offset behind its last argument
     * @param words the offsets of its words, or null where they are to be found in its text
     * @param block the statements in its braces, or null where it has none
     */
    record Statement(
            String verb,
            int offset,
            int end,
            Map<String, Integer> words,
            List<Node> positional,
            Map<String, Node> named,
            List<Statement> block)
            implements Node {}
}
