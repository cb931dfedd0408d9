package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Configuration;
import io.limbeck.Limbeck;
import io.limbeck.MigrationReport;
import io.limbeck.Outcome;
import io.limbeck.Outcomes;
import io.limbeck.environment.Database;
import io.limbeck.error.LimbeckException;
import io.limbeck.online.FinishedStep;
import io.limbeck.online.Progress;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@DisplayName("With several databases")
class ManyDatabasesIT {
    @TempDir
    private Path directory;

    @BeforeEach
    void writeFirstRevisions() throws IOException {
        Files.createDirectories(directory.resolve("migrations"));
        write("a1", null, "createTable('account') { column 'id', bigint, primaryKey: true }");
        write("b2", "a1", "addColumn 'account', 'email', varchar(255)");
    }

    private void write(String revision, String down, String body) throws IOException {
        Files.writeString(
                directory.resolve("migrations").resolve(revision + ".groovy"),
                "revision '" + revision + "'" + (down == null ? "" : ", down: '" + down + "'") + "\nupgrade {\n" + body
                        + "\n}\n");
    }

    private Configuration configuration() {
        return Limbeck.configure().directory(directory);
    }

    private static Database named(String name, TestDatabase database) {
        return Database.named(name)
                .url(database.url())
                .username(database.username())
                .password(database.password());
    }

    @Test
    @DisplayName("each is migrated by itself, and one that fails stops no other")
    void oneFailsAlone() throws SQLException {
        try (TestDatabase first = Databases.DERBY.fresh();
                TestDatabase broken = Databases.H2.fresh();
                TestDatabase last = Databases.H2.fresh()) {
            broken.execute("create table account (id int)");
            Outcomes<MigrationReport> outcomes = configuration()
                    .databases(
                            named("first", first),
                            named("broken", broken),
                            Database.named("away")
                                    .url("jdbc:h2:tcp://localhost:1/away")
                                    .password("open-sesame"),
                            named("last", last))
                    .parallel(3)
                    .load()
                    .each(one -> one.upgrade("heads"));
            assertThat(outcomes.all()).extracting(Outcome::database).containsExactly("first", "broken", "away", "last");
            assertThat(outcomes.failed()).extracting(Outcome::database).containsExactly("broken", "away");
            assertThat(outcomes.done())
                    .allSatisfy(
                            outcome -> assertThat(outcome.answer().orElseThrow().headsAfter())
                                    .containsExactly("b2"));
            assertThatThrownBy(outcomes::orThrow)
                    .isInstanceOf(LimbeckException.class)
                    .hasMessageContaining("it failed on database 'broken', one of 4")
                    .hasMessageContaining("a1.groovy:3")
                    .hasMessageContaining("it failed on database 'away', one of 4")
                    .hasMessageNotContaining("open-sesame");
            assertThat(configuration()
                            .databases(named("first", first), named("last", last))
                            .load()
                            .each(Limbeck::current)
                            .orThrow())
                    .allSatisfy(heads -> assertThat(heads).hasSize(1));
        }
    }

    @Test
    @DisplayName("each hears of its own progress, and outcomes come one at a time")
    void progressIsTold() throws SQLException {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        try (TestDatabase one = Databases.H2.fresh();
                TestDatabase other = Databases.HSQLDB.fresh()) {
            List<String> finished = new ArrayList<>();
            configuration()
                    .databases(named("one", one), named("other", other))
                    .progress(new Told(told, ""))
                    .load()
                    .each(each -> each.upgrade("heads"), outcome -> finished.add(outcome.database()))
                    .orThrow();
            assertThat(finished).containsExactlyInAnyOrder("one", "other");
        }
        assertThat(told).containsExactlyInAnyOrder("one a1", "one b2", "other a1", "other b2");
    }

    private record Told(List<String> lines, String database) implements Progress {
        @Override
        public Progress of(String other) {
            return new Told(lines, other);
        }

