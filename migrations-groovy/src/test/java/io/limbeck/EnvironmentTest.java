package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("env.groovy")
class EnvironmentTest {

    /** The listing of the language's contract, its four methods as they stand there. */
    private static final String LISTING = """
            void runMigrationsOffline() {
                context.configure url: url, dialect: dialect, target: target, output: output
                context.transaction { context.runMigrations() }
            }
            void doRunMigrations(Connection connection) {
                context.configure connection: connection, target: target
                context.transaction { context.runMigrations() }
            }
            CompletionStage runAsyncMigrations() {
                engine.connectAsync { connection -> doRunMigrations(connection) }.whenComplete { r, e -> engine.close() }
            }
            void runMigrationsOnline() { runAsyncMigrations().toCompletableFuture().join() }
            """;

    @TempDir
    Path folder;

    private Project project;
    private final Memory database = Memory.derby();

    @BeforeEach
    void twoRevisions() {
        project = new Project(folder)
                .revision("a1", "", "    createTable('t') { column 'id', integer, primaryKey: true }")
                .revision("b2", "a1", "    insert 't', [id: 1]");
    }

    @AfterEach
    void nothingIsLeft() throws Exception {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("limbeck")) {
                thread.join();
            }
        }
        database.connect().close();
        database.drop();
    }

    @Test
    void thatSaysTheDefaultsChangesNothing() throws Exception {
        StringBuilder plain = new StringBuilder();
        project.offline("postgresql:16").load().sql("base:heads", plain);
        project.environment(LISTING);
        StringBuilder written = new StringBuilder();
        project.offline("postgresql:16").load().sql("base:heads", written);
        assertThat(written).hasToString(plain.toString());

        project.on(database).load().upgrade("heads");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 1/1");
        try (Connection connection = database.connect()) {
            Limbeck.configure().directory(folder).connection(connection).load().downgrade("a1");
            assertThat(connection.isClosed()).isFalse();
        }
        assertThat(database.versions()).isEqualTo("a1 applied 1/1");
    }

    @Test
    void overridesEachMethodInTurn() throws Exception {
        project.environment("""
                import java.sql.Connection
                import java.util.concurrent.CompletionStage

                void doRunMigrations(Connection connection) {
                    groovy.sql.Sql.newInstance(connection).execute 'create table before_all (id int)'
                    super.doRunMigrations(connection)
                }
                CompletionStage runAsyncMigrations() {
                    try (Connection own = engine.connect()) {
                        new groovy.sql.Sql(own).execute 'create table asynchronously (id int)'
                    }
                    return super.runAsyncMigrations()
                }
                void runMigrationsOnline() {
                    super.runMigrationsOnline()
                    x.log?.length()
                }
                void runMigrationsOffline() {
                    output << '-- by ' << x.who << '\\n'
                    super.runMigrationsOffline()
                }
                """.replace("groovy.sql.Sql.newInstance(connection)", "new groovy.sql.Sql(connection)"));
        project.on(database).load().upgrade("heads");
        assertThat(database.tables()).isEqualTo("asynchronously before_all db_version t");
        StringBuilder written = new StringBuilder();
        project.offline("h2").x(Map.of("who", "me")).load().sql("base:heads", written);
        assertThat(written).startsWith("-- by me\n-- upgrade from base to b2, for h2\n");
    }

    @Test
    void withoutATransactionLetsEachStatementStandAlone() throws Exception {
        project.environment("""
                void doRunMigrations(java.sql.Connection connection) {
                    context.configure connection: connection
                    context.runMigrations()
                }
                """).revision("c3", "b2", "    insert 't', [id: 2]\n    insert 't', [id: 1]");
        assertThatThrownBy(() -> project.on(database).load().upgrade("heads"))
                .hasMessageContaining("1 of 2 statements of c3 stays done");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1\nb2 applied 1/1\nc3 running 1/2");
    }

    @Test
    void configuresTheVersionTableTheNamesAndTheTarget() throws Exception {
        project.environment("""
                configure {
                    versionTable "versions_${dialect}_${x.region}"
                    versionTableSchema 'side'
                    naming unique: 'unique_{table}'
                    target schema('schema.groovy'), entities('com.acme.model')
                    transactionPerMigration true
                    includeObject { name, kind -> true }
                    assert url.startsWith('jdbc:derby') && !offline
                }
                """)
                .revision(
                        "c3",
                        "b2",
                        "    addColumn 't', 'code', integer, nullable: false, default: 0\n    addUnique 't', 'code'");
        database.connect().close();
        database.execute("create schema side");
        project.on(database).x(Map.of("region", "eu")).load().upgrade("heads");
        assertThat(database.rows("select revision from side.versions_derby_eu order by revision"))
                .isEqualTo("a1\nb2\nc3");
        assertThat(database.rows("select constraintname from sys.sysconstraints where type = 'U'"))
                .isEqualTo("UNIQUE_T");
    }

    @Test
    void runsItsHooksInOrderAndInTheTransaction() throws Exception {
        project.environment("""
                def log = []
                configure {
                    beforeMigrate { log << 'beforeMigrate' }
                    beforeRevision { revision -> log << "beforeRevision ${revision.id()}" }
                    onVersionApply { revision, direction ->
                        log << "onVersionApply ${revision.id()} ${direction}"
                        if (x.fail == revision.id()) throw new IllegalStateException('no such luck')
                    }
                    afterRevision { revision -> log << "afterRevision ${revision.id()}" }
                    afterMigrate { log << 'afterMigrate'; System.setProperty('limbeck.test.hooks', log.join('\\n')) }
                }
                """);
        assertThatThrownBy(() ->
                        project.on(database).x(Map.of("fail", "b2")).load().upgrade("heads"))
                .hasMessageContaining("the hook 'onVersionApply' failed: no such luck")
                .hasMessageContaining("Rolled back: all of b2.");
        assertThat(database.versions()).isEqualTo("a1 applied 1/1");
        assertThat(database.rows("select count(*) from t")).isEqualTo("0");

        project.on(database).load().upgrade("heads");
        assertThat(System.clearProperty("limbeck.test.hooks")).isEqualTo("""
                beforeMigrate
                beforeRevision b2
                onVersionApply b2 UPGRADE
                afterRevision b2
                afterMigrate""");
    }

    @Test
    void andScriptsSeeDialectOfflineAndArguments() throws Exception {
        project.revision("c3", "b2", """
                    if (!offline && dialect == 'derby' && x.size() == 1) {
                        insert 't', [id: x.id as int]
                    }
                """);
        project.on(database).x(Map.of("id", "77")).load().upgrade("heads");
        assertThat(database.rows("select id from t order by id")).isEqualTo("1\n77");
    }

    @Test
    void throwsWhateverItLikesAndIsToldByItsLine() {
        project.environment("""
                CompletionStage<?> runAsyncMigrations() {
                    throw new java.sql.SQLException('no way to //ada:open-sesame@there')
                }
                """);
        assertThatThrownBy(() -> project.on(database).load().upgrade("heads"))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("env.groovy:2:5: the script failed here: SQLException: no way to //ada:***@there")
                .hasNoCause();
    }

    @Test
    void andItsHooksThrowWhateverTheyLikeAndNothingIsLeft() throws Exception {
        project.environment("""
                configure {
                    beforeRevision { revision -> if (revision.id == 'b2') new File('nowhere').text }
                }
                """);
        assertThatThrownBy(() -> project.on(database)
                        .transaction(io.limbeck.environment.TransactionMode.ALL)
                        .load()
                        .upgrade("heads"))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("env.groovy:2:")
                .hasMessageContaining("the hook 'beforeRevision' failed: nowhere");
        assertThat(database.tables()).isEqualTo("db_version");
        assertThat(database.versions()).isEmpty();
    }

    @Test
    void asScriptsMay() {
        project.revision("b2", "a1", "    new File('nowhere').text\n");
        assertThatThrownBy(() -> project.on(database).load().upgrade("heads"))
                .isInstanceOf(LimbeckException.class)
                .hasMessageContaining("b2.groovy:")
                .hasMessageContaining("the script failed here: FileNotFoundException: nowhere");
    }
}
