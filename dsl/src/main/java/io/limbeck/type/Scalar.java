package io.limbeck.type;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A type with at most two numbers, such as {@code varchar(255)} or {@code decimal(12, 2)}.
 *
 * @param parameters length, precision or precision and scale; empty where the script says none
 */
public record Scalar(Kind kind, List<Integer> parameters) implements Type {

    public Scalar {
        parameters = List.copyOf(parameters);
    }

    public static Scalar of(Kind kind, Integer... parameters) {
        return new Scalar(kind, List.of(parameters));
    }

    @Override
    public String script() {
        return parameters.isEmpty()
                ? kind.word()
                : kind.word() + parameters.stream().map(String::valueOf).collect(Collectors.joining(", ", "(", ")"));
    }
}
