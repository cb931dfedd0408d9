package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.catalogue.Reading;
import io.limbeck.error.Refusal;
import io.limbeck.operation.Operation;
import io.limbeck.operation.TableChange;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Guarded;
import io.limbeck.sql.ScriptRules;
import io.limbeck.sql.Statement;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Expression;
import io.limbeck.type.Literal;
import io.limbeck.type.Moment;
import io.limbeck.type.PerDialect;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import io.limbeck.type.Verbatim;
import java.time.temporal.Temporal;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * A database's way of saying things: standard SQL, but for the differences that a subclass states in its constructor.
 *
 * <p>A subclass is one file: its name, its types, what it can do, the operations it words otherwise, and how its own
 * client wants a script.
 */
public abstract class Dialect extends NormalForms implements Reading {

    private static final String ARRAY = " ARRAY";

    private final String name;
    private final Optional<Version> version;
    private final Identifiers identifiers = new Identifiers();
    private final Set<Feature> features = EnumSet.noneOf(Feature.class);
    private final Map<Feature, String> insteadOf = new EnumMap<>(Feature.class);
    private final Map<Class<?>, BiFunction<Operation, Schema, List<String>>> differences = new HashMap<>();
    private final TypeWords types = new TypeWords();
    private final Definitions definitions = new Definitions(this);

    /**
     * @param name as users write it, such as {@code postgresql}
     * @param version the server's, where it is known; without one, the oldest that its maker still supports is meant
     */
    protected Dialect(String name, Optional<Version> version) {
        this.name = name;
        this.version = version;
    }

    // ---- what a subclass states

    /** The dialect words this operation otherwise than the standard. */
    protected final <O extends Operation> void differs(
            Class<O> operation, BiFunction<O, Schema, List<String>> wording) {
        differences.put(operation, (wanted, before) -> wording.apply(operation.cast(wanted), before));
    }

    /** The dialect cannot do this operation. */
    protected final <O extends Operation> void cannot(Class<O> operation, String why, String instead) {
        differs(operation, (wanted, before) -> {
            throw new Refusal("unsupported", null, name + " " + why, instead);
        });
    }

    protected final void supporting(Feature... supported) {
        features.addAll(List.of(supported));
    }

    /** Takes back features that a dialect's superclass supports. */
    protected final void lacking(Feature... missing) {
        List.of(missing).forEach(features::remove);
    }

    /** What to do where a feature is missing, for the message that refuses it. */
    protected final void instead(Feature missing, String remedy) {
        insteadOf.put(missing, remedy);
    }

    protected final TypeWords types() {
        return types;
    }

    /** Words that must be quoted to serve as names, separated by white space. */
    protected final void reserved(String words) {
        identifiers.reserve(words);
    }

    /** Whether the server is known to be at least this old; unknown counts as the oldest supported. */
    protected final boolean atLeast(Integer... wanted) {
        return decidingVersion().atLeast(wanted);
    }

    /** The oldest version that the dialect's maker still supports. */
    protected abstract Version oldest();

    protected Literals literals() {
        return new Literals();
    }

    /** A date or time as text, for {@link #bound} where the driver makes something else of java.time's. */
    protected final Literal boundAsText(Literal value) {
        if (!(value.value() instanceof Temporal moment)) {
            return value;
        }
        literal(value);
        return new Literal(Literals.text(moment));
    }

    /** The dialect's word for the current date or time. */
    protected String moment(Moment moment) {
        return moment.name();
    }

    /** The dialect's word for an enumeration; without types of that kind, a varchar that {@link #guard} keeps honest. */
    protected String enumerationType(Enumeration type) {
        return supports(Feature.ENUM_TYPES) ? quote(type.name()) : "VARCHAR(" + type.longest() + ")";
    }

    /**
     * The condition that a column must meet where the dialect's word for its type takes more values than were asked
     * for; it goes with the column as a check that is no part of the schema state.
     *
     * @param type as the dialect has it, so never one of several
     * @param column quoted
     */
    protected Optional<Guard> guard(Type type, String column) {
        return Optional.empty();
    }

