package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Schema;
import java.util.List;

/**
 * What leads from one schema state to another.
 *
 * @param proposals in an order that runs
 * @param notes what differs and no operation can change, a sentence each
 */
public record Difference(List<Proposal> proposals, List<String> notes) {

    public Difference {
        proposals = List.copyOf(proposals);
        notes = List.copyOf(notes);
    }

    /**
     * The difference as a dialect sees it: what its database cannot tell apart is the same.
     *
     * @param from what is there
     * @param to what is wanted
     * @throws io.limbeck.error.LimbeckException when no operations lead there
     */
    public static Difference between(Schema from, Schema to, Dialect dialect, Rules rules) {
        return new Comparison(dialect, rules).between(from, to);
    }

    /** The operations alone. */
    public List<Operation> operations() {
        return proposals.stream().map(Proposal::operation).toList();
    }

    /** The body of an upgrade block, in pieces: operations, with what must be known of them as comments above. */
    public List<String> script() {
        return DifferenceScript.of(this);
    }

    public boolean isEmpty() {
        return proposals.isEmpty() && notes.isEmpty();
    }
}
