package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.operation.Irreversible;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Movement;
import io.limbeck.revision.Replacements;
import io.limbeck.revision.Revision;
import io.limbeck.revision.Stamping;
import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.script.ScriptFile;
import io.limbeck.script.ScriptRecorder;
import io.limbeck.script.StatementText;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes plans: records, replays, checks and renders, and tells everything that is wrong at once. */
public final class Planner {

    /** What a dialect says when it needs facts that nobody knows, be it for a mistake further up. */
    private static final String UNKNOWN = "unknown-column";

    /** Says to people what the statements do that look for where the database stands. */
    private static final String STOP = "stop here unless the database stands where this script starts";

    private static final String IRREVERSIBLE = "irreversible";

    private final History history;
    private final Supplier<ScriptRecorder> recorders;
    private final Dialect dialect;
    private final VersionRows rows;
    private final Framing framing;
    private final Live live;
    private ScriptRecorder recorder;

    /**
     * What a database says of itself.
     *
     * @param tables looks up tables that only raw SQL can have made
     * @param parts says whether a part of the schema is there
     * @param remains answers what drops the remains of a broken off alteration of a table
     */
    public record Live(
            Function<Name, Optional<Table>> tables,
            Function<Part, Part.Presence> parts,
            Function<Name, List<String>> remains) {

        /** No database is at hand. */
        public static final Live NONE =
                new Live(table -> Optional.empty(), part -> Part.Presence.UNKNOWN, table -> List.of());
    }

    /**
     * @param recorders asked for one when there is something to record
     */
    public Planner(
            History history,
            Supplier<ScriptRecorder> recorders,
            Dialect dialect,
            VersionRows rows,
            Framing framing,
            Live live) {
        this.history = history;
        this.recorders = recorders;
        this.dialect = dialect;
        this.rows = rows;
        this.framing = framing;
        this.live = live;
    }

    /**
     * The way up.
     *
     * @param repeated the checksums of the repeatable scripts that have run, by name
     * @param begun what the version table says of the revisions that an earlier run began and did not end
     * @throws LimbeckException with every problem of every script on the way
     */
    public Plan upgrade(Movement movement, Map<String, String> repeated, Map<String, Begun> begun, TableState table) {
        List<ScriptFile> repeatables = movement.headsAfter().equals(headsOfAll()) ? due(repeated) : List.of();
        if (movement.isEmpty() && repeatables.isEmpty()) {
            return nothing(Direction.UPGRADE, movement.headsBefore());
        }
        return oneByOne(() -> upgrade(movement, repeatables, begun, table));
    }

    private Plan upgrade(Movement movement, List<ScriptFile> repeatables, Map<String, Begun> begun, TableState table) {
        Replay replay = new Replay(recorder(), live.tables());
        Rendering rendering = new Rendering(dialect, framing);
        Resumption resumption = resumption(begun, rendering);
        recorder.expect(Stream.concat(
                        history.graph().inOrder(movement.before()).stream()
                                .flatMap(id -> history.graph().find(id).stream()),
                        movement.steps().stream())
                .map(history::script)
                .toList());
        Schema state = replayed(replay, movement.before());
        List<Plan.Step> steps = new ArrayList<>();
        for (Revision revision : movement.steps()) {
            ScriptFile file = history.script(revision);
            Replay.Folded folded = replay.upgrade(file, state, resumption.isBegun(revision));
            state = folded.after();
            steps.add(step(revision, Direction.UPGRADE, file, rendering.up(folded.operations()), resumption));
        }
        for (ScriptFile file : repeatables) {
            Replay.Folded folded = replay.upgrade(file, state, false);
            state = folded.after();
            List<Assembly.Piece> pieces = rendering.up(folded.operations());
            steps.add(assembly()
                    .step(
                            History.asRevision(file),
                            Direction.UPGRADE,
                            file.checksum(),
                            pieces,
                            journal(pieces, file),
                            table.mayHoldRows(),
                            Resumption.Start.FRESH));
        }
        requireSound(replay, rendering);
        return plan(
                Direction.UPGRADE,
                creation(table),
                steps,
                movement.headsBefore(),
                movement.headsAfter(),
                rendering.warnings());
    }

