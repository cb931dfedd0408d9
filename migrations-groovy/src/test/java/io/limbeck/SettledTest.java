package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import io.limbeck.plan.Plan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("An upgrade that the rows' checksums already answer")
class SettledTest {

    @TempDir
    Path folder;

    private final Memory database = Memory.h2();
    private Project project;

    @BeforeEach
    void apply() throws SQLException {
        project = new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer }")
                .revision("b2", "a1", "    addColumn 't', 'name', varchar(20)")
                .file("names.groovy", "repeatable 'names'\nupgrade {\n    execute \"update t set name = 'x'\"\n}\n");
        project.on(database).load().upgrade();
    }

    @AfterEach
    void drop() throws SQLException {
        database.drop();
    }

    private MigrationReport upgrade() {
        return project.on(database).load().upgrade();
    }

    /** What is answered early is what a plan would say, but for how long it took. */
    private void saysWhatAPlanSays() {
        Plan plan = project.on(database).load().plan("heads");
        assertThat(plan.isEmpty()).isTrue();
        assertThat(upgrade())
                .usingRecursiveComparison()
                .ignoringFields("duration")
                .isEqualTo(new MigrationReport(
                        plan.direction(),
                        List.of(),
                        plan.headsBefore(),
                        plan.headsAfter(),
                        Duration.ZERO,
                        plan.warnings()));
    }

    @Test
    @DisplayName("says what a plan says")
    void nothingToDo() {
        saysWhatAPlanSays();
        assertThat(upgrade().headsAfter()).containsExactly("b2");
    }

    @Test
    @DisplayName("says so of several heads, too")
    void severalHeads() {
        project.file("c3.groovy", "revision 'c3', down: 'b2', labels: 'one'\nupgrade { execute 'select 1' }\n")
                .file("d4.groovy", "revision 'd4', down: 'b2', labels: 'two'\nupgrade { execute 'select 1' }\n");
        upgrade();
        saysWhatAPlanSays();
    }

    @Test
    @DisplayName("does not hide a merge that somebody forgot")
    void forgottenMerge() {
        project.revision("c3", "b2", "    execute 'select 1'").revision("d4", "b2", "    execute 'select 1'");
        project.on(database).load().upgrade("heads");
        assertThatThrownBy(this::upgrade).hasMessageContaining("there are 2 heads");
    }

    @Test
    @DisplayName("does not hide a change of a script")
    void changedScript() {
        project.revision("b2", "a1", "    addColumn 't', 'name', varchar(30)");
        assertThat(upgrade().warnings()).singleElement().asString().contains("'b2' has changed since it was applied");
    }

    @Test
    @DisplayName("does not hide a checksum that somebody has removed")
    void removedChecksum() throws SQLException {
        database.execute("update db_version set checksum = null where revision = 'b2'");
        assertThat(upgrade().warnings()).singleElement().asString().contains("'b2' has changed since it was applied");
    }

    @Test
    @DisplayName("does not hide a repeatable script that is due")
    void repeatable() {
        project.file("names.groovy", "repeatable 'names'\nupgrade {\n    execute \"update t set name = 'y'\"\n}\n");
        assertThat(upgrade().steps()).hasSize(1);
    }

    @Test
    @DisplayName("does not hide a row that no script declares")
    void undeclared() throws Exception {
        Files.delete(folder.resolve("migrations/b2.groovy"));
        assertThatThrownBy(this::upgrade)
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("'b2'")
                .hasMessageContaining("no script declares it");
    }

    @Test
    @DisplayName("does not hide a row of what is half-way")
    void halfWay() throws SQLException {
        database.execute("update db_version set status = 'reverting', statements_done = 0 where revision = 'b2'");
        assertThatThrownBy(this::upgrade).hasMessageContaining("half-way");
    }
}
