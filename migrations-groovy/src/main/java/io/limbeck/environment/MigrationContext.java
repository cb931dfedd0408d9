package io.limbeck.environment;

import groovy.lang.Closure;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dialect.Server;
import io.limbeck.dialect.Version;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import io.limbeck.online.Engine;
import io.limbeck.online.Engines;
import io.limbeck.online.Pool;
import io.limbeck.plan.Framing;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One run in the hands of an environment: what to configure, when a transaction surrounds it, and the moment the job is
 * done.
 */
public final class MigrationContext implements AutoCloseable {

    private static final Set<String> OPTIONS =
            new TreeSet<>(Set.of("connection", "url", "dialect", "target", "output"));

    private final Settings settings;
    private final Options options;
    private final UnaryOperator<LimbeckException> placing;
    private final Job<?> job;
    private final Optional<Appendable> output;
    private final Optional<Pool> pool;
    private final Map<String, Object> configured = new HashMap<>();
    private Engine engine;
    private boolean inTransaction;
    private Object result;
    private boolean ran;

    MigrationContext(
            Settings settings,
            Options options,
            Job<?> job,
            Optional<Appendable> output,
            UnaryOperator<LimbeckException> placing,
            Optional<Pool> pool) {
        this.pool = pool;
        this.placing = placing;
        this.settings = settings;
        this.options = options;
        this.job = job;
        this.output = output;
    }

    // ---- what env.groovy calls

    /** Says what the run works on: {@code connection:} online; {@code url:} or {@code dialect:} offline. */
    public void configure(Map<String, ?> given) {
        for (String option : given.keySet()) {
            if (!OPTIONS.contains(option)) {
                throw refused(
                        "unknown-option",
                        "context.configure has no option '" + option + "'",
                        Suggestion.remedy(option, "options", OPTIONS));
            }
        }
        configured.clear();
        configured.putAll(given);
    }

    /** Lets what happens inside run in transactions, as the setting {@code transaction} says. */
    public void transaction(Closure<?> body) {
        transaction((Runnable) body::call);
    }

    public void transaction(Runnable body) {
        inTransaction = true;
        try {
            body.run();
        } finally {
            inTransaction = false;
        }
    }

    /** Does what the run is for. */
    public void runMigrations() {
        Object connection = configured.get("connection");
        try {
            if (connection instanceof Connection open) {
                result = job.online(session(open));
            } else if (job.isOffline()) {
                result = job.offline(writing());
            } else {
                throw refused(
                        "no-connection",
                        "env.groovy runs migrations without a connection",
                        "Call context.configure connection: connection before context.runMigrations().");
            }
            ran = true;
        } catch (SQLException broken) {
            throw LimbeckException.setup(
                    Problem.of(
                            "connection",
                            "the connection failed: " + broken.getMessage(),
                            "What was committed stays; run the same again to go on from there."),
                    broken);
        }
    }

    private LimbeckException refused(String code, String fact, String remedy) {
        return placing.apply(LimbeckException.setup(Problem.of(code, fact, remedy)));
    }

    // ---- what the defaults use