    /**
     * The way down, by the scripts' own downgrade blocks or by what is derived from their upgrades.
     *
     * @param begun what the version table says of the revisions that an earlier run began and did not end
     * @throws LimbeckException with every problem, such as each operation that cannot be undone
     */
    public Plan downgrade(Movement movement, Map<String, Begun> begun) {
        if (movement.isEmpty()) {
            return nothing(Direction.DOWNGRADE, movement.headsBefore());
        }
        Replay replay = replay();
        Rendering rendering = new Rendering(dialect, framing);
        List<Problem> obstacles = new ArrayList<>();
        Schema state = replayed(replay, movement.after());
        List<Replay.Folded> upgrades = new ArrayList<>();
        List<Revision> ascending = new ArrayList<>(movement.steps());
        java.util.Collections.reverse(ascending);
        for (Revision revision : ascending) {
            Replay.Folded folded = replay.history(history.script(revision), state);
            upgrades.add(0, folded);
            state = folded.after();
        }
        Resumption resumption = resumption(begun, rendering);
        List<Plan.Step> steps = new ArrayList<>();
        for (int i = 0; i < movement.steps().size(); i++) {
            Revision revision = movement.steps().get(i);
            ScriptFile file = history.script(revision);
            boolean resumed = resumption.isBegun(revision);
            List<Replay.Applied> operations;
            if (file.hasDowngrade()) {
                operations =
                        replay.downgrade(file, upgrades.get(i).after(), resumed).operations();
            } else {
                Inversion.Derived derived = Inversion.of(upgrades.get(i));
                obstacles.addAll(derived.obstacles());
                operations = replay.derived(
                                derived.operations(), upgrades.get(i).after(), resumed)
                        .operations();
            }
            steps.add(step(revision, Direction.DOWNGRADE, file, rendering.down(operations), resumption));
        }
        rendering.problems().addAll(obstacles);
        requireSound(replay, rendering);
        return plan(
                Direction.DOWNGRADE,
                List.of(),
                steps,
                movement.headsBefore(),
                movement.headsAfter(),
                rendering.warnings());
    }

    /**
     * The schema state that revisions lead to, as far as the history tells.
     *
     * @param applied the revisions, those first that others stand on
     * @param repeatables the scripts that run behind them
     * @throws LimbeckException with every problem of every script among them
     */
    public Schema schema(List<String> applied, Collection<ScriptFile> repeatables) {
        return oneByOne(() -> {
            Replay replay = new Replay(recorder(), live.tables());
            Schema state = replayed(replay, applied);
            for (ScriptFile file : repeatables) {
                state = replay.history(file, state).after();
            }
            requireSound(replay, new Rendering(dialect, framing));
            return state;
        });
    }

