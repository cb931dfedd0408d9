package io.limbeck.maven;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.environment.OutOfOrder;
import io.limbeck.environment.TransactionMode;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.ProjectDependenciesResolver;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** A goal that connects to a database; without a URL to the embedded one in {@code target/derby}. */
abstract class DatabaseMojo extends ScriptMojo {

    /**
     * The JDBC URL, such as {@code jdbc:postgresql://localhost/shop}; also {@code -Ddb.url}. By default an embedded Derby
     * database in {@code target/derby}.
     */
    @Parameter
    private String url;

    /** Who connects. Where it is missing, that of the {@code server}. */
    @Parameter(property = "db.username")
    private String username;

    /**
     * The password; also {@code -Ddb.password}. What stands in a POM is printed by {@code mvn -X}, so a {@code server}
     * is the better place. Where it is missing, that of the {@code server}.
     */
    @Parameter
    private String password;

    /** The id of a server in settings.xml that has the username and the password, which may be encrypted. */
    @Parameter(property = "db.server")
    private String server;

    /** The class of the JDBC driver, where the URL does not tell. */
    @Parameter(property = "db.driver")
    private String driver;

    /** The scopes of the project's class path that a driver is looked for in, behind the plugin's dependencies. */
    @Parameter(property = "db.driverScopes", defaultValue = "runtime,provided,test")
    private List<String> driverScopes;

    /** The dialect, where the URL does not tell; perhaps with a version, as in {@code postgresql:16}. */
    @Parameter(property = "db.dialect")
    private String dialect;

    /** The schema that unqualified names belong to. */
    @Parameter(property = "db.schema")
    private String schema;

    /** What the driver gets beside the user; each is also {@code -Ddb.connectionProperties.NAME}. */
    @Parameter
    private Map<String, String> connectionProperties;

    /** What belongs to one transaction: {@code per-revision}, {@code all} or {@code none}. */
    @Parameter(property = "db.transaction")
    private String transaction;

    /** A pending revision that an applied one needs: {@code allow}, {@code warn} or {@code fail}. */
    @Parameter(property = "db.outOfOrder")
    private String outOfOrder;

    /**
     * How new scripts are called, such as <code>{year}/{rev}_{slug}</code>; the words are {@code rev}, {@code slug},
     * {@code epoch}, {@code year}, {@code month}, {@code day}, {@code hour}, {@code minute}, {@code second}.
     */
    @Parameter(property = "db.fileTemplate")
    private String fileTemplate;

    /** Commands to run on each new script; <code>{file}</code> stands for it, else it comes last. */
    @Parameter(property = "db.postWrite")
    private List<String> postWrite;

    /** How long to wait for another migrator, as in {@code 30s}, {@code 5m}. */
    @Parameter(property = "db.lockTimeout")
    private String lockTimeout;

    /**
     * How long a statement may wait for a lock that another session holds, as in {@code 500ms}, {@code 5s}, before it lets
     * others go first and is tried again; by default five seconds. 0 for as long as the server lets it.
     */
    @Parameter(property = "db.lockWait")
    private String lockWait;

    /** How often a statement is tried again that has waited for a lock in vain; by default ten times. */
    @Parameter(property = "db.lockRetries")
    private Integer lockRetries;

    /** How long a statement may take, as in {@code 30s}, {@code 5m}. */
    @Parameter(property = "db.statementTimeout")
    private String statementTimeout;

    /** The table that holds what was applied, {@code db_version} by default. */
    @Parameter(property = "db.versionTable")
    private String versionTable;

    /** The schema of that table. */
    @Parameter(property = "db.versionTableSchema")
    private String versionTableSchema;

    /**
     * Several databases, each with {@code name}, {@code url}, {@code username}, {@code password}, {@code server},
     * {@code schema}; every one is a run of its own. What one leaves out is as the goal's own parameters say.
     * {@code -Ddb.databases} chooses some by their names, {@code -Ddb.databases.NAME.url} and the like say more.
     */
    @Parameter
    private List<Database> databases;

    /** Schemas, each migrated by itself: separated by commas, or a query whose first column lists them. */
    @Parameter(property = "db.tenants")
    private String tenants;

    /** How many of the databases and tenants are worked on at the same time. */
    @Parameter(property = "db.parallel", defaultValue = "4")
    private int parallel;

    @Inject
    private SettingsDecrypter decrypter;

    @Inject
    private ProjectDependenciesResolver resolver;

    private Access access;
    private List<NamedDatabases.Named> several = List.of();

    /** How much a goal wants of a database. */
    enum Need {
        /** It connects. */
        DATABASE,
        /** It connects if a database is there; no configured one and no earlier run's means that none is. */
        DATABASE_IF_THERE,
        /** It renders for a database and never connects. */
        DIALECT
    }

    abstract Need need();

    /** Settings that this goal alone has. */
    void configure(Configuration configuration) {
        // most have none
    }

    /** Does what the goal is for. */
    abstract void run(Limbeck limbeck);

    /** Does it on each of several databases, for a goal that can. */
    void runEach(Limbeck limbeck) {
        throw LimbeckException.setup(Problem.of(
                "several-databases",
                "`db:" + goal() + "` works on one database, and several are configured",
                "Choose one of `databases` with -Ddb.databases=NAME, and leave `tenants` out."));
    }

    /** Whether the goal can be done on several databases. */
    boolean canBeDoneOnEach() {
        return false;
    }

