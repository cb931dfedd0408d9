package io.limbeck.dialect;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/** The dialects by name and by JDBC URL. */
public final class Dialects {

    private static final Map<String, Function<Optional<Version>, Dialect>> KNOWN = new TreeMap<>();

    static {
        KNOWN.put("derby", Derby::new);
        KNOWN.put("h2", H2::new);
        KNOWN.put("oracle", Oracle::new);
        KNOWN.put("postgresql", PostgreSql::new);
        KNOWN.put("sqlserver", SqlServer::new);
    }

    private Dialects() {}

    public static Set<String> names() {
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
        Function<Optional<Version>, Dialect> maker = KNOWN.get(name);
        if (maker == null) {
            throw LimbeckException.setup(Problem.of(
                    "unknown-dialect",
                    "'" + name + "' is not a dialect",
                    Suggestion.remedy(name, "dialects", KNOWN.keySet())));
        }
        return maker.apply(version);
    }

    /** The dialect that a JDBC URL leads to, if any does. */
    public static Optional<Dialect> ofUrl(String url) {
        return KNOWN.values().stream()
                .map(maker -> maker.apply(Optional.empty()))
                .filter(dialect -> dialect.urlPrefixes().stream().anyMatch(url::startsWith))
                .findFirst();
    }
}
