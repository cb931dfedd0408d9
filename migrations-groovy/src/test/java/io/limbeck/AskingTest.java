package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.online.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("What was applied")
class AskingTest {

    @TempDir
    Path folder;

    private final Memory database = Memory.h2();
    private final List<String> warnings = new ArrayList<>();
    private Project project;

    @BeforeEach
    void someRevisions() {
        project = new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }")
                .revision("b2", "a1", "    insert 't', [id: 1]")
                .revision("c3", "a1", "    insert 't', [id: 3]");
    }

    @AfterEach
    void drop() throws Exception {
        database.drop();
    }

    private Limbeck limbeck() {
        return project.on(database)
                .progress(new Progress() {
                    @Override
                    public void warning(String text) {
                        warnings.add(text);
                    }
                })
                .load();
    }

    private static String states(List<RevisionStatus> statuses) {
        return statuses.stream()
                .map(status -> status.revision().id() + " " + status.state() + (status.head() ? " head" : "")
                        + (status.current() ? " current" : ""))
                .collect(Collectors.joining(", "));
    }

    @Test
    void isToldRevisionByRevision() throws Exception {
        assertThat(states(limbeck().status())).isEqualTo("c3 PENDING head, b2 PENDING head, a1 PENDING");
        limbeck().upgrade("b2");
        assertThat(states(limbeck().status())).isEqualTo("c3 PENDING head, b2 APPLIED head current, a1 APPLIED");
        assertThat(states(limbeck().current())).isEqualTo("b2 APPLIED head current");
        assertThat(states(limbeck().heads())).isEqualTo("c3 UNKNOWN head, b2 UNKNOWN head");
        assertThat(states(limbeck().show("a1"))).isEqualTo("a1 APPLIED");
        assertThat(states(limbeck().history("a1:b2"))).contains("b2 APPLIED head current");
        assertThat(limbeck().current().get(0).applied().orElseThrow().script()).isEqualTo("b2.groovy");
        assertThat(limbeck().script("b2").orElseThrow()).startsWith("revision 'b2'");
    }

    @Test
    void withTwoHeadsWantsAMergeOrToBeToldSo() {
        assertThatThrownBy(() -> limbeck().upgrade()).hasMessage("""
                there are 2 heads: b2 (b2.groovy), c3 (c3.groovy)
                  Join them: mvn db:merge
                  Or apply all of them as they are: mvn db:migrate -Ddb.target=heads""");
        assertThat(limbeck().upgrade("heads").headsAfter()).containsExactlyInAnyOrder("b2", "c3");
    }

    @Test
    void andChangedSinceIsAWarningAStateAndAProblem() {
        limbeck().upgrade("heads");
        project.revision("b2", "a1", "    insert 't', [id: 2] // 1");
        assertThat(limbeck().upgrade("heads").isEmpty()).isTrue();
        assertThat(warnings).containsExactly("b2.groovy: revision 'b2' has changed since it was applied");
        assertThat(states(limbeck().status())).contains("b2 CHANGED");
        assertThatThrownBy(() -> limbeck().validate()).hasMessageContaining("revision 'b2' has changed since");
        project.revision("b2", "a1", "    // a comment\n    insert   't',\n        [id: 1]");
        assertThat(limbeck().validate().databaseAsked()).isTrue();
    }

    @Test
    void andIsGoneKeepsMigratorsAwayButAnswers() throws Exception {
        limbeck().upgrade("heads");
        Files.delete(folder.resolve("migrations/c3.groovy"));
        assertThat(states(limbeck().status())).isEqualTo("c3 MISSING current, b2 APPLIED head current, a1 APPLIED");
        assertThatThrownBy(() -> limbeck().upgrade("heads")).hasMessageContaining("c3");
        assertThatThrownBy(() -> limbeck().downgrade("base")).hasMessageContaining("c3");
        assertThatThrownBy(() -> limbeck().validate()).hasMessageContaining("no script has it");
        limbeck().stamp("b2", true);
        assertThat(database.versions()).isEqualTo("a1 applied 0/0\nb2 applied 0/0");
        assertThat(limbeck().upgrade("heads").isEmpty()).isTrue();
    }

    @Test
    void byAStampMovesRowsAlone() throws Exception {
        limbeck().stamp("b2");
        assertThat(database.tables()).isEqualTo("db_version");
        assertThat(database.versions()).isEqualTo("a1 applied 0/0\nb2 applied 0/0");
        limbeck().stamp("a1");
        assertThat(database.versions()).isEqualTo("a1 applied 0/0");
        limbeck().stamp("base");
        assertThat(database.versions()).isEmpty();
    }

    @Test
    void byAStampOverAHalfDoneRevisionIsAppliedThen() throws Exception {
        project.revision("d4", "b2", "    insert 't', [id: 4]\n    insert 't', [id: 4]");
        assertThatThrownBy(() -> limbeck().upgrade("d4"));
        assertThat(database.versions()).endsWith("d4 running 1/2");
        limbeck().stamp("d4");
        assertThat(database.versions()).endsWith("d4 applied 0/0");
    }

    @Test
    void ofRepeatableScriptsIsOnlyTheNewest() throws Exception {
        String view =
                "repeatable 'wide_t'\nupgrade {\n    createView 'wide_t', 'select id, %s as more from t', replace: true\n}\n";
        project.file("views/wide.groovy", "").file("r.groovy", view.formatted("1"));
        Files.delete(folder.resolve("views/wide.groovy"));
        limbeck().upgrade("heads");
        assertThat(database.rows("select more from wide_t where id = 1")).isEqualTo("1");
        assertThat(database.versions()).endsWith("repeatable:wide_t applied 1/1");
        assertThat(limbeck().upgrade("heads").isEmpty()).isTrue();
        project.file("r.groovy", view.formatted("2"))
                .file("s.groovy", view.formatted("0").replace("wide_t", "other_t"));
        assertThat(limbeck().upgrade("heads").steps()).hasSize(2);
        assertThat(database.rows("select more from wide_t where id = 1")).isEqualTo("2");
        assertThat(database.rows("select revision from db_version where revision like 'rep%' order by 1"))
                .isEqualTo("repeatable:other_t\nrepeatable:wide_t");
    }

    @Test
    void beginsWithNewScripts() throws Exception {
        assertThatThrownBy(() -> limbeck().revision(NewRevision.of("add email")))
                .hasMessageContaining("there are 2 heads: 'b2' (m b2), 'c3' (m c3)");
        Path merge =
                limbeck().revision(new NewRevision("merge", Optional.of("heads"), List.of(), List.of(), false, false));
        assertThat(Files.readString(merge))
                .matches("(?s)revision '[0-9a-f]{12}', down: \\['[bc][23]', '[bc][23]'], message: 'merge'\n.*");
        Path file = limbeck().revision(NewRevision.of("it's “quoted”"));
        assertThat(Files.readString(file)).contains("message: 'it\\'s “quoted”'");
        Path sql = limbeck()
                .revision(new NewRevision("in SQL", Optional.empty(), List.of("billing"), List.of("a1"), false, true));
        assertThat(Files.readString(sql)).contains("-- labels: billing\n-- depends-on: a1\n");
        assertThatThrownBy(() ->
                        limbeck().revision(new NewRevision("x", Optional.of("a1"), List.of(), List.of(), false, false)))
                .hasMessageContaining("revision 'a1' is no head");
        assertThat(limbeck().upgrade().steps()).hasSize(6);
    }

    @Test
    void mayComeFromSeveralFoldersAndTheClassPath() throws Exception {
        Path jar = folder.resolve("module.jar");
        try (java.util.jar.JarOutputStream out = new java.util.jar.JarOutputStream(Files.newOutputStream(jar))) {
            for (String entry : List.of("db/", "db/nested/")) {
                out.putNextEntry(new java.util.zip.ZipEntry(entry));
                out.closeEntry();
            }
            out.putNextEntry(new java.util.zip.ZipEntry("db/nested/d4.groovy"));
            out.write("revision 'd4', down: 'b2'\nupgrade {\n    insert 't', csv: 'd4.csv'\n}\n".getBytes());
            out.closeEntry();
            out.putNextEntry(new java.util.zip.ZipEntry("db/nested/d4.csv"));
            out.write("id\n40\n".getBytes());
            out.closeEntry();
        }
        try (java.net.URLClassLoader loader = new java.net.URLClassLoader(
                new java.net.URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            Limbeck limbeck = project.on(database)
                    .classLoader(loader)
                    .locations("classpath:db")
                    .load();
            limbeck.upgrade("heads");
            assertThat(database.rows("select id from t order by id")).isEqualTo("1\n3\n40");
            assertThat(limbeck.current().toString()).contains("nested/d4.groovy");
            assertThatThrownBy(() -> project.on(database)
                            .locations("classpath:nowhere")
                            .load()
                            .status())
                    .hasMessageContaining("there is no folder 'nowhere' on the class path");
        }
    }
}
