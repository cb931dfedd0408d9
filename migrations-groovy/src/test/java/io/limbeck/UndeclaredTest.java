package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A revision in the database that no script declares")
class UndeclaredTest {

    @TempDir
    Path folder;

    private final Memory database = Memory.h2();
    private Project project;

    @BeforeEach
    void theScriptOfAnAppliedRevisionGoes() throws Exception {
        project = new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }")
                .revision("b2", "a1", "    insert 't', [id: 2]")
                .revision("c3", "a1", "    insert 't', [id: 3]");
        project.on(database).load().upgrade("heads");
        database.execute("update db_version set applied_at = timestamp '2026-11-02 08:30:00' where revision = 'c3'");
        database.execute("update db_version set applied_by = 'ann' where revision = 'c3'");
        Files.delete(folder.resolve("migrations/c3.groovy"));
    }

    @AfterEach
    void drop() throws Exception {
        database.drop();
    }

    @Test
    @DisplayName("is told with time, user and script, and with the ways out")
    void isTold() {
        String told = """
                revision 'c3' (m c3) is applied, but no script declares it; it was applied on 2026-11-02 08:30:00 UTC by ann
                  Bring its script c3.groovy back, perhaps from another branch of your version control. To undo it, say there `mvn db:downgrade`.
                  If its changes are not in the database any more, forget it: `mvn db:stamp -Ddb.target=b2`.""";
        assertThatThrownBy(() -> project.on(database).load().upgrade("heads")).hasMessage(told);
        assertThatThrownBy(() -> project.on(database).load().downgrade("-1"))
                .hasMessage(
                        told
                                + "\n  To undo others and leave it, provided that it needs none of them, add `-Ddb.ignoreUndeclared=true`.");
    }

    @Test
    @DisplayName("is undone where its script is")
    void isUndoneByItsScript() throws Exception {
        project.revision("c3", "a1", "    insert 't', [id: 3]");
        project.on(database).load().downgrade("c3@-1");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 1/1");
        assertThat(database.rows("select id from t")).isEqualTo("2");
        Files.delete(folder.resolve("migrations/c3.groovy"));
        assertThat(project.on(database).load().upgrade("heads").isEmpty()).isTrue();
    }

    @Test
    @DisplayName("is forgotten by a stamp")
    void isForgotten() throws Exception {
        project.on(database).load().stamp("b2");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 1/1");
        project.on(database).load().downgrade("a1");
        assertThat(database.rows("select id from t")).isEqualTo("3");
    }

    @Test
    @DisplayName("stays, with a warning, while others are undone")
    void staysWhileOthersAreUndone() throws Exception {
        MigrationReport report =
                project.on(database).ignoreUndeclared(true).load().downgrade("a1");
        assertThat(report.warnings())
                .containsExactly("revision 'c3' (m c3) is applied, but no script declares it; it was applied on"
                        + " 2026-11-02 08:30:00 UTC by ann; it stays, though it may need what is undone here");
        assertThat(database.versions()).isEqualTo("c3 applied 1/1\na1 applied 1/1");
        assertThat(database.rows("select id from t")).isEqualTo("3");
        assertThatThrownBy(
                        () -> project.on(database).ignoreUndeclared(true).load().upgrade("heads"))
                .hasMessageContaining("no script declares it");
    }
}
