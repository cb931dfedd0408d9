package io.limbeck.operation;

import java.util.List;
import java.util.Optional;

/**
 * What undoes an operation, or why nothing can.
 *
 * @param operations in the order they are to run
 * @param obstacle why it cannot be undone, one sentence without a full stop
 */
public record Reversal(List<Operation> operations, Optional<String> obstacle) {

    public Reversal {
        operations = List.copyOf(operations);
    }

    public static Reversal by(Operation... operations) {
        return by(List.of(operations));
    }

    public static Reversal by(List<? extends Operation> operations) {
        return new Reversal(List.copyOf(operations), Optional.empty());
    }

    /** Nothing needs to be done. */
    public static Reversal nothing() {
        return by(List.of());
    }

    public static Reversal impossible(String obstacle) {
        return new Reversal(List.of(), Optional.of(obstacle));
    }
}
