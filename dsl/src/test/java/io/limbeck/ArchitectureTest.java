package io.limbeck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Packages know those before them and none behind. */
@AnalyzeClasses(packages = "io.limbeck", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    private static final List<String> ORDER =
            List.of("error", "type", "schema", "sql", "call", "operation", "dialect", "dsl");

    @ArchTest
    static final ArchRule NO_CYCLES =
            slices().matching("io.limbeck.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule NO_DATABASE_AND_NO_FILES = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.file..", "groovy.sql..", "org.apache.maven..")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("java.io.File");

    @ArchTest
    static final ArchRule CALLS_KNOW_PROBLEMS_ALONE = noClasses()
            .that()
            .resideInAPackage("io.limbeck.call")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.limbeck.type", "io.limbeck.schema", "io.limbeck.sql", "groovy..");

    @ArchTest
    static final ArchRule ONLY_THE_LANGUAGE_KNOWS_GROOVY = noClasses()
            .that()
            .resideOutsideOfPackage("io.limbeck.dsl")
            .should()
            .dependOnClassesThat(com.tngtech.archunit.base.DescribedPredicate.describe(
                    "are of Groovy, other than Closure",
                    type -> (type.getPackageName().startsWith("groovy")
                                    || type.getPackageName().startsWith("org.codehaus.groovy"))
                            && !type.getFullName().equals("groovy.lang.Closure")));

    @TestFactory
    List<DynamicTest> noPackageKnowsThoseBehindIt() {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("io.limbeck");
        return ORDER.subList(0, ORDER.size() - 1).stream()
                .map(name -> DynamicTest.dynamicTest(
                        name,
                        () -> noClasses()
                                .that()
                                .resideInAPackage("io.limbeck." + name)
                                .should()
                                .dependOnClassesThat()
                                .resideInAnyPackage(ORDER.subList(ORDER.indexOf(name) + 1, ORDER.size()).stream()
                                        .map(behind -> "io.limbeck." + behind)
                                        .toArray(String[]::new))
                                .check(classes)))
                .toList();
    }
}