        @Override
        public void done(FinishedStep step) {
            lines.add(database + " " + step.revision().id());
        }
    }

    @Test
    @DisplayName("whatever a Limbeck can do can be done on each")
    void everythingOnEach() throws SQLException {
        try (TestDatabase one = Databases.H2.fresh();
                TestDatabase other = Databases.DERBY.fresh()) {
            Limbeck limbeck = configuration()
                    .databases(named("one", one), named("other", other))
                    .load();
            limbeck.each(each -> each.stamp("a1")).orThrow();
            assertThat(limbeck.each(Limbeck::status).orThrow())
                    .allSatisfy(rows -> assertThat(rows)
                            .extracting(row -> row.revision().id() + " " + row.state())
                            .containsExactly("b2 PENDING", "a1 APPLIED"));
            assertThat(limbeck.each(Limbeck::validate).orThrow())
                    .allSatisfy(report -> assertThat(report.databaseAsked()).isTrue());
            assertThat(limbeck.each(Limbeck::repair).orThrow())
                    .allSatisfy(report -> assertThat(report.mended()).isEmpty());
            limbeck.each(each -> each.stamp("base")).orThrow();
            limbeck.each(each -> each.upgrade("heads")).orThrow();
            limbeck.each(each -> each.downgrade("base")).orThrow();
            assertThat(limbeck.each(Limbeck::current).orThrow())
                    .allSatisfy(heads -> assertThat(heads).isEmpty());
        }
    }

    @Test
    @DisplayName("code in scripts runs on each, and remembers nothing of the others")
    void codeIsOnesOwn() throws IOException, SQLException {
        write(
                "c3",
                "b2",
                "def seen = []\ndata { sql -> seen << 1; sql.execute('insert into account (id) values (' + seen.size() + ')') }");
        try (TestDatabase one = Databases.H2.fresh();
                TestDatabase other = Databases.H2.fresh()) {
            configuration()
                    .databases(named("one", one), named("other", other))
                    .load()
                    .each(each -> each.upgrade("heads"))
                    .orThrow();
            assertThat(new Project(directory, one).rows("account")).contains("id=1");
            assertThat(new Project(directory, other).rows("account")).contains("id=1");
        }
    }

    @Test
    @DisplayName("a table that only raw SQL made is looked up in each")
    void liveTablesAreEachOnesOwn() throws IOException, SQLException {
        write("c3", "b2", "execute h2: 'create table legacy (a int, b int)', otherwise: 'select 1'");
        write("d4", "c3", "renameColumn 'legacy', 'a', to: 'c'");
        try (TestDatabase one = Databases.H2.fresh();
                TestDatabase other = Databases.H2.fresh()) {
            configuration()
                    .databases(named("one", one), named("other", other))
                    .load()
                    .each(each -> each.upgrade("heads"))
                    .orThrow();
        }
    }

    @Test
    @DisplayName("an environment knows which one it is in")
    void environmentIsEachOnesOwn() throws IOException, SQLException {
        Files.writeString(directory.resolve("env.groovy"), """
                configure { versionTable(url.contains('derby') ? 'version_d' : 'version_h') }
                """);
        try (TestDatabase one = Databases.H2.fresh();
                TestDatabase other = Databases.DERBY.fresh()) {
            configuration()
                    .databases(named("one", one), named("other", other))
                    .load()
                    .each(each -> each.upgrade("heads"))
                    .orThrow();
            assertThat(new Project(directory, one).rows("version_h")).contains("revision=b2");
            assertThat(new Project(directory, other).rows("version_d")).contains("revision=b2");
        }
    }

