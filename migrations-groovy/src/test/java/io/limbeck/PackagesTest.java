package io.limbeck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.sql.DriverManager;

/** Which package may know which. */
@AnalyzeClasses(packages = "io.limbeck", importOptions = ImportOption.DoNotIncludeTests.class)
class PackagesTest {

    @ArchTest
    static final ArchRule dependenciesPointOneWay =
            slices().matching("io.limbeck.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nothingKnowsTheFrontDoor = noClasses()
            .that()
            .resideOutsideOfPackage("io.limbeck")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.limbeck");

    @ArchTest
    static final ArchRule revisionsKnowOnlyErrors = noClasses()
            .that()
            .resideInAPackage("io.limbeck.revision")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages("io.limbeck.revision", "io.limbeck.error", "java.lang..", "java.util..");

    @ArchTest
    static final ArchRule plansKnowNoDatabaseAndNoFile = noClasses()
            .that()
            .resideInAPackage("io.limbeck.plan")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "java.nio.file..", "java.io..", "io.limbeck.online..");

    @ArchTest
    static final ArchRule writingNeedsNoDatabase = noClasses()
            .that()
            .resideInAPackage("io.limbeck.offline")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "groovy.sql..", "io.limbeck.script..");

    @ArchTest
    static final ArchRule runningKnowsNoScripts = noClasses()
            .that()
            .resideInAPackage("io.limbeck.online")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.limbeck.script..", "io.limbeck.dsl..", "io.limbeck.offline..");

    @ArchTest
    static final ArchRule runningKnowsNoFiles = noClasses()
            .that()
            .resideInAPackage("io.limbeck.online")
            .and()
            .doNotHaveSimpleName("AttachedLock")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..")
            .because("scripts are read long before; only a lock in a database beside the migrated one is a file");

    @ArchTest
    static final ArchRule inspectionKnowsNoPlans = noClasses()
            .that()
            .resideInAPackage("io.limbeck.inspect")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "io.limbeck.plan..", "io.limbeck.script..", "io.limbeck.online..", "io.limbeck.revision..");

    @ArchTest
    static final ArchRule driversAreNeverTakenFromTheWholeProcess =
            noClasses().should().dependOnClassesThat().areAssignableTo(DriverManager.class);
}
