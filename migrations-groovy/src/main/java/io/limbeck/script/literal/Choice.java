package io.limbeck.script.literal;

import java.util.List;

/** {@code switch (subject) { case label: … }} */
record Choice(Expression subject, List<Case> cases) implements Step {

    /**
     * Statements that are run from one of their labels on.
     *
     * @param labels among them null for {@code default}
     * @param leaves whether the next case is not run after this one
     */
    record Case(List<Expression> labels, Body body, boolean leaves) {

        private boolean fits(Object value, Run run) {
            for (Expression label : labels) {
                if (label == null || Operations.isCase(label.value(run), value, run)) {
                    return true;
                }
            }
            return false;
        }
    }

    /** {@code switch (subject) { case label -> value }} */
    record Value(Choice choice) implements Expression {
        @Override
        public Object value(Run run) {
            choice.run(run);
            return run.result();
        }
    }

    @Override
    public Outcome run(Run run) {
        Object value = subject.value(run);
        boolean found = false;
        run.result(null);
        for (Case each : cases) {
            found = found || each.fits(value, run);
            if (!found) {
                continue;
            }
            Outcome outcome = each.body().run(run);
            if (outcome == Outcome.BREAK) {
                run.result(null);
                return Outcome.ON;
            }
            if (outcome != Outcome.ON || each.leaves()) {
                return outcome;
            }
        }
        return Outcome.ON;
    }
}
