package io.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.limbeck.error.Place;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GraphDrawingTest {

    private static final Function<Revision, List<String>> UNMARKED = revision -> List.of();

    /** A history and its drawing, in {@code drawings.txt}: a title after ##, the revisions, a dashed line, the drawing. */
    record Drawing(String title, String history, String expected) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Drawing> drawings() {
        return Arrays.stream(resource().split("(?m)^## ")).skip(1).map(text -> {
            String[] parts = text.split("(?m)^-+\n");
            int line = parts[0].indexOf('\n');
            return new Drawing(parts[0].substring(0, line), parts[0].substring(line + 1), parts[1].stripTrailing());
        });
    }

    @ParameterizedTest
    @MethodSource("drawings")
    void aHistoryIsDrawnAsItIsRead(Drawing drawing) {
        RevisionGraph graph = GraphText.graph(drawing.history());
        assertThat(String.join("\n", lines(graph, UNMARKED))).isEqualTo(drawing.expected());
    }

    @Test
    void revisionsAreMarkedInWords() {
        RevisionGraph graph = GraphText.graph("a1 \"first\"\na2 [shop] <- a1 \"second\"");
        Function<Revision, List<String>> marks =
                revision -> revision.id().equals("a1") ? List.of("current") : List.of("head", "pending");
        assertThat(lines(graph, marks)).containsExactly("* a2 (head, pending) [shop] second", "* a1 (current) first");
    }

    @Test
    void aLongMessageIsCutWhereTheLineEnds() {
        RevisionGraph graph = RevisionGraph.of(List.of(
                revision("a1", "long ".repeat(30)),
                revision("b1", "名前".repeat(40)),
                revision("c1", "one\ntwo\tthree")));
        assertThat(lines(graph, UNMARKED))
                .allSatisfy(line -> assertThat(TextWidth.of(line)).isLessThanOrEqualTo(80));
        assertThat(lines(graph, UNMARKED).get(2)).hasSize(80).endsWith("long…");
        assertThat(lines(graph, UNMARKED).get(1)).endsWith("名…");
        assertThat(lines(graph, UNMARKED).get(0)).isEqualTo("* c1 one");
    }

    @Test
    void everyRevisionStandsOnceAboveWhatItNeedsAndNoLineIsTooLong() {
        for (int seed = 0; seed < 3000; seed++) {
            try {
                RevisionGraph graph = RevisionGraph.of(RandomGraphs.revisions(new Random(seed)));
                List<String> lines = lines(graph, revision -> List.of("pending"));
                List<String> drawn = lines.stream()
                        .filter(line -> line.contains("*"))
                        .map(line -> line.replaceFirst("^[|:…* ]+", "").split(" ")[0])
                        .toList();
                assertThat(drawn).hasSize(graph.revisions().size()).doesNotHaveDuplicates();
                for (Revision revision : graph.revisions()) {
                    Set.of(revision.id())
                            .forEach(id -> graph.ancestors(List.of(id)).stream()
                                    .filter(other -> !other.equals(revision))
                                    .forEach(other -> assertThat(drawn.indexOf(other.id()))
                                            .isGreaterThan(drawn.indexOf(id))));
                }
                assertThat(lines).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
                assertThat(lines.get(lines.size() - 1))
                        .as("nothing hangs below the last")
                        .contains("*");
            } catch (AssertionError | RuntimeException e) {
                fail("seed " + seed, e);
            }
        }
    }

    @Test
    void manyBranchesSideBySideShareTheLastColumn() {
        List<Revision> revisions = new ArrayList<>(List.of(revision("root", "")));
        for (int i = 10; i < 40; i++) {
            revisions.add(new Revision("b" + i, List.of("root"), "", Set.of(), List.of(), Place.file("b" + i)));
            revisions.add(new Revision("c" + i, List.of("b" + i), "", Set.of(), List.of(), Place.file("c" + i)));
        }
        List<String> downs = revisions.stream()
                .map(Revision::id)
                .filter(id -> id.startsWith("c"))
                .toList();
        revisions.add(new Revision("all", downs, "merge", Set.of(), List.of(), Place.file("all")));
        List<String> lines = lines(RevisionGraph.of(revisions), UNMARKED);
        assertThat(lines)
                .allSatisfy(line -> assertThat(line.replaceFirst("\\* .*", "*")).hasSizeLessThan(21));
        assertThat(lines.stream().filter(line -> line.contains("*"))).hasSize(62);
        assertThat(lines).anyMatch(line -> line.contains("…"));
    }

    @Test
    void tenThousandRevisionsTakeAFewLinesEach() {
        List<Revision> wide = new ArrayList<>(List.of(revision("root", "")));
        for (int i = 0; i < 10_000; i++) {
            String down = i % 2 == 0 ? "root" : "r" + (i - 1);
            wide.add(new Revision("r" + i, List.of(down), "", Set.of(), List.of(), Place.file("r" + i)));
        }
        assertThat(lines(RevisionGraph.of(wide), UNMARKED)).hasSizeBetween(10_001, 40_000);
    }

    private static Revision revision(String id, String message) {
        return new Revision(id, List.of(), message, Set.of(), List.of(), Place.file(id));
    }

    private static List<String> lines(RevisionGraph graph, Function<Revision, List<String>> marks) {
        List<Revision> newestFirst = new ArrayList<>(graph.revisions());
        Collections.reverse(newestFirst);
        return GraphDrawing.lines(newestFirst, marks, 80);
    }

    private static String resource() {
        try (var file = GraphDrawingTest.class.getResourceAsStream("drawings.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
