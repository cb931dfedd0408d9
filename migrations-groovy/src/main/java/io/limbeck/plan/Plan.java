package io.limbeck.plan;

import io.limbeck.call.Site;
import io.limbeck.error.Place;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import io.limbeck.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a run would do, statement by statement; nothing of it has been done.
 *
 * @param preparation what comes first, such as making the version table
 * @param steps one for each revision, in order
 * @param headsBefore the applied heads before
 * @param headsAfter the applied heads after
 * @param warnings what is worth knowing though nothing is wrong
 */
public record Plan(
        Direction direction,
        List<Statement> preparation,
        List<Step> steps,
        Set<String> headsBefore,
        Set<String> headsAfter,
        boolean oneTransaction,
        List<String> warnings) {

    public Plan {
        preparation = List.copyOf(preparation);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** The same plan with more warnings before its own. */
    public Plan warning(List<String> more) {
        List<String> all = Stream.concat(more.stream(), warnings.stream()).toList();
        return new Plan(direction, preparation, steps, headsBefore, headsAfter, oneTransaction, all);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty() && preparation.isEmpty();
    }

    /** Everything that is sent or written, in order. */
    public Stream<Statement> statements() {
        Stream<Statement> inner = Stream.concat(
                preparation.stream(),
                steps.stream().flatMap(step -> step.parts().stream()).map(Part::statement));
        return oneTransaction
                ? Stream.concat(
                        Stream.of(new Statement.Begin()), Stream.concat(inner, Stream.of(new Statement.Commit())))
                : inner;
    }

    /**
     * One revision's part of the plan.
     *
     * @param size how many statements the revision has of its own
     */
    public record Step(Revision revision, Direction direction, List<Part> parts, int size) {

        public Step {
            parts = List.copyOf(parts);
        }

        /** How many of its statements an earlier run has done, so that they are not among the parts. */
        public int doneBefore() {
            return size
                    - (int) parts.stream()
                            .filter(part -> part.site().isPresent())
                            .count();
        }
    }

    /**
     * A statement, and where in a script it was asked for; empty for the version table's own.
     *
     * @param onFailure what takes down that the statement was refused, so that nobody needs to ask later how it went
     */
    public record Part(Statement statement, Optional<Site> site, Optional<Statement> onFailure) {

        /** The place that asked for it. */
        public Optional<Place> origin() {
            return site.map(Site::place);
        }

        static Part own(Statement statement) {
            return new Part(statement, Optional.empty(), Optional.empty());
        }
    }
}