    /** The guard of an enumeration that is kept as a varchar. */
    protected final Optional<Guard> enumerationGuard(Type type, String column) {
        return type instanceof Enumeration enumeration
                ? Optional.of(new Guard(
                        "en",
                        enumeration.values().stream()
                                .map(value -> literal(new Literal(value)))
                                .collect(Collectors.joining(", ", column + " IN (", ")"))))
                : Optional.empty();
    }

    /**
     * What keeps a substitute for a type honest.
     *
     * @param prefix begins the check's name, such as {@code en} for an enumeration
     */
    protected record Guard(String prefix, String condition) {}

    protected String arrayType(ArrayType type) {
        throw new Refusal(
                "unsupported", "array", name + " has no arrays", "Say what it is there: array(…).on(" + name + ": …).");
    }

    // ---- facts for others

    /** The server's version, if this is how one of this dialect describes itself that another's driver reaches. */
    protected Optional<Version> versionIn(String description) {
        return Optional.empty();
    }

    /**
     * The dialect of the server behind a connection, which may be another's whose protocol or URL is the same.
     *
     * @param product as the driver names it
     * @param productVersion as the server words it
     * @param reported the version's numbers as the driver has them
     */
    public Dialect reached(String product, String productVersion, Version reported) {
        return Dialects.of(name, Optional.of(reported));
    }

    /** How the database is reached, and what its sessions and locks are. */
    public abstract Server server();

    /** How the database's catalogue is asked; by JDBC's metadata where nothing else is said. */
    public Catalogue catalogue() {
        return Catalogue.BY_METADATA;
    }

    /** How the database's own client wants a script. */
    public abstract ClientProfile clientProfile();

    /** How a script of many statements is split. */
    public abstract ScriptRules scriptRules();

    /** The longest identifier, in characters. */
    public abstract int maxIdentifier();

    /**
     * The statements at a script's beginning that fail, and show a message, where a condition does not hold.
     *
     * @param condition an SQL condition on rows of the version table
     * @param tooLong an INSERT of the message into a short column of the version table, which inserts nothing where the
     *     condition holds; every database that minds lengths refuses it, and many show the value
     */
    public List<String> assertion(String condition, String message, String tooLong) {
        return List.of(tooLong);
    }

    /**
     * What makes statements of a script depend on conditions, in SQL that the database's own client takes.
     *
     * @param stretches one behind the other; each condition is looked at when its turn comes
     * @throws Refusal where no statement of the database can hold others
     */
    public List<String> guarded(List<Guarded> stretches) {
        throw unconditional();
    }

    /** Refuses a script whose statements depend on conditions. */
    protected final Refusal unconditional() {
        return new Refusal(
                "unsupported",
                "idempotent",
                name + " has no statement that runs others only where a condition holds",
                "Write the script for where the database stands: -Ddb.target=from:to. Or let db:migrate do it, which"
                        + " asks the database.");
    }

    /**
     * The query for statements that put right, in this order, what a broken off alteration of a table leaves behind; its
     * parameters are schema and table. Empty where the database leaves nothing.
     */
    public Optional<String> remains() {
        return Optional.empty();
    }

    /**
     * The query for the table that {@link #remains} brings into the place of one which a broken off alteration has dropped;
     * its parameters are schema and table. Empty where no alteration drops its table.
     */
    public Optional<String> standIn() {
        return Optional.empty();
    }

    /** The expression for the present moment, as rows of the version table keep it: a timestamp of the local zone. */
    public String now() {
        return moment(Moment.CURRENT_TIMESTAMP);
    }

    public Set<String> reservedWords() {
        return Set.copyOf(identifiers.reserved());
    }

    public Optional<Version> version() {
        return version;
    }

