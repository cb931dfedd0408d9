package io.limbeck.dialect;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The dialects by name and by JDBC URL: Limbeck's own, and those that a {@link DialectProvider} brings. */
public final class Dialects {

    private static final List<String> OWN = List.of(
            "cockroachdb",
            "db2",
            "derby",
            "h2",
            "hsqldb",
            "mariadb",
            "mysql",
            "oracle",
            "postgresql",
            "sqlite",
            "sqlserver",
            "yugabytedb");

    /** Those of Limbeck's own whose servers another dialect's driver reaches too. */
    private static final Set<String> BEHIND_OTHERS = Set.of("cockroachdb", "yugabytedb");

    private static final String NAME = "[a-z][a-z0-9_]*";
    private static volatile Map<String, DialectProvider> all;

    private Dialects() {}

    /** One of Limbeck's own. */
    private static DialectProvider own(String name) {
        return switch (name) {
            case "cockroachdb" -> CockroachDb::new;
            case "db2" -> Db2::new;
            case "derby" -> Derby::new;
            case "h2" -> H2::new;
            case "hsqldb" -> Hsqldb::new;
            case "mariadb" -> MariaDb::new;
            case "mysql" -> MySql::new;
            case "oracle" -> Oracle::new;
            case "postgresql" -> PostgreSql::new;
            case "sqlite" -> Sqlite::new;
            case "sqlserver" -> SqlServer::new;
            case "yugabytedb" -> YugabyteDb::new;
            default -> throw new IllegalArgumentException(name);
        };
    }

    /** All of them; those from elsewhere are looked for when first asked for. */
    private static Map<String, DialectProvider> all() {
        Map<String, DialectProvider> found = all;
        if (found == null) {
            found = with(ServiceLoader.load(DialectProvider.class, Dialects.class.getClassLoader()));
            all = found;
        }
        return found;
    }

    /** Limbeck's own and others. */
    static Map<String, DialectProvider> with(Iterable<DialectProvider> others) {
        Map<String, DialectProvider> found = new TreeMap<>();
        for (String name : OWN) {
            found.put(name, version -> own(name).dialect(version));
        }
        try {
            for (DialectProvider provider : others) {
                String name = provider.dialect(Optional.empty()).dialect();
                if (!name.matches(NAME)) {
                    throw broken(
                            provider.getClass().getName() + " brings a dialect '" + name + "'",
                            "The name of a dialect is made of small letters, digits and '_'.");
                }
                if (found.putIfAbsent(name, provider) != null) {
                    throw broken(
                            provider.getClass().getName() + " brings another dialect '" + name + "'",
                            "Give it a name of its own, or leave one of the two out.");
                }
            }
        } catch (ServiceConfigurationError error) {
            throw broken("a dialect cannot be loaded: " + error.getMessage(), "Mend its jar, or leave it out.");
        }
        return found;
    }

    private static LimbeckException broken(String fact, String remedy) {
        return LimbeckException.setup(Problem.of("broken-dialect", fact, remedy));
    }

    /** Whether there are any but Limbeck's own. */
    public static boolean haveOthers() {
        return all().size() > OWN.size();
    }

    /** Every name. */
    public static Set<String> names() {
        return new TreeSet<>(all().keySet());
    }

    /** The names of Limbeck's own. */
    public static Set<String> own() {
        return new TreeSet<>(OWN);
    }

    /**
     * The dialect of a name, with or without a server version.
     *
     * @param name such as {@code postgresql} or {@code postgresql:16}
     * @throws LimbeckException when there is none
     */
    public static Dialect of(String name) {
        int colon = name.indexOf(':');
        String word = (colon < 0 ? name : name.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        Optional<Version> version = colon < 0
                ? Optional.empty()
                : Optional.of(Version.parse(name.substring(colon + 1).strip())
                        .orElseThrow(() -> LimbeckException.setup(Problem.of(
                                "unknown-dialect",
                                "'" + name + "' has no version behind its colon",
                                "Write it as in postgresql:16."))));
        return of(word, version);
    }

    /** The dialect of a name, for a server whose version may be known. */
    public static Dialect of(String name, Optional<Version> version) {
        DialectProvider provider = all().get(name);
        if (provider == null) {
            throw LimbeckException.setup(Problem.of(
                    "unknown-dialect",
                    "'" + name + "' is not a dialect",
                    Suggestion.remedy(name, "dialects", all().keySet())));
        }
        return provider.dialect(version);
    }

    /**
     * The dialect of a server that another dialect's driver reaches, told from the text in which it describes itself.
     * Shape: {@code CockroachDB CCL v24.3.1 (…)}
     */
    public static Optional<Dialect> ofServer(String description) {
        for (Map.Entry<String, DialectProvider> known : all().entrySet()) {
            if (BEHIND_OTHERS.contains(known.getKey()) || !OWN.contains(known.getKey())) {
                Optional<Version> version =
                        known.getValue().dialect(Optional.empty()).versionIn(description);
                if (version.isPresent()) {
                    return Optional.of(known.getValue().dialect(version));
                }
            }
        }
        return Optional.empty();
    }

    /** The dialect that a JDBC URL leads to, if any does. */
    public static Optional<Dialect> ofUrl(String url) {
        Optional<Dialect> likely = haveOthers() ? Optional.empty() : namesake(url);
        if (likely.isPresent()) {
            return likely;
        }
        for (DialectProvider provider : all().values()) {
            Dialect dialect = provider.dialect(Optional.empty());
            if (takes(dialect, url)) {
                return Optional.of(dialect);
            }
        }
        return Optional.empty();
    }

    /** The dialect that is called like the URL's driver, so that no other needs to be made to ask it. */
    private static Optional<Dialect> namesake(String url) {
        String[] parts = url.split(":", 3);
        if (parts.length < 3 || !OWN.contains(parts[1])) {
            return Optional.empty();
        }
        Dialect dialect = own(parts[1]).dialect(Optional.empty());
        return takes(dialect, url) ? Optional.of(dialect) : Optional.empty();
    }

    private static boolean takes(Dialect dialect, String url) {
        for (String prefix : dialect.server().urlPrefixes()) {
            if (url.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }
}
