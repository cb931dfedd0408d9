package io.limbeck.dialect;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The dialects by name and by JDBC URL: Limbeck's own, and those that a {@link DialectProvider} brings. */
public final class Dialects {

    private static final Map<String, DialectProvider> KNOWN = new TreeMap<>();

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static volatile Map<String, DialectProvider> all;

    static {
        KNOWN.put("cockroachdb", CockroachDb::new);
        KNOWN.put("db2", Db2::new);
        KNOWN.put("derby", Derby::new);
        KNOWN.put("h2", H2::new);
        KNOWN.put("hsqldb", Hsqldb::new);
        KNOWN.put("mariadb", MariaDb::new);
        KNOWN.put("mysql", MySql::new);
        KNOWN.put("oracle", Oracle::new);
        KNOWN.put("postgresql", PostgreSql::new);
        KNOWN.put("sqlite", Sqlite::new);
        KNOWN.put("sqlserver", SqlServer::new);
        KNOWN.put("yugabytedb", YugabyteDb::new);
    }

    private Dialects() {}

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
        Map<String, DialectProvider> found = new TreeMap<>(KNOWN);
        try {
            for (DialectProvider provider : others) {
                String name = provider.dialect(Optional.empty()).dialect();
                if (!NAME.matcher(name).matches()) {
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

    /** Every name. */
    public static Set<String> names() {
        return new TreeSet<>(all().keySet());
    }

    /** The names of Limbeck's own. */
    public static Set<String> own() {
        return new TreeSet<>(KNOWN.keySet());
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
        return all().values().stream()
                .flatMap(known -> known.dialect(Optional.empty()).versionIn(description).stream()
                        .map(version -> known.dialect(Optional.of(version))))
                .findFirst();
    }

    /** The dialect that a JDBC URL leads to, if any does. */
    public static Optional<Dialect> ofUrl(String url) {
        return all().values().stream()
                .map(provider -> provider.dialect(Optional.empty()))
                .filter(dialect -> dialect.urlPrefixes().stream().anyMatch(url::startsWith))
                .findFirst();
    }
}
