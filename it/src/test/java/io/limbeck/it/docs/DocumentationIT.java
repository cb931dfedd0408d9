package io.limbeck.it.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A page of the documentation")
class DocumentationIT {
    private static final Path ROOT = Path.of("..");
    private static final Path SITE = ROOT.resolve("site/src/site");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)(#[^)]*)?\\)");

    static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md"), ROOT.resolve("it/shop/README.md")));
        pages.addAll(sitePages());
        return pages;
    }

    private static List<Path> sitePages() throws IOException {
        try (Stream<Path> files = Files.list(SITE.resolve("markdown"))) {
            return files.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("shows files, outputs and tables as they are")
    void blocksAreTrue(Path file) throws IOException {
        Page page = Page.read(file);
        Output.check(file, page.with(DocumentationIT::wanted));
    }

    private static String wanted(Page.Block block) {
        try {
            return switch (block.source()) {
                case "file" ->
                    Excerpt.of(ROOT.resolve(block.name()), block.part())
                            .replace("@project.version@", System.getProperty("limbeck.version"));
                case "output" -> Files.readString(Output.file(block.name()));
                default -> Tables.named(block.name());
            };
        } catch (Exception e) {
            throw new AssertionError(block.source() + ": " + block.name(), e);
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("has nothing but shell commands that no file and no run stands behind")
    void everyOtherBlockIsShell(Path file) throws IOException {
        assertThat(Page.read(file).blocks())
                .filteredOn(block -> !block.isMarked())
                .allSatisfy(block ->
                        assertThat(block.language()).as("line %s", block.from()).isEqualTo("sh"));
    }

    @ParameterizedTest
    @MethodSource("pages")
    @DisplayName("links to pages that are there")
    void linksLeadSomewhere(Path file) throws IOException {
        Matcher link = LINK.matcher(Files.readString(file));
        while (link.find()) {
            String target = file.startsWith(SITE) ? link.group(1).replaceAll("\\.html$", ".md") : link.group(1);
            assertThat(file.resolveSibling(target)).exists();
        }
    }

    @Test
    @DisplayName("is in the site's menu")
    void everyPageIsInTheMenu() throws IOException {
        String menu = Files.readString(SITE.resolve("site.xml"));
        assertThat(sitePages())
                .allSatisfy(page -> assertThat(menu)
                        .contains("href=\"" + page.getFileName().toString().replace(".md", ".html") + "\""));
    }

    @Test
    @DisplayName("shows every output that is kept")
    void everyOutputIsShown() throws IOException {
        Set<String> unseen = new TreeSet<>();
        try (Stream<Path> files = Files.list(Output.file("any").getParent())) {
            files.forEach(file -> unseen.add(file.getFileName().toString().replace(".txt", "")));
        }
        for (Path page : pages()) {
            Page.read(page).blocks().stream()
                    .filter(block -> block.source().equals("output"))
                    .forEach(block -> unseen.remove(block.name()));
        }
        assertThat(unseen).isEmpty();
    }
}