    @Override
    final void run() {
        findDatabases();
        hide(redaction());
        boolean each = isSeveral() && (canBeDoneOnEach() || need() == Need.DATABASE);
        boolean connects = each
                || (!isSeveral() && (need() == Need.DATABASE || (need() == Need.DATABASE_IF_THERE && access.exists())));
        ProjectClassPath classPath = new ProjectClassPath(session(), project(), resolver, driverScopes);
        Drivers drivers = new Drivers(getClass().getClassLoader(), classPath);
        boolean wholeClassPath = locationsOnClassPath();
        try (DriverLoader loader = connects
                ? drivers.loaderFor(urls(), access.driver(), wholeClassPath)
                : drivers.loader(wholeClassPath)) {
            run(connects, each, loader);
        } catch (IOException unclosed) {
            throw new UncheckedIOException(unclosed);
        }
    }

    private boolean locationsOnClassPath() {
        for (String location : locations()) {
            if (location.startsWith("classpath:")) {
                return true;
            }
        }
        return false;
    }

    /** Finds out where the goal's database is, or where all of them are. */
    private void findDatabases() {
        Optional<String> configured = values().value(url, "db.url").map(String::strip);
        access = access(configured);
        NamedDatabases named = new NamedDatabases(databases, values(), session().getSettings(), decrypter);
        several = named.all(access, configured);
        if (several.size() == 1 && named.chosen() && Words.given(tenants).isEmpty()) {
            access = several.get(0).access();
            schema = Words.given(several.get(0).schema()).orElse(schema);
            several = List.of();
        }
    }

    private boolean isSeveral() {
        return !several.isEmpty() || Words.given(tenants).isPresent();
    }

    private List<String> urls() {
        return several.isEmpty()
                ? List.of(access.url())
                : several.stream().map(each -> each.access().url()).distinct().toList();
    }

    private Redaction redaction() {
        Redaction all = access.redaction();
        for (NamedDatabases.Named each : several) {
            all = all.and(each.access().redaction());
        }
        return all;
    }

    private void run(boolean connects, boolean each, DriverLoader loader) {
        EmbeddedDerby.keepQuiet();
        try (Limbeck limbeck = configured(connects, each).classLoader(loader).load()) {
            if (each) {
                runEach(limbeck);
            } else {
                run(limbeck);
            }
        } finally {
            if (connects) {
                for (String ended : urls()) {
                    if (EmbeddedDerby.isIn(ended)) {
                        EmbeddedDerby.shutDown(ended, loader);
                    }
                }
            }
        }
    }

    private Configuration configured(boolean connects, boolean each) {
        Configuration configuration = configuration().progress(new ConsoleProgress(output(), redaction()));
        if (each && !several.isEmpty()) {
            configuration.databases(
                    several.stream().map(DatabaseMojo::described).toArray(io.limbeck.environment.Database[]::new));
        } else if (connects) {
            configuration.url(access.url());
        } else if (need() == Need.DIALECT && !several.isEmpty()) {
            configuration.url(Words.orNull(commonUrl()));
        } else if (need() == Need.DIALECT
                && (access.exists() || Words.given(dialect).isEmpty())) {
            configuration.url(access.url());
        }
        if (each) {
            configuration.tenants(Words.orNull(tenants)).parallel(parallel);
        }
        if (connects) {
            configuration
                    .username(Words.orNull(access.credentials().username()))
                    .password(Words.orNull(access.credentials().password()))
                    .driver(access.driver())
                    .connectionProperties(access.properties());
        }
        configuration
                .dialect(Words.orNull(dialect))
                .schema(Words.orNull(schema))
                .versionTable(Words.orNull(versionTable))
                .versionTableSchema(Words.orNull(versionTableSchema))
                .transaction(Words.choiceOrNull("db.transaction", transaction, TransactionMode.class))
                .outOfOrder(Words.choiceOrNull("db.outOfOrder", outOfOrder, OutOfOrder.class))
                .fileTemplate(Words.orNull(fileTemplate))
                .postWrite(postWrite == null ? null : postWrite.toArray(new String[0]))
                .lockTimeout(Durations.parseOrNull("db.lockTimeout", lockTimeout))
                .lockWait(Durations.parseOrNull("db.lockWait", lockWait))
                .statementTimeout(Durations.parseOrNull("db.statementTimeout", statementTimeout));
        if (lockRetries != null) {
            configuration.lockRetries(lockRetries);
        }
        configuration.classPath(new ModelClassPath(session(), project(), resolver)::entries);
        configure(configuration);
        return configuration;
    }

    private static io.limbeck.environment.Database described(NamedDatabases.Named database) {
        Access access = database.access();
        return io.limbeck.environment.Database.named(database.name())
                .url(access.url())
                .username(access.credentials().username())
                .password(access.credentials().password())
                .schema(database.schema());
    }

    /** A URL that stands for all, if they lead to databases of one kind. */
    private String commonUrl() {
        List<Optional<String>> dialects = urls().stream()
                .map(each -> Dialects.ofUrl(each).map(Dialect::dialect))
                .distinct()
                .toList();
        return dialects.size() == 1 ? urls().get(0) : null;
    }

    private Access access(Optional<String> configured) {
        Credentials credentials = new Credentials(
                        Words.orNull(username),
                        values().value(password, "db.password").orElse(null))
                .orOf(server, session().getSettings(), decrypter);
        return new Access(
                configured.isPresent() ? configured.get() : workspace().databaseUrl(),
                configured.isPresent() || Files.isDirectory(workspace().database()),
                credentials,
                Words.orNull(driver),
                values().under(connectionProperties, "db.connectionProperties."));
    }

    /** Whether somebody may be asked. */
    boolean isInteractive() {
        return session().getRequest().isInteractiveMode();
    }

    /** How the goal's database is reached. */
    Access reached() {
        return access;
    }
}
