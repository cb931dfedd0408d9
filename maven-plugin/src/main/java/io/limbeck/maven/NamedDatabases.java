package io.limbeck.maven;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/**
 * The databases that a POM and the properties {@code db.databases} and {@code db.databases.NAME.…} name.
 *
 * @param configured in the POM; null for none
 */
record NamedDatabases(List<Database> configured, BuildValues values, Settings settings, SettingsDecrypter decrypter) {

    private static final String PROPERTY = "db.databases";

    /**
     * One of several databases.
     *
     * @param schema or null
     */
    record Named(String name, Access access, String schema) {}

    /** Whether somebody chose among them, or named them, on the command line. */
    boolean chosen() {
        return values.value(PROPERTY).isPresent();
    }

    /**
     * The databases, each with what the goal says for all where it says nothing itself.
     *
     * @param usual how the goal's own database is reached
     * @param usualUrl the URL that somebody configured for it
     * @throws LimbeckException when one has no name or no URL, or none has a name that was chosen
     */
    List<Named> all(Access usual, Optional<String> usualUrl) {
        List<Named> all = new ArrayList<>();
        selected().forEach((name, database) -> all.add(named(name, database, usual, usualUrl)));
        return all;
    }

    private Map<String, Database> selected() {
        Map<String, Database> byName = new LinkedHashMap<>();
        for (Database database : configured == null ? List.<Database>of() : configured) {
            String name = Words.given(database.name())
                    .orElseThrow(() -> LimbeckException.setup(Problem.of(
                            "missing-name",
                            "one of `databases` has no name",
                            "Each needs a `<name>`, by which outputs call it.")));
            if (byName.put(name, database) != null) {
                throw LimbeckException.setup(Problem.of(
                        "duplicate-name",
                        "two of `databases` are called '" + name + "'",
                        "Give each a name of its own."));
            }
        }
        if (!chosen()) {
            return byName;
        }
        Map<String, Database> chosen = new LinkedHashMap<>();
        for (String name : Words.list(values.value(PROPERTY).orElseThrow())) {
            boolean described = !values.under(PROPERTY + "." + name + ".").isEmpty();
            if (!byName.containsKey(name) && !described) {
                throw LimbeckException.setup(Problem.of(
                        "unknown-database",
                        "there is no database '" + name + "' in `" + PROPERTY + "`",
                        byName.isEmpty()
                                ? "Say where it is: -D" + PROPERTY + "." + name + ".url=jdbc:…"
                                : Suggestion.remedy(name, "databases", byName.keySet())));
            }
            chosen.put(name, byName.getOrDefault(name, new Database()));
        }
        return chosen;
    }

    private Named named(String name, Database database, Access usual, Optional<String> usualUrl) {
        String url = value(name, "url", database.url())
                .or(() -> usualUrl)
                .orElseThrow(() -> LimbeckException.setup(Problem.of(
                        "no-url",
                        "database '" + name + "' has no URL",
                        "Give it a `<url>`, or all of them `db.url`.")));
        Credentials own = new Credentials(
                        value(name, "username", database.username()).orElse(null),
                        value(name, "password", database.password()).orElse(null))
                .orOf(value(name, "server", database.server()).orElse(null), settings, decrypter);
        Credentials credentials = new Credentials(
                Optional.ofNullable(own.username()).orElse(usual.credentials().username()),
                Optional.ofNullable(own.password()).orElse(usual.credentials().password()));
        return new Named(
                name,
                new Access(url.strip(), true, credentials, usual.driver(), usual.properties()),
                value(name, "schema", database.schema()).orElse(null));
    }

    /** The command line's word before the POM's. */
    private Optional<String> value(String database, String parameter, String inPom) {
        return values.value(PROPERTY + "." + database + "." + parameter).or(() -> Words.given(inPom));
    }
}
