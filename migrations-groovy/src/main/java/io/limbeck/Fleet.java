package io.limbeck;

import io.limbeck.environment.Database;
import io.limbeck.environment.MigrationContext;
import io.limbeck.environment.Settings;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.online.Engine;
import io.limbeck.online.Pool;
import io.limbeck.online.Secrets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Several databases, on each of which the same is done: one that fails stops no other. */
final class Fleet implements AutoCloseable {

    private static final Pattern QUERY = Pattern.compile("(?is)\\s*(?:select|with|values|show|table)\\s.*");

    private final Settings settings;
    private final Scripts scripts;
    private final List<Pool> pools = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();

    /** One database, or one tenant of it; or that there is none, as the tenants could not be listed. */
    private record Member(String name, Settings settings, Optional<Pool> pool, Optional<LimbeckException> lost) {}

    /**
     * @throws LimbeckException when two databases bear one name, or there is none at all
     */
    Fleet(Settings settings, Scripts scripts) {
        this.settings = settings;
        this.scripts = scripts;
        requireDistinct(settings.databases().stream().map(Database::name).toList());
        requireOwnTables();
        try {
            if (settings.databases().isEmpty()) {
                add(Database.named("the database"), "");
            } else {
                settings.databases().forEach(database -> add(database, database.name() + "/"));
            }
            requireDistinct(members.stream().map(Member::name).toList());
        } catch (RuntimeException | Error failure) {
            close();
            throw failure;
        }
    }

    /** Tenants that shared a version table would be taken for one. */
    private void requireOwnTables() {
        if (settings.tenants().isEmpty()) {
            return;
        }
        try (Workspace workspace = new Workspace(settings, false, Optional.of(scripts), Optional.empty())) {
            Optional<String> schema = settings.versionTableSchema()
                    .or(() -> workspace.run().options().versionTableSchema());
            if (schema.isPresent()) {
                throw LimbeckException.setup(Problem.of(
                        "contradiction",
                        "'tenants' have a version table each, and 'versionTableSchema' puts it into '" + schema.get()
                                + "' for all of them",
                        "Leave 'versionTableSchema' out."));
            }
        }
    }

    private static void requireDistinct(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw LimbeckException.setup(Problem.of(
                        "duplicate-name",
                        "two databases are called '" + name + "'",
                        "Give each of 'databases' and 'tenants' a name of its own."));
            }
        }
    }

    /**
     * @param prefix of its tenants' names
     */
    private void add(Database database, String prefix) {
        Settings own = settings.of(database, database.schema().or(settings::schema));
        if (settings.tenants().isEmpty()) {
            members.add(new Member(database.name(), own, Optional.empty(), Optional.empty()));
            return;
        }
        try {
            Optional<Pool> pool = own.dataSource().isPresent() ? Optional.empty() : Optional.of(opened(own));
            for (String schema : schemas(settings.tenants().get(), own, pool)) {
                String name = prefix + schema;
                members.add(new Member(
                        name, settings.of(renamed(database, name), Optional.of(schema)), pool, Optional.empty()));
            }
        } catch (LimbeckException unreachable) {
            LimbeckException told = Secrets.without(own.secrets(), unreachable);
            members.add(new Member(database.name(), own, Optional.empty(), Optional.of(told)));
        }
    }

    private static Database renamed(Database database, String name) {
        return new Database(
                name,
                database.url(),
                database.dataSource(),
                database.username(),
                database.password(),
                database.schema());
    }

    private Pool opened(Settings own) {
        Pool pool = MigrationContext.pool(own);
        pools.add(pool);
        return pool;
    }

    private static List<String> schemas(String tenants, Settings own, Optional<Pool> pool) {
        if (!QUERY.matcher(tenants).matches()) {
            return Arrays.stream(tenants.split(","))
                    .map(String::strip)
                    .filter(schema -> !schema.isEmpty())
                    .toList();
        }
        Engine.ConnectionSetup nothing = connection -> {};
        try (Engine engine = pool.map(open -> open.engine(nothing))
                        .orElseGet(() -> Engine.over(own.dataSource().orElseThrow(), nothing));
                Connection connection = engine.connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(tenants)) {
            List<String> schemas = new ArrayList<>();
            while (rows.next()) {
                schemas.add(rows.getString(1));
            }
            return schemas;
        } catch (SQLException refused) {
            throw LimbeckException.setup(
                    Problem.of(
                            "tenants",
                            "the query for the tenants failed: " + refused.getMessage(),
                            "'tenants' is a query whose first column lists schemas, or their names with commas."),
                    refused);
        }
    }

    /**
     * Does the same on each, several at the same time.
     *
     * @param finished hears of each outcome, one at a time, in the order in which they come
     */
    <T> Outcomes<T> each(Function<Limbeck, T> work, Consumer<Outcome<T>> finished) {
        long began = System.nanoTime();
        List<Outcome<T>> outcomes = new ArrayList<>(java.util.Collections.nCopies(members.size(), null));
        Queue<Integer> waiting = new ConcurrentLinkedQueue<>();
        for (int i = 0; i < members.size(); i++) {
            waiting.add(i);
        }
        Object turn = new Object();
        Runnable worker = () -> {
            for (Integer next = waiting.poll(); next != null; next = waiting.poll()) {
                Outcome<T> outcome = outcome(members.get(next), work);
                synchronized (turn) {
                    outcomes.set(next, outcome);
                    finished.accept(outcome);
                }
            }
        };
        Workers.run(worker, Math.min(settings.parallel(), members.size()), waiting::clear);
        for (int i = 0; i < members.size(); i++) {
            if (outcomes.get(i) == null) {
                outcomes.set(i, notBegun(members.get(i)));
            }
        }
        return new Outcomes<>(outcomes, since(began));
    }

    private static <T> Outcome<T> notBegun(Member member) {
        return new Outcome<>(
                member.name(),
                Optional.empty(),
                Optional.of(LimbeckException.setup(Problem.of(
                        "interrupted", "nothing was done, as the run was interrupted before", "Run the same again."))),
                Duration.ZERO);
    }

    private <T> Outcome<T> outcome(Member member, Function<Limbeck, T> work) {
        long began = System.nanoTime();
        try {
            member.lost().ifPresent(lost -> {
                throw lost;
            });
            T answer = work.apply(new Limbeck(member.settings(), scripts, member.pool()));
            return new Outcome<>(member.name(), Optional.of(answer), Optional.empty(), since(began));
        } catch (LimbeckException failure) {
            return new Outcome<>(member.name(), Optional.empty(), Optional.of(failure), since(began));
        } catch (RuntimeException | StackOverflowError | AssertionError | LinkageError fault) {
            LimbeckException failure = LimbeckException.setup(Problem.of("unexpected", fault.toString(), null), fault);
            LimbeckException told = Secrets.without(member.settings().secrets(), failure);
            return new Outcome<>(member.name(), Optional.empty(), Optional.of(told), since(began));
        }
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    @Override
    public void close() {
        for (Pool pool : pools) {
            try {
                pool.close();
            } catch (SQLException broken) {
                // its connections are of no use to anybody
            }
        }
    }
}