    @Test
    @DisplayName("a wrong set-up is refused before anything is done")
    void wrongSetUps() {
        assertThatThrownBy(() -> configuration()
                        .databases(Database.named("a"), Database.named("a"))
                        .load()
                        .each(Limbeck::current))
                .hasMessageContaining("two databases are called 'a'");
        assertThatThrownBy(() -> configuration().databases(Database.named(" "))).hasMessageContaining("has no name");
        assertThatThrownBy(() ->
                        configuration().databases(Database.named("a")).load().upgrade("heads"))
                .hasMessageContaining("several are configured");
        assertThatThrownBy(() -> configuration().load().each(Limbeck::current))
                .hasMessageContaining("nothing says which databases there are");
        assertThatThrownBy(() -> configuration()
                        .url("jdbc:h2:mem:none")
                        .tenants("a, b")
                        .versionTableSchema("public")
                        .load()
                        .each(Limbeck::current))
                .hasMessageContaining("Leave 'versionTableSchema' out");
    }

    @Test
    @DisplayName("schemas are tenants, each with a version table of its own")
    void tenants() throws IOException, SQLException {
        int count = Integer.getInteger("tenants", 20);
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            Set<String> names = new TreeSet<>();
            for (int i = 1; i <= count; i++) {
                names.add(String.format("t_%04d", i));
            }
            database.execute(names.stream().map(name -> "create schema " + name).toArray(String[]::new));
            Configuration configuration = configuration()
                    .url(database.url())
                    .username(database.username())
                    .password(database.password())
                    .parallel(4)
                    .tenants("select nspname from pg_namespace where nspname like 't\\_%' order by 1");
            database.execute("create table t_0002.account (id int)");
            Outcomes<MigrationReport> first = configuration.load().each(one -> one.upgrade("heads"));
            assertThat(first.all()).extracting(Outcome::database).containsExactlyElementsOf(names);
            assertThat(first.failed()).extracting(Outcome::database).containsExactly("t_0002");
            database.execute("drop table t_0002.account");
            Outcomes<MigrationReport> second = configuration.load().each(one -> one.upgrade("heads"));
            assertThat(second.failed()).isEmpty();
            assertThat(second.all().stream()
                            .filter(one -> !one.answer().orElseThrow().isEmpty()))
                    .hasSize(1);
            write("c3", "b2", "createIndex 'account', 'email'");
            configuration.load().each(one -> one.upgrade("heads")).orThrow();
            assertThat(new Project(directory, database).rows("t_0007.db_version"))
                    .contains("revision=c3");
            assertThat(configuration()
                            .url(database.url())
                            .username(database.username())
                            .password(database.password())
                            .tenants("t_0001, t_0003, nowhere")
                            .load()
                            .each(Limbeck::current)
                            .failed())
                    .extracting(Outcome::database)
                    .containsExactly("nowhere");
        }
    }

    @Test
    @DisplayName("what a script leaves in its session does not reach the next tenant")
    void sessionsAreNotHandedOn() throws IOException, SQLException {
        write(
                "c3",
                "b2",
                "execute \"create table seen as select current_setting('limbeck.left', true) as behind\"\n"
                        + "execute \"select set_config('limbeck.left', 'this', false)\"");
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            database.execute("create schema one", "create schema two");
            configuration()
                    .url(database.url())
                    .username(database.username())
                    .password(database.password())
                    .tenants("one,two")
                    .parallel(1)
                    .load()
                    .each(one -> one.upgrade("heads"))
                    .orThrow();
            assertThat(new Project(directory, database).rows("one.seen")).isEqualTo("behind=null\n");
            assertThat(new Project(directory, database).rows("two.seen")).isEqualTo("behind=null\n");
        }
    }

    @Test
    @DisplayName("a connection that goes from tenant to tenant forgets temporary tables between them")
    void temporaryTablesAreForgotten() throws IOException, SQLException {
        write("c3", "b2", "createTable('scratch', temporary: true) { column 'id', bigint }");
        try (TestDatabase database = Databases.POSTGRESQL.fresh()) {
            database.execute("create schema one", "create schema two");
            configuration()
                    .url(database.url())
                    .username(database.username())
                    .password(database.password())
                    .tenants("one,two")
                    .parallel(1)
                    .load()
                    .each(one -> one.upgrade("heads"))
                    .orThrow();
        }
    }
}
