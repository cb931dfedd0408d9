package io.limbeck.script.literal;

import java.util.List;

/** The statements between braces. */
record Body(List<Step> steps) {

    Step.Outcome run(Run run) {
        run.result(null);
        for (Step step : steps) {
            run.count();
            Step.Outcome outcome = step.run(run);
            if (outcome != Step.Outcome.ON) {
                return outcome;
            }
        }
        return Step.Outcome.ON;
    }
}
