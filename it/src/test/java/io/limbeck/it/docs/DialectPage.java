package io.limbeck.it.docs;

import static io.limbeck.it.docs.Tables.code;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dialect.Version;
import io.limbeck.error.Problem;
import io.limbeck.error.Refusal;
import io.limbeck.golden.GoldenCase;
import io.limbeck.golden.GoldenCases;
import io.limbeck.golden.Outcome;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the site says of one dialect, all of it made from the code and the golden cases. */
final class DialectPage {

    private final Dialect dialect;
    private final List<Dialect> newer;

    private DialectPage(String name) {
        this.dialect = Dialects.of(name);
        this.newer = GoldenCases.all().stream()
                .flatMap(golden -> golden.namesOf(name).stream())
                .distinct()
                .map(Dialects::of)
                .filter(each -> each.version().isPresent())
                .filter(each -> each.decidingVersion().compareTo(dialect.decidingVersion()) > 0)
                .sorted(Comparator.comparing(Dialect::decidingVersion))
                .toList();
    }

    /** The page in Markdown. */
    static String of(String name) {
        DialectPage page = new DialectPage(name);
        return String.join("\n", page.introduction(), page.types(), page.features(), page.refusals());
    }

    /** The file's name without its ending. */
    static String file(String name) {
        return "dialect-" + name;
    }

    private String introduction() {
        ClientProfile client = dialect.clientProfile();
        String begin = client.begin().isEmpty() ? "" : ", " + code(client.begin()) + " to " + code(client.commit());
        return "# " + dialect.dialect() + "\n\nWhat Limbeck knows of this database. The page is made by the build; [the"
                + " list of databases](dialects.html) leads to the others.\n"
                + Tables.markdown(
                        List.of("", ""),
                        List.of(
                                List.of("`dialect`", names()),
                                List.of("URL", Tables.url(dialect)),
                                List.of("driver", code(dialect.server().driverArtifact())),
                                List.of("driver's class", code(dialect.server().driverClass())),
                                List.of("names", "up to " + dialect.maxIdentifier() + " characters"),
                                List.of(
                                        "a failed revision",
                                        dialect.supports(Feature.TRANSACTIONAL_DDL)
                                                ? "leaves nothing behind: DDL is rolled back"
                                                : "goes on behind its last statement: DDL is not rolled back"),
                                List.of("scripts are for", code(client.client()) + begin),
                                List.of("run with", code(client.command())),
                                List.of("they begin with", all(client.header())),
                                List.of(
                                        "statements end in",
                                        code(client.terminator().strip()))));
    }

    private String names() {
        Version oldest = dialect.decidingVersion();
        return code(dialect.dialect()) + ", which means version " + oldest + "; " + code(dialect + ":" + oldest)
                + " and the like for a certain one; online the server's own version decides";
    }

    private static String all(List<String> texts) {
        return texts.stream().map(Tables::code).collect(Collectors.joining(", "));
    }

    private String types() {
        List<String> heading = new ArrayList<>(List.of("type", "is"));
        List<Dialect> telling = newer.stream()
                .filter(each -> !words(each).equals(words(dialect)))
                .toList();
        telling.forEach(each -> heading.add("from " + each.decidingVersion()));
        List<List<String>> rows = Tables.samples()
                .map(type -> Stream.concat(
                                Stream.of(code(type.script()), word(dialect, type)),
                                telling.stream().map(each -> word(each, type)))
                        .toList())
                .toList();
        return "## Types\n" + Tables.markdown(heading, rows);
    }

    private static List<String> words(Dialect each) {
        return Tables.samples().map(type -> word(each, type)).toList();
    }

    private static String word(Dialect each, Type type) {
        try {
            return code(each.type(type));
        } catch (Refusal lacking) {
            return "refused: " + lacking.getMessage();
        }
    }

    private String features() {
        List<List<String>> rows = Stream.of(Feature.values())
                .filter(feature -> feature != Feature.TRANSACTIONAL_DDL)
                .map(feature -> List.of(feature.request().replace("|", "\\|"), support(feature)))
                .toList();
        return "## What scripts may ask for\n\nWhat is not there is refused when the run is planned, never dropped.\n"
                + Tables.markdown(List.of("request", ""), rows);
    }

    private String support(Feature feature) {
        if (dialect.supports(feature)) {
            return "yes";
        }
        if (feature == Feature.CONCURRENT_INDEX) {
            return "no, and made like any other index";
        }
        String from = newer.stream()
                .filter(each -> each.supports(feature))
                .findFirst()
                .map(each -> "from " + each.decidingVersion() + ". ")
                .orElse("no. ");
        try {
            dialect.require(feature);
            throw new IllegalStateException(feature + " is supported after all");
        } catch (Refusal refusal) {
            return (from + cell(refusal.at(null).remedy().orElse(""))).strip();
        }
    }

    private String refusals() {
        Map<String, Problem> refusals = new TreeMap<>();
        for (GoldenCase golden : GoldenCases.all()) {
            for (String name : golden.namesOf(dialect.dialect())) {
                Stream.of(Outcome.of(golden, name))
                        .flatMap(outcome ->
                                Stream.concat(outcome.problems().stream(), outcome.backwardRefusals().stream()))
                        .filter(problem -> problem.code().equals("unsupported"))
                        .forEach(problem -> refusals.putIfAbsent(problem.fact(), problem));
            }
        }
        List<List<String>> rows = refusals.values().stream()
                .map(problem ->
                        List.of(cell(problem.fact()), cell(problem.remedy().orElse(""))))
                .toList();
        return "## Refusals, and what to do instead\n\nAs the golden cases have them; names are those of the cases.\n"
                + Tables.markdown(List.of("refused", "instead"), rows);
    }

    private static String cell(String text) {
        return text.strip().replace("|", "\\|").replace("<", "&lt;").replaceAll("\\s*\n\\s*", " ");
    }
}
