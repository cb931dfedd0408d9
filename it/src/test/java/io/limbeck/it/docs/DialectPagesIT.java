package io.limbeck.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("The page of a dialect")
class DialectPagesIT {

    private static final Path SITE = Path.of("../site/src/site");
    private static final String BEGIN = "      <!-- dialects, made by the build -->\n";
    private static final String END = "      <!-- end of dialects -->\n";

    static Set<String> dialects() {
        return Dialects.own();
    }

    @ParameterizedTest
    @MethodSource("dialects")
    @DisplayName("says what the code and the golden cases say")
    void isTrue(String name) throws IOException {
        Output.check(SITE.resolve("markdown/" + DialectPage.file(name) + ".md"), DialectPage.of(name));
    }

    @Test
    @DisplayName("is in the site's menu")
    void isInTheMenu() throws IOException {
        Path file = SITE.resolve("site.xml");
        String text = Files.readString(file);
        String items = Dialects.own().stream()
                .map(name -> "      <item name=\"" + name + "\" href=\"" + DialectPage.file(name) + ".html\" />\n")
                .collect(Collectors.joining());
        int from = text.indexOf(BEGIN) + BEGIN.length();
        Output.check(file, text.substring(0, from) + items + text.substring(text.indexOf(END)));
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("is there for no other dialect")
    void isOfADialect(Path page) throws IOException {
        String name = page.getFileName().toString().replaceAll("dialect-|\\.md", "");
        if (Output.isWriting() && !Dialects.own().contains(name)) {
            Files.delete(page);
        } else {
            assertThat(Dialects.own()).contains(name);
        }
    }

    static List<Path> pages() throws IOException {
        try (Stream<Path> files = Files.list(SITE.resolve("markdown"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("dialect-"))
                    .sorted()
                    .toList();
        }
    }
}
