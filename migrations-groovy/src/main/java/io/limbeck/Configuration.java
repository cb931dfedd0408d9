package io.limbeck;

import io.limbeck.autogenerate.Rename;
import io.limbeck.environment.Database;
import io.limbeck.environment.OutOfOrder;
import io.limbeck.environment.Settings;
import io.limbeck.environment.TransactionMode;
import io.limbeck.online.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import javax.sql.DataSource;

/** Collects the settings of a {@link Limbeck}; every method takes null for what is not to be set. */
public final class Configuration {

    private Path directory = Path.of("src/main/db");
    private List<String> locations = List.of();
    private String url;
    private String username;
    private String password;
    private String driver;
    private Map<String, String> connectionProperties = Map.of();
    private DataSource dataSource;
    private Connection connection;
    private String dialect;
    private String schema;
    private List<Database> databases = List.of();
    private String tenants;
    private int parallel = 4;
    private String versionTable;
    private String versionTableSchema;
    private TransactionMode transaction;
    private OutOfOrder outOfOrder = OutOfOrder.WARN;
    private boolean idempotent;
    private boolean ignoreUndeclared;
    private Duration lockTimeout = Duration.ofMinutes(10);
    private Duration lockWait = Duration.ofSeconds(5);
    private int lockRetries = 10;
    private Duration statementTimeout = Duration.ZERO;
    private boolean cleanEnabled;
    private String fileTemplate;
    private Path scriptCache;
    private List<String> postWrite = List.of();
    private Map<String, String> x = Map.of();
    private ClassLoader classLoader = Limbeck.class.getClassLoader();
    private Supplier<List<Path>> classPath;
    private Function<Rename, Rename.Answer> renames;
    private Progress progress = Progress.SILENT;

    Configuration() {}

    /** The folder of {@code env.groovy} and {@code migrations}; by default {@code src/main/db}. */
    public Configuration directory(Path folder) {
        directory = folder == null ? directory : folder;
        return this;
    }

    /** More folders of scripts; {@code classpath:db} for one on the class path. */
    public Configuration locations(String... folders) {
        locations = folders == null ? List.of() : List.of(folders);
        return this;
    }

    public Configuration url(String jdbcUrl) {
        url = jdbcUrl;
        return this;
    }

    public Configuration username(String name) {
        username = name;
        return this;
    }

    public Configuration password(String secret) {
        password = secret;
        return this;
    }

    /** The driver's class, where it is not found by the URL. */
    public Configuration driver(String className) {
        driver = className;
        return this;
    }

    public Configuration connectionProperties(Map<String, String> properties) {
        connectionProperties = properties == null ? Map.of() : properties;
        return this;
    }

    /** A source of connections that stays the caller's. */
    public Configuration dataSource(DataSource source) {
        dataSource = source;
        return this;
    }

    /** A connection that stays the caller's; a transaction that is open on it is joined. */
    public Configuration connection(Connection open) {
        connection = open;
        return this;
    }

    /** A dialect for work without a database, such as {@code postgresql} or {@code postgresql:16}. */
    public Configuration dialect(String name) {
        dialect = name;
        return this;
    }

    public Configuration schema(String name) {
        schema = name;
        return this;
    }

    /**
     * Several databases for {@link Limbeck#each}; what one of them leaves open is as this configuration says. Names must
     * differ.
     */
    public Configuration databases(Database... several) {
        databases = several == null ? List.of() : List.of(several);
        return this;
    }

    /**
     * Schemas of the database, or of each of several, for {@link Limbeck#each}: separated by commas, or a query whose first
     * column lists them.
     */
    public Configuration tenants(String schemasOrQuery) {
        tenants = schemasOrQuery;
        return this;
    }

    /** How many databases are worked on at the same time; by default four. */
    public Configuration parallel(int databasesAtATime) {
        parallel = Math.max(1, databasesAtATime);
        return this;
    }

    public Configuration versionTable(String name) {
        versionTable = name;
        return this;
    }

    public Configuration versionTableSchema(String name) {
        versionTableSchema = name;
        return this;
    }

    public Configuration transaction(TransactionMode mode) {
        transaction = mode;
        return this;
    }

    public Configuration outOfOrder(OutOfOrder rule) {
        outOfOrder = rule == null ? outOfOrder : rule;
        return this;
    }

