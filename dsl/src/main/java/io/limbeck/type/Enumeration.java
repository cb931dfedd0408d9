package io.limbeck.type;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** One of a fixed list of words; a native type where the database has one. */
public record Enumeration(String name, List<String> values) implements Type {

    public Enumeration {
        values = List.copyOf(values);
    }

    /** The enumeration that a type is wherever nothing else is said, if it is one. */
    public static Optional<Enumeration> of(Type type) {
        Type usual = type instanceof PerDialect varying ? varying.usual() : type;
        return usual instanceof Enumeration enumeration ? Optional.of(enumeration) : Optional.empty();
    }

    /** The length of the longest word, for dialects that keep it in a varchar. */
    public int longest() {
        return values.stream().mapToInt(String::length).max().orElse(1);
    }

    @Override
    public String script() {
        return "enumeration(" + Literal.quoted(name) + ", "
                + values.stream().map(Literal::quoted).collect(Collectors.joining(", ", "[", "]")) + ")";
    }
}
