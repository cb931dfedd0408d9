package io.limbeck.dialect;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A dialect's class")
class NoOtherNamesTest {

    private static final Path SOURCES = Path.of("src/main/java/io/limbeck/dialect");
    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|(?m)^\\s*//.*?$", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("class \\w+ extends (\\w+)");
    private static final Pattern DATABASE = Pattern.compile(
            "postgres(ql)?|mysql|mariadb|oracle|sql ?server|mssql|db2|sqlite|\\bh2|hsqldb|derby|cockroach(db)?|yugabyte(db)?",
            Pattern.CASE_INSENSITIVE);

    /** The sources that belong to one dialect: its class, and those whose names begin like it. */
    static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files.filter(file -> owner(file).isPresent()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sources")
    @DisplayName("names no database but its own, and those it descends from")
    void namesNoOther(Path file) throws IOException {
        String code = COMMENT.matcher(Files.readString(file)).replaceAll("");
        Set<String> allowed = family(owner(file).orElseThrow());
        Set<String> others = DATABASE.matcher(code)
                .results()
                .map(MatchResult::group)
                .map(NoOtherNamesTest::plain)
                .filter(name -> !allowed.contains(name))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(others).isEmpty();
    }

    private static String plain(String name) {
        return name.toLowerCase(java.util.Locale.ROOT)
                .replace(" ", "")
                .replaceAll("^(cockroach|yugabyte)db$", "$1")
                .replace("mssql", "sqlserver")
                .replaceAll("^postgres$", "postgresql");
    }

    /** The names of a dialect's class and of those it extends. */
    private static Set<String> family(String owner) throws IOException {
        Set<String> family = new TreeSet<>();
        for (String name = owner; name != null && classes().containsKey(name); ) {
            family.add(plain(name));
            var parent = PARENT.matcher(Files.readString(SOURCES.resolve(name + ".java")));
            name = parent.find() ? parent.group(1) : null;
        }
        return family;
    }

    /** The dialect's class that a source belongs to. */
    private static Optional<String> owner(Path file) {
        String name = file.getFileName().toString().replace(".java", "");
        return classes().keySet().stream().filter(name::startsWith).max(Comparator.comparingInt(String::length));
    }

    private static Map<String, Dialect> classes() {
        return Dialects.own().stream()
                .map(Dialects::of)
                .collect(toMap(dialect -> dialect.getClass().getSimpleName(), dialect -> dialect));
    }
}