    /** The version that decides what may be used: the server's, or else the oldest that its maker still supports. */
    public final Version decidingVersion() {
        return version.orElse(oldest());
    }

    // ---- grammar

    @Override
    public final String dialect() {
        return name;
    }

    @Override
    public final boolean supports(Feature feature) {
        return features.contains(feature);
    }

    @Override
    public final void require(Feature feature) {
        if (!supports(feature)) {
            String request = feature.request();
            int from = request.indexOf('\'');
            String subject = from < 0 ? null : request.substring(from + 1).split("\\W")[0];
            throw new Refusal("unsupported", subject, name + " cannot do " + request, insteadOf.get(feature));
        }
    }

    @Override
    public String quote(String identifier) {
        return identifiers.quote(identifier);
    }

    @Override
    public String name(Name qualified) {
        return qualified.schema() == null
                ? quote(qualified.value())
                : quote(qualified.schema()) + "." + quote(qualified.value());
    }

    @Override
    public final String type(Type type) {
        Type own = type.in(name);
        if (own instanceof PerDialect nested) {
            return type(nested.usual());
        }
        if (own instanceof Verbatim verbatim) {
            return verbatim.sql();
        }
        if (own instanceof Enumeration enumeration) {
            return enumerationType(enumeration);
        }
        if (own instanceof ArrayType array) {
            return arrayType(array);
        }
        return scalar((Scalar) own);
    }

    private String scalar(Scalar type) {
        String word = type.kind().word();
        if (types.lacksNumbers(type)) {
            throw new Refusal(
                    "missing-length",
                    word,
                    name + " needs a " + (type.kind().mostParameters() == 2 ? "precision" : "length") + " for '" + word
                            + "'",
                    "Write " + word + (type.kind().mostParameters() == 2 ? "(12, 2)." : "(255)."));
        }
        requirePrecision(type);
        Optional<String> found = types.of(type);
        if (found.isEmpty()) {
            throw new Refusal(
                    "unsupported",
                    word,
                    name + " has no type for '" + word + "' that keeps what it promises",
                    "Say what it is there: " + type.script() + ".on(" + name + ": …).");
        }
        return found.get();
    }

    @Override
    public final void requireComparable(Column column) {
        String word = type(column.type());
        if (!comparable(word)) {
            throw new Refusal(
                    "unsupported",
                    column.name(),
                    name + " cannot compare values of type " + word + ", so '" + column.name()
                            + "' can be part of no key or index",
                    "Give the column a type with a length, such as varchar(255).");
        }
    }

    @Override
    public final String literal(Value value) {
        if (value instanceof Expression expression) {
            return expression.sql();
        }
        return value instanceof Moment moment ? moment(moment) : literals().of((Literal) value);
    }

    @Override
    public String literal(Value value, Type type) {
        return literal(value);
    }

    @Override
    public String columnDefinition(Name table, Column column) {
        Optional<Check> check = guardCheck(table, column);
        String definition = plainDefinition(column);
        return check.isEmpty() ? definition : definition + " " + constraintDefinition(check.get());
    }

    /** A column's definition without the check that guards its type. */
    protected final String plainDefinition(Column column) {
        return definitions.column(column);
    }

    /** The check that guards a column's type, if it needs one; its name follows from the table's and the column's. */
    public final Optional<Check> guardCheck(Name table, Column column) {
        Optional<Guard> guard = guard(column.type().in(name), quote(column.name()));
        if (guard.isEmpty()) {
            return Optional.empty();
        }
        Naming naming = Naming.of(Map.of("check", guard.get().prefix() + "_{table}_{columns}"), maxIdentifier());
        return Optional.of(
                new Check(naming.columnCheck(table, column.name()), guard.get().condition(), true));
    }

    @Override
    public final String identityClause(Identity identity) {
        return definitions.identity(identity);
    }

    @Override
    public final String constraintDefinition(Constraint constraint) {
        return definitions.constraint(constraint);
    }

