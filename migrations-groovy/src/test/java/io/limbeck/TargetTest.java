package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.schema.Schema;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("Target metadata")
class TargetTest {

    private static final String PERSON = """
            table('person') {
                column 'id', bigint, identity: true, primaryKey: true
                column 'name', varchar(40)
            }
            """;
    private static final String CREATE_PERSON = "create" + PERSON.replaceFirst("t", "T");

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void begin() throws Exception {
        project = new Project(folder);
        Files.createDirectories(folder.resolve("migrations"));
    }

    private void declare(String text) {
        project.file("./schema.groovy", text);
    }

    private Limbeck limbeck() {
        return project.offline("h2").load();
    }

    @Test
    @DisplayName("that agrees with the history is clean, without a database")
    void clean() {
        project.revision("a1", "", CREATE_PERSON);
        declare(PERSON);

        assertThat(limbeck().check(Against.HISTORY).isClean()).isTrue();
    }

    @Test
    @DisplayName("that asks for more tells what is to be written")
    void pendingWork() {
        project.revision("a1", "", CREATE_PERSON);
        declare(PERSON.replace("varchar(40)", "varchar(80)\n    column 'email', varchar(255), unique: true"));

        CheckReport report = limbeck().check(Against.HISTORY);

        assertThat(report.problems()).singleElement().asString().isEqualTo("""
                no revision does yet what the target metadata asks for:
                    addColumn 'person', 'email', varchar(255)
                    alterColumn 'person', 'name', type: varchar(80)
                    addUnique 'person', 'email', name: 'uq_person_email'
                  mvn db:revision -Ddb.autogenerate=true -Ddb.message="…\"""");
        SchemaDifference difference = limbeck().diff("history", "target");
        assertThat(difference.summary())
                .containsExactly(
                        "+ column person.email",
                        "~ alterColumn 'person', 'name', type: varchar(80)",
                        "+ constraint uq_person_email");
        assertThat(difference.sql()).contains("ALTER TABLE person ADD COLUMN email VARCHAR(255);\n");
        assertThat(limbeck().diff("target", "history").summary()).contains("- column person.email");
    }

    @Test
    @DisplayName("is missed where there is none")
    void missing() {
        assertThatThrownBy(() -> limbeck().check(Against.HISTORY))
                .hasMessageContaining("nothing says what the schema should be")
                .hasMessageContaining("schema.groovy");
    }

    @Test
    @DisplayName("may come from several places")
    void combined() {
        declare(
                "table('pet') { column 'owner', bigint, references: 'person'\n column 'id', bigint, primaryKey: true }");
        project.file("./people.json", limbeckOf(PERSON).snapshot("other.groovy", SchemaFormat.JSON));
        project.environment("configure { target schema('schema.groovy'), snapshot('people.json') }");

        assertThat(limbeck().schema("target").tables()).hasSize(2);

        project.environment("configure {\n target snapshot('people.json')\n target schema('other.groovy')\n}");
        assertThatThrownBy(() -> limbeck().schema("target"))
                .hasMessageContaining("other.groovy:1:7: there is a table 'person' already")
                .hasMessageContaining("Leave one of the two out");

        project.file("./again.json", limbeckOf(PERSON).snapshot("other.groovy", SchemaFormat.JSON));
        project.environment("configure { target snapshot('people.json'), snapshot('again.json') }");
        assertThatThrownBy(() -> limbeck().schema("target"))
                .hasMessageContaining("table 'person' is in snapshot('people.json') and in snapshot('again.json')");
    }

    private Limbeck limbeckOf(String text) {
        project.file("./other.groovy", text);
        return limbeck();
    }

    @Test
    @DisplayName("may be another database")
    void otherDatabase() throws Exception {
        Memory model = Memory.h2();
        model.execute("create table person (id bigint not null primary key, name varchar(40))");
        project.environment("configure { target database(url: '" + model.url() + "') }");

        Schema schema = limbeck().schema("target");

        assertThat(schema.tables())
                .singleElement()
                .satisfies(table -> assertThat(table.columnNames()).containsExactly("id", "name"));
        assertThatThrownBy(() -> {
                    project.environment("configure { target database(ulr: 'x') }");
                    limbeck().schema("target");
                })
                .hasMessageContaining("Did you mean 'url'");
        model.drop();
    }

