package io.limbeck.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** A server's version, compared number by number; missing numbers count as 0. */
public record Version(List<Integer> numbers) implements Comparable<Version> {

    public Version {
        numbers = List.copyOf(numbers);
    }

    public static Version of(Integer... numbers) {
        return new Version(List.of(numbers));
    }

    /** The version in a text such as {@code 16} or {@code 8.0.31}; empty where it is none. */
    public static Optional<Version> parse(String text) {
        return text.matches("\\d{1,9}(\\.\\d{1,9})*")
                ? Optional.of(new Version(
                        Arrays.stream(text.split("\\.")).map(Integer::valueOf).toList()))
                : Optional.empty();
    }

    public boolean atLeast(Integer... wanted) {
        return compareTo(of(wanted)) >= 0;
    }

    @Override
    public int compareTo(Version other) {
        for (int i = 0; i < Math.max(numbers.size(), other.numbers.size()); i++) {
            int difference = Integer.compare(number(i), other.number(i));
            if (difference != 0) {
                return difference;
            }
        }
        return 0;
    }

    private int number(int position) {
        return position < numbers.size() ? numbers.get(position) : 0;
    }

    @Override
    public String toString() {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }
}