    /** Lets an index pass that asks for nothing the dialect cannot do. */
    protected final void requireIndex(Index index, boolean ifNotExists) {
        definitions.require(index, ifNotExists);
    }

    @Override
    public String createIndex(Name table, Index index, boolean concurrently, boolean ifNotExists) {
        return definitions.index(table, index, concurrently, ifNotExists);
    }

    /**
     * The name, as scripts write it, that the database understands by a word without quotes; the standard folds letters
     * (SQL:2016, 5.2 token and separator, syntax rule 24).
     */
    public String unquoted(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    // ---- catalogue

    @Override
    public Table plain(Table told) {
        return GuardedTypes.of(told, this);
    }

    /** An array is of the element's words with ARRAY behind them (SQL:2016, 6.1 data type). */
    @Override
    public Type read(String words) {
        String plain = words.strip();
        if (plain.endsWith(ARRAY)) {
            Type element = read(plain.substring(0, plain.length() - ARRAY.length()));
            return element instanceof ArrayType array
                    ? new ArrayType(array.element(), array.dimensions() + 1)
                    : new ArrayType(element, 1);
        }
        return types.read(plain).<Type>map(type -> type).orElseGet(() -> new Verbatim(plain));
    }

    @Override
    public Optional<Value> readDefault(String words, Type type) {
        return new DefaultReading(this).of(words, type);
    }

    // ---- operations

    /** Whether the operation must stand outside any transaction, given the state before it. */
    public boolean outsideTransaction(Operation operation, Schema before) {
        return operation.outsideTransaction(this);
    }

    @Override
    public final List<String> render(Operation operation, Schema before) {
        BiFunction<Operation, Schema, List<String>> difference = differences.get(operation.getClass());
        return difference == null ? operation.standardSql(this, before) : difference.apply(operation, before);
    }

    /**
     * What is sent for an operation.
     *
     * @throws Refusal when the dialect cannot do it
     */
    public final List<Statement> statements(Operation operation, Schema before) {
        return differences.containsKey(operation.getClass())
                ? Statement.Sql.all(render(operation, before))
                : operation.statements(this, before);
    }

    /** What the user must know of how the database takes an operation, as sentences without an end. */
    public List<String> warnings(Operation operation, Schema before) {
        return List.of();
    }

    /** Whether the database cannot do this in place, so that the table must be made anew. */
    protected boolean needsRebuild(Operation operation, Schema before) {
        return false;
    }

    /** How the database makes a table anew. */
    protected Rebuild rebuild() {
        return new Rebuild(this);
    }

    /** Puts operations that follow each other together where one rebuilt table serves several of them. */
    public final <A extends Asked> List<Batch<A>> batches(List<A> asked) {
        return Batch.of(this, asked);
    }

    /** What must be put aside before the transaction that a batch runs in. */
    public Optional<Statement.Aside> aside(Batch<?> batch) {
        return Optional.empty();
    }

    /**
     * What is sent for operations that belong together.
     *
     * @throws Refusal when the dialect cannot do it
     */
    public final List<Statement> statements(Batch<?> batch) {
        if (batch.rebuilt()) {
            return Statement.Sql.all(rebuild().statements(batch.asked()));
        }
        Asked only = batch.first();
        if (only.operation() instanceof TableChange change && needsRebuild(only.operation(), only.before())) {
            throw only.before().known(change.table()).isPresent()
                    ? new Refusal(
                            "needs-rebuild",
                            null,
                            name + " cannot do this without making table '" + change.table() + "' anew",
                            "Leave out recreate: 'never'.")
                    : new Refusal(
                            "unknown-table",
                            change.table().value(),
                            name + " must make table '" + change.table()
                                    + "' anew for this, and what it looks like is not known from the history",
                            "Make the table with createTable, or use execute.");
        }
        return statements(only.operation(), only.before());
    }

    @Override
    public String toString() {
        return name + version.map(number -> ":" + number).orElse("");
    }
}
