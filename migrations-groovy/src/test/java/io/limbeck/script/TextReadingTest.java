package io.limbeck.script;

import static com.tngtech.archunit.core.importer.ImportOption.Predefined.DO_NOT_INCLUDE_TESTS;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextReadingTest {

    static {
        System.setProperty("derby.stream.error.file", "target/derby.log");
    }

    @Test
    void scriptsAreReadAsTextWithoutGroovy() {
        noClasses()
                .that()
                .belongToAnyOf(Outline.class, SqlScript.class, SqlSplitter.class, SourceText.class)
                .should()
                .transitivelyDependOnClassesThat()
                .resideInAnyPackage("groovy..", "org.codehaus.groovy..", "org.apache.groovy..")
                .check(new ClassFileImporter()
                        .withImportOption(DO_NOT_INCLUDE_TESTS)
                        .importPackages("io.limbeck"));
    }

    @ParameterizedTest
    @CsvSource({
        "derby, jdbc:derby:memory:texts;create=true",
        "h2, jdbc:h2:mem:texts",
    })
    void theDatabaseTakesTheStatementsAsTheyAreCut(String rules, String url) throws Exception {
        SourceText script = SourceText.of("script.sql", """
                /* one /* two; */ three; */
                create table t (id int, name varchar(20)); -- four; it's
                insert into t values (1, 'a;''b\\'), /* five /* six */ ; */ (2, '--') -- seven
                """);
        try (Connection connection = DriverManager.getConnection(url)) {
            for (SqlStatement statement : SqlSplitter.split(script, Rules.of(rules))) {
                connection.createStatement().execute(statement.text());
            }
            ResultSet rows = connection.createStatement().executeQuery("select name from t order by id");
            rows.next();
            assertThat(rows.getString(1)).isEqualTo("a;'b\\");
        }
    }
}
