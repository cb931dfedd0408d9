package io.limbeck.plan;

import io.limbeck.dialect.Dialect;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.operation.Irreversible;
import io.limbeck.revision.Direction;
import io.limbeck.revision.Movement;
import io.limbeck.revision.Revision;
import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.script.ScriptFile;
import io.limbeck.script.ScriptRecorder;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Makes plans: records, replays, checks and renders, and tells everything that is wrong at once. */
public final class Planner {

    private static final String IRREVERSIBLE = "irreversible";

    private final History history;
    private final Supplier<ScriptRecorder> recorders;
    private final Dialect dialect;
    private final VersionRows rows;
    private final Framing framing;
    private final Live live;
    private final VersionMoves moves;
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
        this.moves = new VersionMoves(history, rows, dialect, framing);
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
            return Plan.nothing(Direction.UPGRADE, movement.headsBefore());
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
            steps.add(step(revision, Way.UP, file, rendering.up(folded.operations()), resumption));
        }
        for (ScriptFile file : repeatables) {
            Replay.Folded folded = replay.upgrade(file, state, false);
            state = folded.after();
            List<Assembly.Piece> pieces = rendering.up(folded.operations());
            steps.add(assembly()
                    .step(
                            History.asRevision(file),
                            Way.UP,
                            file.checksum(),
                            pieces,
                            Journal.of(pieces, file),
                            table.mayHoldRows(),
                            Resumption.Start.FRESH));
        }
        Soundness.require(replay, rendering);
        return plan(
                Direction.UPGRADE,
                moves.creation(table),
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
            return Plan.nothing(Direction.DOWNGRADE, movement.headsBefore());
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
            steps.add(step(revision, Way.DOWN, file, rendering.down(operations), resumption));
        }
        rendering.problems().addAll(obstacles);
        Soundness.require(replay, rendering);
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
            Soundness.require(replay, new Rendering(dialect, framing));
            return state;
        });
    }

    /**
     * A revision that an earlier run began and did not end.
     *
     * @param begun what the version table says of it
     * @param applied the revisions that are applied in full
     * @throws LimbeckException with what is wrong with its script
     */
    public HalfWay halfWay(Revision revision, Way way, Begun begun, List<String> applied) {
        Replay replay = replay();
        Rendering rendering = new Rendering(dialect, framing);
        ScriptFile file = history.script(revision);
        Schema before = replayed(
                replay, applied.stream().filter(id -> !id.equals(revision.id())).toList());
        Replay.Folded upgrade = replay.history(file, before);
        Replay.Folded folded = upgrade;
        if (way == Way.DOWN) {
            folded = file.hasDowngrade()
                    ? replay.downgrade(file, upgrade.after(), true)
                    : replay.derived(Inversion.of(upgrade).operations(), upgrade.after(), true);
        }
        List<Rendering.Group> groups = rendering.groups(folded.operations().stream()
                .filter(each -> !(each.operation() instanceof Irreversible))
                .toList());
        int size = way == Way.DOWN
                ? rendering.up(upgrade.operations()).size()
                : groups.stream().mapToInt(group -> group.pieces().size()).sum();
        Soundness.require(replay, rendering);
        HalfWay half = HalfWay.of(revision, file, way == Way.DOWN ? way : Way.UP, groups, size);
        if (way == Way.UNDO) {
            half = half.undoing(undone(revision, half, begun), new Undoing(replay, rendering));
            Soundness.require(replay, rendering);
        }
        return half;
    }

    private static int undone(Revision revision, HalfWay half, Begun begun) {
        int done = begun.undone()
                .orElseThrow(() -> LimbeckException.setup(Problem.of(
                        "version-row",
                        "the version table says that '" + revision.id()
                                + "' is being undone, but not how much of it was done",
                        "Somebody has edited the row. Put it right by hand, such as with 'applied' and no journal.")));
        return Math.min(done, half.statements().size());
    }

    /** What concerns version rows alone. */
    public VersionMoves moves() {
        return moves;
    }

    /** What mends the version table and takes back what is half-way. */
    public Repairs repairs() {
        return new Repairs(rows, dialect, live, replay(), framing, moves::facts);
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
        rendering.problems().removeIf(problem -> problem.code().equals(Soundness.UNKNOWN));
        Soundness.require(replay, rendering);
        return Soundness.ordered(obstacles);
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
            Revision revision, Way way, ScriptFile file, List<Assembly.Piece> pieces, Resumption resumption) {
        Journal journal = Journal.of(pieces, file);
        Resumption.Start start = resumption.start(revision, pieces, journal);
        Plan.Step step = assembly().step(revision, way, file.fingerprint(), pieces, journal, false, start);
        file.release();
        return step;
    }

    private Resumption resumption(Map<String, Begun> begun, Rendering rendering) {
        return new Resumption(dialect, live.parts()::apply, live.remains(), begun, rendering.problems());
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
}
