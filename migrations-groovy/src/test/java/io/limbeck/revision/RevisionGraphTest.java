package io.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RevisionGraphTest {

    private static final String SHOP = """
            r
            x1 [shop] <- r
            x2 <- x1
            y1 [stock] <- r
            y2 [late] <- y1
            m <- x2 y1
            lib1 [lib]
            lib2 <- lib1
            z <- m needs lib
            """;

    @Test
    void knowsItsShape() {
        RevisionGraph graph = GraphText.graph(SHOP);
        assertThat(ids(graph.revisions())).containsExactly("lib1", "lib2", "r", "x1", "x2", "y1", "m", "z", "y2");
        assertThat(ids(graph.heads())).containsExactly("lib2", "z", "y2");
        assertThat(ids(graph.bases())).containsExactly("lib1", "r");
        assertThat(ids(graph.branchPoints())).containsExactly("r", "y1");
        assertThat(ids(graph.mergePoints())).containsExactly("m");
        assertThat(ids(graph.children("r"))).containsExactly("x1", "y1");
        assertThat(ids(graph.dependencies("z"))).containsExactly("lib1");
        assertThat(ids(graph.ancestors(Set.of("z")))).containsExactly("lib1", "r", "x1", "x2", "y1", "m", "z");
        assertThat(ids(graph.descendants(Set.of("lib1")))).containsExactly("lib1", "lib2", "z");
        assertThat(graph.labels()).containsExactly("late", "lib", "shop", "stock");
        assertThat(graph.labelled("shop")).map(Revision::id).contains("x1");
        assertThat(graph.inOrder(List.of("gone", "z", "r", "z"))).containsExactly("r", "z", "gone");
        assertThat(graph.unknown(List.of("gone", "z"))).containsExactly("gone");
    }

    @Test
    void aHeadThatOthersDependOnIsStillTheTipOfItsBranch() {
        RevisionGraph graph = GraphText.graph("lib1 [lib]\napp1 [app] needs lib");
        assertThat(ids(graph.heads())).containsExactly("app1");
        assertThat(ids(graph.tips())).containsExactly("lib1", "app1");
    }

    @ParameterizedTest
    @CsvSource({"r,''", "x1,shop", "x2,shop", "y1,stock", "y2,late stock", "m,shop stock", "lib1,lib", "z,shop stock"})
    void labelsHoldForABranch(String id, String labels) {
        assertThat(String.join(" ", GraphText.graph(SHOP).labelsOf(id))).isEqualTo(labels);
    }

    @Test
    void rowsThatNoScriptDeclaresAreHeads() {
        assertThat(Heads.of(GraphText.graph(SHOP), List.of("r", "x1", "gone"))).containsExactly("x1", "gone");
    }

    @Test
    void aMergeOfARevisionAndItsAncestorHasOneHead() {
        RevisionGraph graph = GraphText.graph("a\nb <- a\nm <- a b");
        assertThat(Heads.of(graph, List.of("a", "b", "m"))).containsExactly("m");
        assertThat(Heads.of(graph, List.of("a", "b"))).containsExactly("b");
    }

    @Test
    void tenThousandRevisionsInALineAreNoDepthToSpeakOf() {
        List<Revision> chain = new ArrayList<>(IntStream.range(0, 10_000)
                .mapToObj(i -> new Revision(
                        name(i),
                        i == 0 ? List.of() : List.of(name(i - 1)),
                        "",
                        i == 0 ? Set.of("line") : Set.of(),
                        List.of(),
                        Place.file(name(i) + ".groovy")))
                .toList());
        List<String> order = ids(chain);
        Collections.shuffle(chain, new Random(1));
        RevisionGraph graph = RevisionGraph.of(chain);
        Movements movements = new Movements(graph);
        assertThat(ids(graph.revisions())).isEqualTo(order);
        assertThat(ids(graph.heads())).containsExactly("r9999");
        assertThat(graph.labelsOf("r9999")).containsExactly("line");
        assertThat(movements.upgrade(List.of(), "heads").after()).isEqualTo(order);
        assertThat(ids(movements.downgrade(order, "-1").steps())).containsExactly("r9999");
        assertThat(movements.downgrade(order, "line@base").after()).isEmpty();
        assertThat(movements.upgrade(List.of(), "+500").headsAfter()).containsExactly("r499");

        chain.add(new Revision("r", List.of("r9999"), "", Set.of(), List.of(), Place.file("r.groovy")));
        chain.removeIf(revision -> revision.id().equals("r0"));
        chain.add(new Revision("r0", List.of("r"), "", Set.of(), List.of(), Place.file("r0.groovy")));
        LimbeckException circle = catchThrowableOfType(LimbeckException.class, () -> RevisionGraph.of(chain));
        assertThat(circle.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.code()).isEqualTo("cycle"));
    }

    @Test
    void thePackageKnowsNothingButErrors() {
        ArchRuleDefinition.classes()
                .that()
                .resideInAPackage("io.limbeck.revision")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("io.limbeck.revision", "io.limbeck.error", "java.lang..", "java.util..")
                .check(new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("io.limbeck.revision"));
    }

    private static String name(int i) {
        return "r" + i;
    }

    private static List<String> ids(List<Revision> revisions) {
        return revisions.stream().map(Revision::id).toList();
    }
}
