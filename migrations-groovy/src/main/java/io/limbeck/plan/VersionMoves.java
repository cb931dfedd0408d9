package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Replacements;
import io.limbeck.revision.Revision;
import io.limbeck.revision.Stamping;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Plans that move version rows alone, and what plans do to the version table besides their revisions. */
public final class VersionMoves {

    /** Says to people what the statements do that look for where the database stands. */
    private static final String STOP = "stop here unless the database stands where this script starts";

    private final History history;
    private final VersionRows rows;
    private final Dialect dialect;
    private final Framing framing;

    VersionMoves(History history, VersionRows rows, Dialect dialect, Framing framing) {
        this.history = history;
        this.rows = rows;
        this.dialect = dialect;
        this.framing = framing;
    }

    /**
     * Says that revisions are applied, or are not, without doing anything for it.
     *
     * @param leftovers the keys of further rows that go, such as that of a revision which has only begun
     */
    public Plan stamp(Stamping stamping, List<String> leftovers, TableState table) {
        if (stamping.isEmpty() && leftovers.isEmpty()) {
            return Plan.nothing(Direction.STAMP, stamping.headsBefore());
        }
        List<Statement> preparation = new ArrayList<>(creation(table));
        preparation.add(new Statement.Remark("stamp " + String.join(", ", stamping.headsAfter())));
        Stream.concat(stamping.delete().stream(), leftovers.stream()).forEach(id -> preparation.add(rows.delete(id)));
        List<Plan.Step> steps = new ArrayList<>();
        for (Revision revision : stamping.insert()) {
            steps.add(new Plan.Step(
                    revision,
                    Direction.STAMP,
                    List.of(Plan.Part.own(
                            rows.applied(facts(revision), 0),
                            new Due(Due.State.ABSENT, List.of(revision.id()), 0, ""))),
                    0));
        }
        return new Plan(
                Direction.STAMP,
                preparation,
                steps,
                stamping.headsBefore(),
                stamping.headsAfter(),
                framing != Framing.NONE && framing != Framing.JOINED && dialect.supports(Feature.TRANSACTIONAL_DDL),
                List.of());
    }

    /** Puts before a plan what makes a replacement's own row of those that stand for it; the new row comes first. */
    public Plan adopting(Plan plan) {
        Replacements.View view = history.view();
        if (plan.isEmpty() || view.standing().isEmpty()) {
            return plan;
        }
        List<Plan.Step> steps = new ArrayList<>();
        view.standing().forEach((id, stands) -> {
            Revision revision = history.graph().find(id).orElseThrow();
            List<Plan.Part> parts = new ArrayList<>();
            if (!view.present().contains(id)) {
                parts.add(Plan.Part.own(rows.applied(facts(revision), 0)));
            }
            stands.forEach(row -> parts.add(Plan.Part.own(rows.delete(row))));
            steps.add(new Plan.Step(revision, Direction.STAMP, parts, 0));
        });
        List<Statement> preparation = new ArrayList<>();
        if (plan.direction() == Direction.STAMP) {
            steps.forEach(step -> step.parts().forEach(part -> preparation.add(part.statement())));
            steps.clear();
        }
        preparation.addAll(plan.preparation());
        steps.addAll(plan.steps());
        return new Plan(
                plan.direction(),
                preparation,
                steps,
                plan.headsBefore(),
                plan.headsAfter(),
                plan.oneTransaction(),
                plan.warnings());
    }

    /** What makes the version table where it is missing. */
    List<Statement> creation(TableState table) {
        return table.mayBeMissing() ? rows.create(table.mayBeThere()) : List.of();
    }

    /**
     * Has a plan fail before its first change where the version table does not say what the plan starts from.
     *
     * @param applied how many revisions are applied before; empty where others may be applied too
     */
    public Plan asserting(Plan plan, OptionalInt applied) {
        if (plan.isEmpty()) {
            return plan;
        }
        boolean whole = plan.parts()
                .flatMap(part -> part.due().stream())
                .noneMatch(due -> due.state() == Due.State.RUNNING || due.state() == Due.State.REVERTING);
        boolean anywhere = applied.isEmpty() && plan.direction() == Direction.DOWNGRADE;
        List<Statement> assertion = rows.assertion(anywhere ? Set.of() : plan.headsBefore(), applied, whole);
        int made = (int) plan.preparation().stream()
                .takeWhile(Statement.Sql.class::isInstance)
                .count();
        List<Statement> preparation = new ArrayList<>(plan.preparation().subList(0, made));
        if (!assertion.isEmpty()) {
            preparation.add(new Statement.Remark(STOP));
            preparation.addAll(assertion);
        }
        preparation.addAll(plan.preparation().subList(made, plan.preparation().size()));
        return plan.preparedBy(preparation);
    }

    /** What a row says of a revision. */
    VersionRows.RowFacts facts(Revision revision) {
        return new VersionRows.RowFacts(
                revision.id(),
                revision.message(),
                revision.script(),
                history.script(revision).fingerprint());
    }
}
