package io.limbeck.plan;

import io.limbeck.call.Site;
import io.limbeck.error.Place;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Revision;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
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

    private static final Pattern PLAIN =
            Pattern.compile("(?is)(?:create|alter|drop|comment|insert|update|delete)\\b(?!.*\\bset_config\\b).*");

    public Plan {
        preparation = List.copyOf(preparation);
        steps = List.copyOf(steps);
        warnings = List.copyOf(warnings);
    }

    /** Nothing to do. */
    static Plan nothing(Direction direction, Set<String> heads) {
        return new Plan(direction, List.of(), List.of(), heads, heads, false, List.of());
    }

    /** The same plan with more warnings before its own. */
    public Plan warning(List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(warnings);
        return new Plan(direction, preparation, steps, headsBefore, headsAfter, oneTransaction, all);
    }

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return steps.isEmpty() && preparation.isEmpty();
    }

    /** Everything that is sent or written, in order. */
    public Stream<Statement> statements() {
        return parts().map(Part::statement);
    }

    /** The same with what is known of each statement. */
    public Stream<Part> parts() {
        Stream<Part> inner = Stream.concat(
                preparation.stream().map(Part::own), steps.stream().flatMap(step -> step.parts().stream()));
        return oneTransaction
                ? Stream.of(
                                asides().stream().map(Part::own),
                                Stream.of(Part.own(new Statement.Begin())),
                                inner.filter(part -> !(part.statement() instanceof Statement.Aside)),
                                Stream.of(Part.own(new Statement.Commit())))
                        .flatMap(part -> part)
                : inner;
    }

    /** Whether something of it may make settings of its own in the session, or comes by the connection itself. */
    public boolean mayMakeSettings() {
        return statements()
                .anyMatch(statement -> statement instanceof Statement.Code
                        || statement instanceof Statement.Sql sql
                                && !PLAIN.matcher(sql.text()).matches());
    }

    /** The same with other statements before the steps. */
    Plan preparedBy(List<Statement> other) {
        return new Plan(direction, other, steps, headsBefore, headsAfter, oneTransaction, warnings);
    }

    /** The same without these statements before the steps, since they have been sent. */
    public Plan without(List<Statement> sent) {
        return preparedBy(preparation.stream()
                .filter(statement -> !sent.contains(statement))
                .toList());
    }

    /** What the steps want put aside, which one transaction around them all wants before it. */
    public List<Statement> asides() {
        return steps.stream()
                .flatMap(step -> step.parts().stream())
                .map(Part::statement)
                .filter(Statement.Aside.class::isInstance)
                .distinct()
                .toList();
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
     * A statement.
     *
     * @param site where in a script it was asked for; empty for the version table's own
     * @param due the state in which it makes sense; empty where it makes sense in any
     * @param onFailure what takes down that the statement was refused, so that nobody needs to ask later how it went
     */
    public record Part(Statement statement, Optional<Site> site, Optional<Due> due, Optional<Statement> onFailure) {

        /** The place that asked for it. */
        public Optional<Place> origin() {
            return site.map(Site::place);
        }

        /** A statement of the version table's own, or a transaction's end. */
        public static Part own(Statement statement) {
            return new Part(statement, Optional.empty(), Optional.empty(), Optional.empty());
        }

        static Part own(Statement statement, Due due) {
            return new Part(statement, Optional.empty(), Optional.of(due), Optional.empty());
        }
    }
}
