package io.limbeck;

import io.limbeck.autogenerate.Candidate;
import io.limbeck.autogenerate.Difference;
import io.limbeck.autogenerate.Rules;
import io.limbeck.dialect.Dialect;
import io.limbeck.environment.Session;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.inspect.Inspection;
import io.limbeck.plan.Framing;
import io.limbeck.plan.Planner;
import io.limbeck.revision.Revision;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import io.limbeck.script.ScriptFile;
import io.limbeck.script.SourceText;
import io.limbeck.target.SchemaFile;
import io.limbeck.target.SchemaJson;
import io.limbeck.target.TargetMetadata;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The schemas that can be compared, each worked out once: by the words {@code history target database}, or by a file. */
final class Schemas {

    /** What the scripts lead to. */
    static final String HISTORY = "history";

    /** What the target metadata asks for. */
    static final String TARGET = "target";

    /** What the database has. */
    static final String DATABASE = "database";

    private final Workspace workspace;
    private final Dialect dialect;
    private final Optional<Session> session;
    private final AppliedRows applied;
    private final Map<String, Schema> known = new HashMap<>();

    /**
     * @param session empty where no database is asked
     * @param applied what its version table says
     */
    Schemas(Workspace workspace, Dialect dialect, Optional<Session> session, AppliedRows applied) {
        this.workspace = workspace;
        this.dialect = dialect;
        this.session = session;
        this.applied = applied;
    }

    /** Whether a word means something that only a connection can tell. */
    static boolean needsDatabase(String word) {
        return word.equals(DATABASE);
    }

    Dialect dialect() {
        return dialect;
    }

    /**
     * The schema that a word means.
     *
     * @throws LimbeckException when there is none, with all that is wrong
     */
    Schema of(String word) {
        Schema found = known.get(word);
        if (found == null) {
            found = switch (word) {
                case HISTORY -> history();
                case TARGET -> target();
                case DATABASE -> database();
                default -> file(word);
            };
            known.put(word, found);
        }
        return found;
    }

    /** What leads from one to the other; what raw SQL of the history may have made is left out. */
    SchemaDifference difference(String from, String to) {
        return difference(from, of(from), to, of(to));
    }

    SchemaDifference difference(String from, Schema before, String to, Schema after) {
        Set<String> unknown = new TreeSet<>();
        Rules rules = workspace.rules(dialect);
        Rules telling = rules.includeObject(candidate -> {
            boolean foggy = candidate.counterpart().isEmpty() && isFoggy(candidate, before, after);
            if (foggy) {
                unknown.add(candidate.part().name());
            }
            return !foggy && rules.includeObject().test(candidate);
        });
        Difference difference = Difference.between(before, after, dialect, telling);
        return new SchemaDifference(from, to, before, difference, List.copyOf(unknown), dialect);
    }

    private static boolean isFoggy(Candidate candidate, Schema before, Schema after) {
        String name = candidate.part().name();
        return before.mayExist(name) || after.mayExist(name);
    }

    // ---- the sources

    private Schema history() {
        return planner()
                .schema(
                        ids(workspace.history().graph().revisions()),
                        workspace.history().repeatables());
    }

    /** What the scripts lead to that the database says it has. */
    Schema applied() {
        List<String> ids = workspace.history().graph().inOrder(applied.revisions());
        List<ScriptFile> repeated = workspace.history().repeatables().stream()
                .filter(file ->
                        applied.repeated().containsKey(file.header().id().text()))
                .toList();
        return planner().schema(ids, repeated);
    }

    /** The revisions that the version table has. */
    List<String> versions() {
        return applied.revisions();
    }

    /** The revisions that have not reached the database. */
    List<Revision> pending() {
        Set<String> there = Set.copyOf(applied.revisions());
        return workspace.history().graph().revisions().stream()
                .filter(revision -> !there.contains(revision.id()))
                .toList();
    }

    boolean hasTarget() {
        return workspace.target(dialect).isThere();
    }

    private Schema target() {
        TargetMetadata metadata = workspace.target(dialect);
        return metadata.schema();
    }

    private Schema database() {
        Set<String> named = new TreeSet<>(names(of(HISTORY)));
        if (hasTarget()) {
            named.addAll(names(of(TARGET)));
        }
        return inspected(named);
    }

    /** What the database has, in the schema of the connection and in others. */
    Schema inspected(Collection<String> others) {
        Session open = session.orElseThrow(() -> LimbeckException.setup(Problem.of(
                "no-url",
                "there is no database to ask",
                "Set 'url' (-Ddb.url=jdbc:…), or hand over a data source or a connection.")));
        Name versions = workspace.rows(dialect).table();
        return new Inspection(open.connection(), dialect).schema(others, List.of(versions));
    }

    /** The schemas, other than that of the connection, in which things are. */
    private static Set<String> names(Schema schema) {
        Set<String> names = new TreeSet<>(schema.schemas());
        Stream.of(
                        schema.tables().stream().map(Table::name),
                        schema.views().stream().map(View::name),
                        schema.sequences().stream().map(Sequence::name))
                .flatMap(each -> each)
                .map(Name::schema)
                .filter(Objects::nonNull)
                .forEach(names::add);
        return names;
    }

    private Schema file(String word) {
        boolean groovy = word.endsWith(".groovy");
        if (!groovy && !word.endsWith(".json")) {
            throw LimbeckException.setup(Problem.of(
                    "unknown-schema",
                    "'" + word + "' is nothing that has a schema",
                    "Say history, target, database, or name a file: a snapshot (schema.json) or declarations"
                            + " (schema.groovy)."));
        }
        Path file = found(word);
        SourceText text = SourceText.read(file, word);
        return groovy
                ? SchemaFile.read(text, file.toAbsolutePath().getParent(), workspace.recorder(dialect))
                : SchemaJson.read(word, text.text());
    }

    /** Taken from where one stands, or from the folder of {@code env.groovy}. */
    private Path found(String word) {
        List<Path> places =
                List.of(Path.of(word), workspace.settings().directory().resolve(word));
        return places.stream()
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> LimbeckException.setup(Problem.of(
                        "missing-file", "there is no file " + places.get(0), "Nor is there " + places.get(1) + ".")));
    }

    private Planner planner() {
        return workspace.planner(dialect, Framing.PER_REVISION, Planner.Live.NONE);
    }

    private static List<String> ids(List<Revision> revisions) {
        return new ArrayList<>(revisions.stream().map(Revision::id).toList());
    }
}
