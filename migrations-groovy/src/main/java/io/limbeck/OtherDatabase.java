package io.limbeck;

import io.limbeck.dialect.Dialects;
import io.limbeck.environment.Settings;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Schema;
import io.limbeck.target.Source;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** A database that is the model for others: {@code target database(url: 'jdbc:…', username: 'reader')}. */
record OtherDatabase(Settings settings) {

    private static final Set<String> OPTIONS =
            new TreeSet<>(Set.of("url", "username", "password", "driver", "schema", "schemas", "versionTable"));

    Schema schema(Source source) {
        Map<String, Object> options = source.options();
        for (String option : options.keySet()) {
            if (!OPTIONS.contains(option)) {
                throw LimbeckException.setup(Problem.of(
                        "unknown-option",
                        "'database' has no option '" + option + "'",
                        Suggestion.remedy(option, "options", OPTIONS)));
            }
        }
        String url = text(options, "url")
                .orElseThrow(() -> LimbeckException.setup(Problem.of(
                        "missing-option",
                        "'database' needs the option 'url:'",
                        "Write target database(url: 'jdbc:…').")));
        Configuration configuration = Limbeck.configure()
                .directory(settings.directory())
                .locations(settings.locations().toArray(String[]::new))
                .url(url)
                .username(text(options, "username").orElse(null))
                .password(text(options, "password").orElse(null))
                .driver(text(options, "driver").orElse(null))
                .schema(text(options, "schema").orElse(null))
                .versionTable(
                        text(options, "versionTable").or(settings::versionTable).orElse(null))
                .dialect(
                        Dialects.ofUrl(url).isPresent()
                                ? null
                                : settings.dialect().orElse(null))
                .classLoader(settings.classLoader());
        try (Limbeck limbeck = configuration.load()) {
            return limbeck.inspected(text(options, "schemas")
                    .map(names -> List.of(names.split(",")))
                    .orElse(List.of()));
        }
    }

    private static Optional<String> text(Map<String, Object> options, String name) {
        return Optional.ofNullable(options.get(name)).map(String::valueOf);
    }
}
