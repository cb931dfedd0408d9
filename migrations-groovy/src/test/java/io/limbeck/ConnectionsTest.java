package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import io.limbeck.online.Progress;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.dbcp2.BasicDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("A run")
class ConnectionsTest {

    @TempDir
    Path folder;

    /** Counted by a script. */
    public static final AtomicInteger ASKED = new AtomicInteger();

    private Project project;

    @BeforeEach
    void someRevisions() {
        project = new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }")
                .revision("b2", "a1", "    insert 't', [id: 1]")
                .revision("c3", "b2", "    createTable('u') { column 'id', integer, primaryKey: true }");
    }

    @ParameterizedTest
    @EnumSource
    void racingWithOthersDoesEverythingOnce(Memory.Kind kind) throws Exception {
        Memory database = kind.fresh();
        database.connect().close();
        List<CompletableFuture<MigrationReport>> runs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            runs.add(project.on(database).load().upgradeAsync("heads"));
        }
        int steps = 0;
        for (CompletableFuture<MigrationReport> run : runs) {
            steps += run.get().steps().size();
        }
        assertThat(steps).isEqualTo(3);
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 1/1\nc3 applied 1/1");
        database.drop();
    }

    @ParameterizedTest
    @EnumSource
    void waitsForAnotherAndTellsForWhomOrGivesUp(Memory.Kind kind) throws Exception {
        Memory database = kind.fresh();
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Progress holding = new Progress() {
            @Override
            public void began(io.limbeck.revision.Revision revision, io.limbeck.revision.Direction direction) {
                inside.countDown();
                try {
                    goOn.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        CompletableFuture<MigrationReport> first =
                project.on(database).progress(holding).load().upgradeAsync("heads");
        inside.await();
        assertThatThrownBy(() ->
                        project.on(database).lockTimeout(Duration.ZERO).load().upgrade("heads"))
                .hasMessageMatching("(?s)another migrator holds the lock of db_version: .*, process "
                        + ProcessHandle.current().pid()
                        + ", at a1 since \\d{4}-\\d\\d-\\d\\d [\\d:]{8}\\R  Wait for it to end.*");
        CountDownLatch waiting = new CountDownLatch(1);
        Progress second = new Progress() {
            @Override
            public void waiting(String holder) {
                waiting.countDown();
            }
        };
        CompletableFuture<MigrationReport> later =
                project.on(database).progress(second).load().upgradeAsync("heads");
        waiting.await();
        goOn.countDown();
        assertThat(first.get().steps()).hasSize(3);
        assertThat(later.get().isEmpty()).isTrue();
        assertThat(database.versions()).doesNotContain("lock");
        database.drop();
    }

    @Test
    void onSeveralDatabasesGoesSideBySide() throws Exception {
        List<Memory> databases = List.of(Memory.derby(), Memory.h2(), Memory.h2());
        List<CompletableFuture<MigrationReport>> runs = databases.stream()
                .map(database -> project.on(database).load().upgradeAsync("heads"))
                .toList();
        for (CompletableFuture<MigrationReport> run : runs) {
            assertThat(run.get().steps()).hasSize(3);
        }
        for (Memory database : databases) {
            database.drop();
        }
    }

    /** Some databases have the lock in the version table, which is made for it between the plan and the run. */
    @ParameterizedTest
    @EnumSource
    void asksEachScriptOnceOnAnEmptyDatabaseToo(Memory.Kind kind) throws Exception {
        Memory database = kind.fresh();
        project.revision("d4", "c3", "    io.limbeck.ConnectionsTest.ASKED.incrementAndGet()\n    insert 't', [id: 2]");
        ASKED.set(0);
        assertThat(project.on(database).load().upgrade().steps()).hasSize(4);
        assertThat(ASKED).hasValue(1);
        database.drop();
    }

    @Test
    void tellsScriptsThatCannotBeReadRatherThanADatabaseThatCannotBeReached() {
        project.file("d4.groovy", "revision 'd4', down: 'c3'\n");
        assertThatThrownBy(() -> Limbeck.configure()
                        .directory(folder)
                        .url("jdbc:h2:tcp://127.0.0.1:1/nowhere")
                        .load()
                        .upgrade())
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("d4.groovy:1:1")
                .hasMessageContaining("the script has no upgrade block");
    }

    @Test
    void makesNoDatabaseWhereScriptsCannotBeRead() {
        project.file("d4.groovy", "revision 'd4', down: 'c3'\n");
        Path file = folder.resolve("made");
        assertThatThrownBy(() -> Limbeck.configure()
                        .directory(folder)
                        .url("jdbc:h2:" + file.toAbsolutePath())
                        .load()
                        .upgrade())
                .hasMessageContaining("the script has no upgrade block");
        assertThat(folder.resolve("made.mv.db")).doesNotExist();
    }

    @Test
    void leavesADataSourceOpenAndItsConnectionsAsTheyWere() throws Exception {
        Memory database = Memory.derby();
        try (BasicDataSource source = new BasicDataSource()) {
            source.setUrl(database.url());
            source.setDefaultAutoCommit(false);
            source.setMaxTotal(2);
            Limbeck.configure().directory(folder).dataSource(source).load().upgrade("heads");
            assertThat(source.getNumActive()).isZero();
            try (Connection connection = source.getConnection()) {
                assertThat(connection.getAutoCommit()).isFalse();
                assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
                assertThat(Memory.rows(connection, "select count(*) from db_version"))
                        .isEqualTo("3");
                connection.rollback();
            }
            project.revision("d4", "c3", "    insert 't', [id: 1]");
            assertThatThrownBy(() -> Limbeck.configure()
                            .directory(folder)
                            .dataSource(source)
                            .load()
                            .upgrade("heads"))
                    .hasMessageContaining("d4.groovy");
            assertThat(source.getNumActive()).isZero();
            assertThat(source.isClosed()).isFalse();
        }
        database.drop();
    }

    @Test
    void entersTheSchemaAndLeavesACallersConnectionInItsOwn() throws Exception {
        Memory database = Memory.derby();
        database.connect().close();
        database.execute("create schema shop");
        try (Connection connection = database.connect()) {
            String before = connection.getSchema();
            Limbeck.configure()
                    .directory(folder)
                    .connection(connection)
                    .schema("shop")
                    .load()
                    .upgrade("heads");
            assertThat(connection.getSchema()).isEqualTo(before);
        }
        assertThat(database.rows("select count(*) from shop.db_version")).isEqualTo("3");
        assertThatThrownBy(() -> project.on(database).schema("shopp").load().upgrade("heads"))
                .hasMessage("the database has no schema 'shopp'\n  Did you mean 'SHOP'?");
        database.drop();
    }

    @Test
    void thatCannotConnectSaysWhatToDoAndShowsNoPassword() {
        assertThatThrownBy(() -> Limbeck.configure()
                        .directory(folder)
                        .url("jdbc:nosuch:x;password=s3cret")
                        .load()
                        .upgrade("heads"))
                .hasMessageStartingWith("there is no JDBC driver for jdbc:nosuch:x;password=***\n  Add the driver");
        assertThatThrownBy(() -> Limbeck.configure()
                        .directory(folder)
                        .url("postgres://me:s3cret@host/x")
                        .load()
                        .upgrade("heads"))
                .hasMessage("there is no JDBC driver for postgres://me:***@host/x\n"
                        + "  A JDBC URL begins with jdbc:, as in jdbc:postgresql://localhost/shop.");
        assertThatThrownBy(() -> Limbeck.configure()
                        .directory(folder)
                        .url("jdbc:postgresql://localhost/x")
                        .load()
                        .upgrade("heads"))
                .hasMessageContaining("Add org.postgresql:postgresql to the plugin's dependencies");
        assertThatThrownBy(() -> Limbeck.configure()
                        .directory(folder)
                        .url("jdbc:h2:mem:x")
                        .driver("no.such.Driver")
                        .load()
                        .upgrade("heads"))
                .hasMessageContaining("the driver class no.such.Driver cannot be loaded");
        assertThatThrownBy(() -> Limbeck.configure()
                        .directory(folder)
                        .url("jdbc:derby:memory:absent")
                        .password("s3cret")
                        .load()
                        .upgrade("heads"))
                .hasMessageContaining("the database cannot be connected to: Database 'memory:absent' not found.");
        assertThatThrownBy(() -> Limbeck.configure()
                        .directory(folder)
                        .url("jdbc:h2:mem:x;IFEXISTS=TRUE;PASSWORD=s3cret;NONSENSE=1")
                        .load()
                        .upgrade("heads"))
                .satisfies(failure -> {
                    for (Throwable each = failure; each != null; each = each.getCause()) {
                        assertThat(each.getMessage()).doesNotContain("s3cret");
                    }
                });
        assertThatThrownBy(() -> Limbeck.configure().directory(folder).load().upgrade("heads"))
                .hasMessageContaining("there is no database to connect to");
    }
}
