package io.limbeck.autogenerate;

import io.limbeck.operation.Operation;
import java.util.ArrayList;
import java.util.List;

/**
 * An operation that is to be written.
 *
 * @param remarks what the reader must know before it runs, a line each
 */
public record Proposal(Operation operation, List<String> remarks) {

    public Proposal {
        remarks = List.copyOf(remarks);
    }

    static Proposal of(Operation operation) {
        return new Proposal(operation, List.of());
    }

    Proposal remarking(List<String> more) {
        List<String> all = new ArrayList<>(remarks);
        all.addAll(more);
        return new Proposal(operation, all);
    }
}