    /** Whether a written script does of each revision what a database lacks, wherever that stands; by default not. */
    public Configuration idempotent(boolean guarded) {
        idempotent = guarded;
        return this;
    }

    /** Whether a downgrade leaves rows that no script declares as they are; by default it refuses to go near them. */
    public Configuration ignoreUndeclared(boolean ignore) {
        ignoreUndeclared = ignore;
        return this;
    }

    /** How long to wait for another migrator; by default ten minutes. */
    public Configuration lockTimeout(Duration time) {
        lockTimeout = time == null ? lockTimeout : time;
        return this;
    }

    /**
     * How long a statement may wait for a lock that another session holds, where the database lets a session say so; by
     * default five seconds. Whatever queues behind a waiting statement goes on then, before it is tried again. Zero for as
     * long as the server lets it.
     */
    public Configuration lockWait(Duration time) {
        lockWait = time == null ? lockWait : time;
        return this;
    }

    /** How often a statement is tried again that has waited for a lock in vain; by default ten times. */
    public Configuration lockRetries(int times) {
        lockRetries = Math.max(0, times);
        return this;
    }

    /** How long a statement may run, in whole seconds; by default as long as it takes. */
    public Configuration statementTimeout(Duration time) {
        statementTimeout = time == null ? statementTimeout : time;
        return this;
    }

    /** Whether {@link Limbeck#clean} may drop everything; by default it may not. */
    public Configuration cleanEnabled(boolean allowed) {
        cleanEnabled = allowed;
        return this;
    }

    /**
     * How new scripts are called, such as <code>{year}/{month}/{rev}_{slug}</code>; its words are {@code rev}, {@code
     * slug}, {@code epoch}, {@code year}, {@code month}, {@code day}, {@code hour}, {@code minute} and {@code second}.
     */
    public Configuration fileTemplate(String template) {
        fileTemplate = template;
        return this;
    }

    /**
     * A file below the build's folder that keeps what the compiler made of scripts with real Groovy in them, for later
     * runs. Several runs may share it; it may be deleted at any time. By default nothing is kept.
     */
    public Configuration scriptCache(Path file) {
        scriptCache = file;
        return this;
    }

    /** Commands to run on each new script; <code>{file}</code> in one stands for it, else it comes last. */
    public Configuration postWrite(String... commands) {
        postWrite = commands == null ? List.of() : List.of(commands);
        return this;
    }

    /** What scripts see as {@code x}. */
    public Configuration x(Map<String, String> arguments) {
        x = arguments == null ? Map.of() : arguments;
        return this;
    }

    /** Where drivers and the classes that scripts use come from; it must see Limbeck's own. */
    public Configuration classLoader(ClassLoader loader) {
        classLoader = loader == null ? classLoader : loader;
        return this;
    }

    /**
     * Where the entities that are target metadata lie, and their Hibernate, if the class loader does not have them; asked
     * for when they are read.
     */
    public Configuration classPath(Supplier<List<Path>> entries) {
        classPath = entries == null ? classPath : entries;
        return this;
    }

    /**
     * Says what becomes of a column or table that seems to have got another name; where nobody decides, the new script
     * has a rename, with the alternative in a comment.
     */
    public Configuration renames(Function<Rename, Rename.Answer> answer) {
        renames = answer == null ? renames : answer;
        return this;
    }

    public Configuration progress(Progress listener) {
        progress = listener == null ? progress : listener;
        return this;
    }

    public Limbeck load() {
        return new Limbeck(new Settings(
                directory,
                locations,
                Optional.ofNullable(url),
                Optional.ofNullable(username),
                Optional.ofNullable(password),
                Optional.ofNullable(driver),
                connectionProperties,
                Optional.ofNullable(dataSource),
                Optional.ofNullable(connection),
                Optional.ofNullable(dialect),
                Optional.ofNullable(schema),
                databases,
                Optional.ofNullable(tenants),
                parallel,
                Optional.ofNullable(versionTable),
                Optional.ofNullable(versionTableSchema),
                Optional.ofNullable(transaction),
                outOfOrder,
                idempotent,
                ignoreUndeclared,
                lockTimeout,
                lockWait,
                lockRetries,
                statementTimeout,
                cleanEnabled,
                Optional.ofNullable(fileTemplate),
                postWrite,
                Optional.ofNullable(scriptCache),
                x,
                classLoader,
                Optional.ofNullable(classPath),
                Optional.ofNullable(renames),
                progress));
    }
}