    Map<String, Object> offlineDefaults() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("url", url());
        defaults.put("dialect", dialectName());
        defaults.put("target", options.targets());
        defaults.put("output", output());
        return defaults;
    }

    Map<String, Object> onlineDefaults(Connection connection) {
        return Map.of("connection", connection, "target", options.targets());
    }

    String url() {
        return settings.url().orElse(null);
    }

    String dialectName() {
        return settings.offlineDialect().map(Dialect::dialect).orElse(null);
    }

    Appendable output() {
        return output.orElse(null);
    }

    boolean isOffline() {
        return job.isOffline();
    }

    /** The engine of this run, opened when it is first asked for. */
    Engine engine() {
        if (engine == null) {
            Engine.ConnectionSetup setup = connection -> DefaultSchema.enter(connection, settings.schema());
            engine = settings.dataSource().isPresent()
                    ? Engine.over(settings.dataSource().get(), setup)
                    : pool.isPresent()
                            ? pool.get().engine(setup)
                            : pool(settings).engineOfItsOwn(setup);
        }
        return engine;
    }

    /** Connections to the database that the settings name. */
    public static Pool pool(Settings settings) {
        if (settings.url().isEmpty()) {
            throw LimbeckException.setup(Problem.of(
                    "no-url",
                    "there is no database to connect to",
                    "Set 'url' (-Ddb.url=jdbc:…), or hand over a data source or a connection."));
        }
        String url = settings.url().get();
        Map<String, String> properties = new HashMap<>(settings.connectionProperties());
        if (settings.username().isPresent()) {
            properties.put("user", settings.username().get());
        }
        if (settings.password().isPresent()) {
            properties.put("password", settings.password().get());
        }
        Optional<Dialect> known = Dialects.ofUrl(url);
        Optional<Server> server = known.isPresent() ? Optional.of(known.get().server()) : Optional.empty();
        Optional<String> usual = server.isPresent() ? Optional.of(server.get().driverClass()) : Optional.empty();
        return Engines.pool(
                url,
                properties,
                settings.driver().isPresent() ? settings.driver() : usual,
                settings.driver().isPresent(),
                server.isPresent() ? Optional.of(server.get().driverArtifact()) : Optional.empty(),
                settings.classLoader());
    }

    private Writing writing() {
        Dialect dialect = offlineDialect()
                .orElseThrow(() -> LimbeckException.setup(Problem.of(
                        "no-dialect",
                        "SQL can be written only for a known dialect",
                        "Set 'dialect' (-Ddb.dialect=postgresql) or 'url'. The dialects are "
                                + String.join(", ", Dialects.names()) + ".")));
        Appendable to = configured.get("output") instanceof Appendable given ? given : output.orElseThrow();
        return new Writing(dialect, framing(), to);
    }

    // ---- the session

    private Session session(Connection connection) throws SQLException {
        Optional<Supplier<Connection>> another = engine == null ? Optional.empty() : Optional.of(engine::connect);
        Framing framing = connection.getAutoCommit() ? framing() : Framing.JOINED;
        return new Session(connection, dialect(connection), framing, another);
    }

    private Framing framing() {
        if (!inTransaction) {
            return Framing.NONE;
        }
        Optional<TransactionMode> said =
                settings.transaction().isPresent() ? settings.transaction() : options.transaction();
        return framing(said.orElse(TransactionMode.PER_REVISION));
    }

    static Framing framing(TransactionMode mode) {
        return switch (mode) {
            case PER_REVISION -> Framing.PER_REVISION;
            case ALL -> Framing.ALL;
            case NONE -> Framing.NONE;
        };
    }

    /** All connections of a pool lead to the same server, so one of them is asked. */
    private Dialect dialect(Connection connection) throws SQLException {
        return pool.isPresent() ? pool.get().dialect(() -> found(connection)) : found(connection);
    }

    private Dialect found(Connection connection) throws SQLException {
        DatabaseMetaData data = connection.getMetaData();
        Version version = Version.of(data.getDatabaseMajorVersion(), data.getDatabaseMinorVersion());
        String productVersion = data.getDatabaseProductVersion();
        Optional<Dialect> found = Dialects.ofUrl(data.getURL());
        if (found.isPresent()) {
            return told(found.get().reached(product(data), productVersion, version), productVersion, connection);
        }
        return settings.dialect()
                .map(Dialects::of)
                .orElseThrow(() -> LimbeckException.setup(Problem.of(
                        "unknown-dialect",
                        "there is no dialect for " + data.getClass().getSimpleName() + " (" + product(data) + ")",
                        "The dialects are " + String.join(", ", Dialects.names()) + ".")));
    }

    /** The dialect of the server itself, where its URL may lead to several kinds: what it says it is, else what was named. */
    private Dialect told(Dialect found, String productVersion, Connection connection) {
        Optional<String> query = found.server().describingQuery();
        if (query.isEmpty()) {
            return found;
        }
        boolean clear = found.server().isOwnVersion(productVersion) && !Dialects.haveOthers();
        Optional<Dialect> described = clear ? Optional.empty() : Dialects.ofServer(answer(query.get(), connection));
        if (described.isPresent() || settings.dialect().isEmpty()) {
            return described.orElse(found);
        }
        Dialect named = Dialects.of(settings.dialect().get());
        boolean another = named.server().describingQuery().equals(query)
                && !named.dialect().equals(found.dialect());
        return another ? named : found;
    }

    private static String answer(String query, Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() ? row.getString(1) : "";
        } catch (SQLException refused) {
            throw LimbeckException.setup(
                    Problem.of("connection", "the server does not say what it is: " + refused.getMessage(), null),
                    refused);
        }
    }

    private static String product(DatabaseMetaData data) {
        try {
            return data.getDatabaseProductName();
        } catch (SQLException unknown) {
            return "unknown";
        }
    }

    /** The dialect of a run without a connection: the one that was named, else the URL's. */
    private Optional<Dialect> offlineDialect() {
        Optional<Dialect> usual = settings.offlineDialect();
        Object named = configured.get("dialect");
        boolean same = usual.filter(dialect -> dialect.dialect().equals(named)).isPresent();
        return named == null || same ? usual : Optional.of(Dialects.of(named.toString()));
    }

    Optional<Object> result() {
        return ran ? Optional.ofNullable(result) : Optional.empty();
    }

    /** Closes the engine if there is one, which a method of {@code env.groovy} may have left open. */
    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }
}