    @Test
    @DisplayName("is compared as env.groovy says")
    void rules() {
        project.revision("a1", "", CREATE_PERSON);
        declare(PERSON.replace("varchar(40)", "varchar(80), default: 'x'") + "table('legacy') { column 'id', bigint }");
        project.environment("""
                configure {
                    includeName { name, kind -> !(kind == 'table' && name == 'legacy') }
                    compareType { table, from, to -> from.name() == 'name' ? false : null }
                    compareDefault false
                }
                """);

        assertThat(limbeck().check(Against.HISTORY).isClean()).isTrue();

        project.environment("configure { includeObject { thing, name -> throw new IllegalStateException('oh') } }");
        assertThatThrownBy(() -> limbeck().check(Against.HISTORY))
                .hasMessageContaining("env.groovy:1")
                .hasMessageContaining("oh");

        project.environment(
                "configure { rewrite { operations -> operations.findAll { !it.script().contains('legacy') } } }");
        assertThat(limbeck().diff("history", "target").script())
                .doesNotContain("legacy")
                .contains("varchar(80)");
    }

    @Test
    @DisplayName("keeps quiet of what only raw SQL can have made")
    void rawSql() {
        project.revision("a1", "", CREATE_PERSON + "execute 'create table audit (id bigint)'");
        declare(PERSON + "table('audit') { column 'id', bigint }");

        SchemaDifference difference = limbeck().diff("history", "target");

        assertThat(difference.isEmpty()).isTrue();
        assertThat(difference.unknown()).containsExactly("audit");
    }

    @Test
    @DisplayName("against a database tells drift from what is pending")
    void drift() throws Exception {
        project.revision("a1", "", CREATE_PERSON);
        declare(PERSON);
        Memory database = Memory.h2();
        Limbeck limbeck = project.on(database).load();
        limbeck.upgrade();

        assertThat(limbeck.check(Against.DATABASE).problems()).isEmpty();

        database.execute("alter table person add column nick varchar(10)");
        project.revision("b2", "a1", "addColumn 'person', 'age', integer");
        declare(PERSON.replace("varchar(40)", "varchar(40)\n    column 'age', integer\n    column 'size', integer"));

        CheckReport report = limbeck.check(Against.DATABASE);

        assertThat(report.drift().orElseThrow().script()).isEqualTo("addColumn 'person', 'nick', varchar(10)");
        assertThat(report.work().orElseThrow().script()).isEqualTo("addColumn 'person', 'size', integer");
        assertThat(report.pending())
                .singleElement()
                .satisfies(pending -> assertThat(pending.id()).isEqualTo("b2"));
        assertThatThrownBy(report::requireClean).hasMessageContaining("somebody did this to it");
        database.drop();
    }

    @Test
    @DisplayName("writes the next revision, and nothing where nothing differs")
    void autogenerate() throws Exception {
        declare(PERSON);

        AutogenerateReport first = limbeck().autogenerate(NewRevision.of("create person"), Against.HISTORY);

        assertThat(Files.readString(first.script().orElseThrow())).contains("""

                        upgrade {
                            createTable('person') {
                        """).startsWith("revision '");
        assertThat(limbeck()
                        .autogenerate(NewRevision.of("again"), Against.HISTORY)
                        .script())
                .isEmpty();
        assertThat(limbeck().check(Against.HISTORY).isClean()).isTrue();
    }

    @Test
    @DisplayName("may be what a database has, which a baseline begins a history with")
    void baseline() throws Exception {
        Memory database = Memory.derby();
        database.execute(
                "create table person (id bigint not null generated by default as identity, name varchar(40),"
                        + " constraint pk_person primary key (id))",
                "create table pet (id bigint not null, owner bigint, constraint pk_pet primary key (id),"
                        + " constraint fk_pet_owner_person foreign key (owner) references person (id))");
        Limbeck limbeck = project.on(database).load();

        BaselineReport report = limbeck.baseline("what was there");

        assertThat(Files.readString(report.script())).contains("createTable('person')", "createTable('pet')");
        assertThat(database.versions()).contains(report.revision());
        assertThat(limbeck.check(Against.DATABASE).problems()).isEmpty();
        assertThatThrownBy(() -> limbeck.baseline("again")).hasMessageContaining("there is a revision already");

        Memory copy = Memory.derby();
        Limbeck made = project.on(copy).load();
        made.upgrade();
        assertThat(made.check(Against.DATABASE).problems()).isEmpty();
        assertThat(made.schema("database").sameAs(limbeck.schema("database"))).isTrue();
        copy.drop();
        database.drop();
    }
}