    /**
     * The moves of version rows alone.
     *
     * @param leftovers the keys of further rows that go, such as that of a revision which has only begun
     */
    public Plan stamp(Stamping stamping, List<String> leftovers, TableState table) {
        if (stamping.isEmpty() && leftovers.isEmpty()) {
            return nothing(Direction.STAMP, stamping.headsBefore());
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

    /**
     * A revision that an earlier run began and did not end.
     *
     * @param applied the revisions that are applied in full
     * @throws LimbeckException with what is wrong with its script
     */
    public HalfWay halfWay(Revision revision, Direction direction, List<String> applied) {
        Replay replay = replay();
        Rendering rendering = new Rendering(dialect, framing);
        ScriptFile file = history.script(revision);
        Schema before = replayed(
                replay, applied.stream().filter(id -> !id.equals(revision.id())).toList());
        Replay.Folded upgrade = replay.history(file, before);
        Replay.Folded folded = upgrade;
        if (direction == Direction.DOWNGRADE) {
            folded = file.hasDowngrade()
                    ? replay.downgrade(file, upgrade.after(), true)
                    : replay.derived(Inversion.of(upgrade).operations(), upgrade.after(), true);
        }
        List<Rendering.Group> groups = rendering.groups(folded.operations().stream()
                .filter(each -> !(each.operation() instanceof Irreversible))
                .toList());
        List<Assembly.Piece> pieces =
                groups.stream().flatMap(group -> group.pieces().stream()).toList();
        int size = direction == Direction.UPGRADE
                ? pieces.size()
                : rendering.up(upgrade.operations()).size();
        requireSound(replay, rendering);
        return new HalfWay(revision, direction, groups, size, journal(pieces, file));
    }

    /** What mends the version table and takes back what is half-way. */
    public Repairs repairs() {
        return new Repairs(rows, dialect, live, replay(), framing, this::facts);
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

    private List<Statement> creation(TableState table) {
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

    private VersionRows.RowFacts facts(Revision revision) {
        return new VersionRows.RowFacts(
                revision.id(),
                revision.message(),
                revision.script(),
                history.script(revision).fingerprint());
    }

    /**
     * What is wrong with the whole history on this dialect, and which of its revisions cannot be undone.
     *
     * @throws LimbeckException with every problem of every script
     */
    public List<Problem> irreversible() {
        Replay replay = replay();
        Rendering rendering = new Rendering(dialect, framing);
        List<Problem> obstacles = new ArrayList<>();
        Schema state = Schema.EMPTY;
        for (Revision revision : history.graph().revisions()) {
            ScriptFile file = history.script(revision);
            Replay.Folded folded = replay.history(file, state);
            rendering.up(folded.operations());
            if (file.hasDowngrade()) {
                Rendering down = new Rendering(dialect, framing);
                down.down(replay.downgrade(file, folded.after(), false).operations());
                for (Problem problem : down.problems()) {
                    (problem.code().equals(IRREVERSIBLE) ? obstacles : rendering.problems()).add(problem);
                }
            } else {
                obstacles.addAll(Inversion.of(folded).obstacles());
            }
            state = folded.after();
        }
        for (ScriptFile file : history.repeatables()) {
            rendering.up(replay.history(file, state).operations());
        }
        rendering.problems().removeIf(problem -> problem.code().equals(UNKNOWN));
        requireSound(replay, rendering);
        return ordered(obstacles);
    }

    /** The state that applied revisions have made; what no script declares is passed over. */
    private Schema replayed(Replay replay, List<String> applied) {
        Schema state = Schema.EMPTY;
        for (String id : history.graph().inOrder(applied)) {
            Optional<Revision> revision = history.graph().find(id);
            if (revision.isPresent()) {
                ScriptFile file = history.script(revision.get());
                state = replay.history(file, state).after();
                file.release();
            }
        }
        return state;
    }

    static void requireSound(Replay replay, Rendering rendering) {
        boolean clear = replay.problems().isEmpty();
        List<Problem> problems = Stream.concat(
                        replay.problems().stream(),
                        rendering.problems().stream()
                                .filter(problem -> clear || !problem.code().equals(UNKNOWN)))
                .distinct()
                .toList();
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(ordered(problems));
        }
    }

    /** The problems of each script from top to bottom, the scripts in the order of their first problems. */
    private static List<Problem> ordered(List<Problem> problems) {
        List<String> scripts = problems.stream().map(Planner::script).distinct().toList();
        return problems.stream()
                .sorted(Comparator.<Problem>comparingInt(problem -> scripts.indexOf(script(problem)))
                        .thenComparingInt(
                                problem -> problem.place().map(Place::line).orElse(0))
                        .thenComparingInt(
                                problem -> problem.place().map(Place::column).orElse(0)))
                .toList();
    }

    private static String script(Problem problem) {
        return problem.place().map(Place::source).orElse("");
    }

    private Set<String> headsOfAll() {
        Set<String> ids = new HashSet<>();
        for (Revision head : history.graph().heads()) {
            ids.add(head.id());
        }
        return ids;
    }

    /** The repeatable scripts that say something else than when they ran, or have not run. */
    private List<ScriptFile> due(Map<String, String> repeated) {
        List<ScriptFile> due = new ArrayList<>();
        for (ScriptFile file : history.repeatables()) {
            if (!file.checksum().equals(repeated.get(file.header().id().text()))) {
                due.add(file);
            }
        }
        return due;
    }

    /**
     * Has each script read when the work gets to it, so that they never lie all about in pieces.
     *
     * @throws LimbeckException as the work does; but with what is wrong in the text of any script, if there is such
     */
    private <T> T oneByOne(Supplier<T> work) {
        try {
            return work.get();
        } finally {
            history.readAll();
        }
    }

    private Replay replay() {
        history.readAll();
        return new Replay(recorder(), live.tables());
    }

    private ScriptRecorder recorder() {
        if (recorder == null) {
            recorder = recorders.get();
        }
        return recorder;
    }

    private Plan.Step step(
            Revision revision,
            Direction direction,
            ScriptFile file,
            List<Assembly.Piece> pieces,
            Resumption resumption) {
        Journal journal = journal(pieces, file);
        Resumption.Start start = resumption.start(revision, pieces, journal);
        Plan.Step step = assembly().step(revision, direction, file.fingerprint(), pieces, journal, false, start);
        file.release();
        return step;
    }

    private Resumption resumption(Map<String, Begun> begun, Rendering rendering) {
        return new Resumption(dialect, live.parts()::apply, live.remains(), begun, rendering.problems());
    }

    private static Journal journal(List<Assembly.Piece> pieces, ScriptFile file) {
        return new Journal(() -> pieces.stream()
                .map(piece -> StatementText.of(piece.statement(), piece.site().place(), file))
                .toList());
    }

    private Assembly assembly() {
        return new Assembly(rows, dialect.supports(Feature.TRANSACTIONAL_DDL), framing);
    }

    private Plan plan(
            Direction direction,
            List<Statement> preparation,
            List<Plan.Step> steps,
            Set<String> before,
            Set<String> after,
            List<String> warnings) {
        boolean one = framing == Framing.ALL && dialect.supports(Feature.TRANSACTIONAL_DDL);
        return new Plan(direction, preparation, steps, before, after, one, warnings);
    }

    private static Plan nothing(Direction direction, Set<String> heads) {
        return new Plan(direction, List.of(), List.of(), heads, heads, false, List.of());
    }
}
