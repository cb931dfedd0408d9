package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.environment.OutOfOrder;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("A revision that was put in behind applied ones")
class OutOfOrderTest {

    private static final String TABLE = "    createTable('t') { column 'id', integer, primaryKey: true }";

    @TempDir
    Path folder;

    private final Memory database = Memory.h2();
    private Project project;

    @BeforeEach
    void aRevisionBetweenTwoAppliedOnes() {
        project = new Project(folder).revision("a1", "", TABLE).revision("c3", "a1", "    insert 't', [id: 3]");
        project.on(database).load().upgrade("heads");
        project.revision("b2", "a1", "    insert 't', [id: 2]").revision("c3", "b2", "    insert 't', [id: 3]");
    }

    @AfterEach
    void drop() throws Exception {
        database.drop();
    }

    private MigrationReport upgrade(OutOfOrder rule) {
        return project.on(database).outOfOrder(rule).load().upgrade("heads");
    }

    @Test
    @DisplayName("is out of order")
    void isOutOfOrder() {
        assertThat(project.on(database).load().status())
                .extracting(status -> status.revision().id() + " " + status.state())
                .contains("b2 OUT_OF_ORDER");
    }

    @Test
    @DisplayName("is applied with a warning, if nothing else is said")
    void isAWarning() throws Exception {
        assertThat(project.on(database).load().upgrade("heads").warnings())
                .contains("b2.groovy:1:10: revision 'b2' is applied behind revisions that need it");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nc3 applied 1/1\nb2 applied 1/1");
    }

    @Test
    @DisplayName("is refused before anything is done, if it is to fail")
    void isAFailure() throws Exception {
        assertThatThrownBy(() -> upgrade(OutOfOrder.FAIL))
                .hasMessageContaining("b2.groovy:1:10: revision 'b2' is applied behind revisions that need it")
                .hasMessageContaining("outOfOrder");
        assertThat(database.rows("select id from t")).isEqualTo("3");
    }

    @Test
    @DisplayName("is applied without a word, if it is allowed")
    void isAllowed() throws Exception {
        assertThat(upgrade(OutOfOrder.ALLOW).warnings()).noneMatch(warning -> warning.contains("behind"));
        assertThat(database.rows("select id from t order by id")).isEqualTo("2\n3");
    }

    @Test
    @DisplayName("is none where branches come together: nothing applied needs it yet")
    void aBranchIsInOrder() {
        project.revision("c3", "a1", "    insert 't', [id: 3]")
                .file("d4.groovy", "revision 'd4', down: ['b2', 'c3']\nupgrade {\n    insert 't', [id: 4]\n}\n");
        assertThat(upgrade(OutOfOrder.FAIL).steps()).hasSize(2);
    }
}
