package io.limbeck.autogenerate;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.List;

/** Operations that are put one behind the other, with the state that they have led to so far. */
final class Building {

    private final List<Proposal> proposals = new ArrayList<>();
    private Schema state;

    Building(Schema state) {
        this.state = state;
    }

    Schema state() {
        return state;
    }

    List<Proposal> proposals() {
        return proposals;
    }

    void add(Operation operation, String... remarks) {
        add(new Proposal(operation, List.of(remarks)));
    }

    void add(Proposal proposal) {
        try {
            Operation operation = proposal.operation().resolved(state);
            state = operation.apply(state);
            proposals.add(new Proposal(operation, proposal.remarks()));
        } catch (Refusal refusal) {
            throw LimbeckException.migration(Problem.of(
                    "no-way-there",
                    "the difference cannot be written: " + refusal.fact() + ", when it comes to\n"
                            + proposal.operation().script(),
                    refusal.remedy()));
        }
    }
}
