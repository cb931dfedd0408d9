package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SquashTest {

    @TempDir
    Path folder;

    @BeforeEach
    void history() throws IOException {
        script("a1", "revision 'a1', labels: 'shop'", """
                createTable('cart') { column 'id', bigint, primaryKey: true; column 'mail', varchar(50) }""");
        script("b1", "revision 'b1', down: 'a1'", """
                createTable('account') { column 'id', bigint, primaryKey: true; column 'name', varchar(9) }
                insert 'account', [id: 1, name: 'root']
                addColumn 'cart', 'account_id', bigint, references: 'account(id)'""");
        script("c1", "revision 'c1', down: 'b1'", "renameColumn 'cart', 'mail', to: 'email'");
    }

    @Test
    void theSquashSaysWhatCreatesTheStateAndThenTheRows() throws IOException {
        SquashReport report = squash();
        assertThat(report.notes()).isEmpty();
        assertThat(Files.readString(report.script()).replaceFirst("'[0-9a-f]{12}'", "'s1'"))
                .isEqualTo("""
                        revision 's1', message: 'squash a1 to c1', labels: 'shop', replaces: ['a1', 'b1', 'c1']

                        upgrade {
                            createTable('account') {
                                column 'id', bigint, nullable: false
                                column 'name', varchar(9)
                                primaryKey 'id', name: 'pk_account'
                            }
                            createTable('cart') {
                                column 'id', bigint, nullable: false
                                column 'email', varchar(50)
                                column 'account_id', bigint
                                primaryKey 'id', name: 'pk_cart'
                                foreignKey 'account_id', references: 'account(id)', name: 'fk_cart_account_id_account'
                            }
                            insert 'account', [id: 1, name: 'root']
                        }
                        """);
    }

    @Test
    void anEmptyDatabaseTakesTheSquashAndEndsTheSame() throws Exception {
        at("old").upgrade();
        String squash = id(squash());
        assertThat(at("new").upgrade().steps())
                .extracting(step -> step.revision().id())
                .containsExactly(squash);
        assertThat(columns("new")).isEqualTo(columns("old"));
        assertThat(rows("new")).containsExactly(squash);
    }

    @Test
    void aDatabaseThatHoldsAllCountsAsHavingIt() throws Exception {
        at("all").upgrade();
        String squash = id(squash());
        assertThat(at("all").upgrade().isEmpty()).isTrue();
        at("all").checkHeads();
        assertThat(at("all").status())
                .singleElement()
                .satisfies(status -> assertThat(status.state()).isEqualTo(RevisionStatus.State.APPLIED));
        delete("a1", "b1", "c1");
        assertThat(at("all").current())
                .extracting(status -> status.revision().id())
                .containsExactly(squash);

        script("d1", "revision 'd1', down: '" + squash + "'", "addColumn 'cart', 'price', bigint");
        at("all").upgrade();
        assertThat(rows("all")).containsExactlyInAnyOrder(squash, "d1");
        at("all").downgrade("base");
        assertThat(rows("all")).isEmpty();
        assertThat(columns("all")).isEmpty();
    }

    @Test
    void aDatabaseThatHoldsSomeGoesOnThroughTheOldOnes() throws Exception {
        at("some").upgrade("b1");
        String squash = id(squash());
        script("d1", "revision 'd1', down: '" + squash + "'", "addColumn 'cart', 'price', bigint");
        assertThat(at("some").upgrade().steps())
                .extracting(step -> step.revision().id())
                .containsExactly("c1", "d1");
        assertThat(rows("some")).containsExactlyInAnyOrder("a1", "b1", "c1", "d1");
        assertThat(at("some").current())
                .extracting(status -> status.revision().id())
                .containsExactly("d1");
        at("some").downgrade(squash);
        assertThat(rows("some")).containsExactly(squash);
    }

    @Test
    void aDatabaseThatHoldsSomeIsToldWhatToDoWhenTheOldOnesAreGone() throws Exception {
        at("some").upgrade("b1");
        String squash = id(squash());
        delete("b1", "c1");
        assertThatThrownBy(() -> at("some").upgrade())
                .hasMessageContaining("replaces 3 others, of which the database holds 2, up to 'b1'")
                .hasMessageContaining("the scripts of b1, c1 are gone")
                .hasMessageContaining("mvn db:stamp -Ddb.target=" + squash);
        assertThat(at("some").status()).hasSize(3);
        at("some").stamp(squash);
        assertThat(rows("some")).containsExactly(squash);
        assertThat(at("some").upgrade().isEmpty()).isTrue();
    }

    @Test
    void whatCannotBeCondensedStaysAsItIsAndCodeIsRefused() throws Exception {
        script("d1", "revision 'd1', down: 'c1'", "execute 'alter table cart add column note varchar(9)'");
        SquashReport report = squash();
        assertThat(report.notes()).extracting(Problem::code).containsExactly("not-condensed");
        assertThat(Files.readString(report.script()))
                .contains("renameColumn 'cart', 'mail', to: 'email'", "add column note");
        Files.delete(report.script());

        script("e1", "revision 'e1', down: 'd1'", "data { sql -> sql.execute('delete from cart') }");
        assertThatThrownBy(this::squash).hasMessageContaining("e1.groovy:3:1: this cannot be squashed: code");
        assertThat(at("x").squash(new NewSquash("c1:d1", Optional.empty())).replaced())
                .hasSize(2);
    }

    @Test
    void aSquashInTheMiddleFollowsWhatTheRangeFollowedAndIsFollowedByWhatCameAfter() throws Exception {
        script("d1", "revision 'd1', down: 'c1'", "addColumn 'cart', 'price', bigint");
        at("old").upgrade();
        String squash = id(at("x").squash(new NewSquash("b1:c1", Optional.empty())));
        delete("b1", "c1");
        assertThat(at("new").upgrade().steps())
                .extracting(step -> step.revision().id())
                .containsExactly("a1", squash, "d1");
        assertThat(columns("new")).isEqualTo(columns("old"));
        assertThat(at("old").upgrade().isEmpty()).isTrue();
    }

    @Test
    void aBranchThatLeavesTheRangeInTheMiddleIsRefused() throws IOException {
        script("x1", "revision 'x1', down: 'a1'", "");
        assertThatThrownBy(() -> at("x").squash(new NewSquash("a1:c1", Optional.empty())))
                .hasMessageContaining("revision 'x1' leaves the range in the middle, at 'a1'");
    }

    private SquashReport squash() {
        return at("x").squash(new NewSquash("", Optional.empty()));
    }

    private static String id(SquashReport report) {
        return report.script().getFileName().toString().substring(0, 12);
    }

    private Limbeck at(String database) {
        return Limbeck.configure().directory(folder).url(url(database)).load();
    }

    private String url(String database) {
        return "jdbc:h2:" + folder.resolve("data").resolve(database);
    }

    private void script(String name, String header, String body) throws IOException {
        Path file = folder.resolve("migrations").resolve(name + ".groovy");
        Files.createDirectories(file.getParent());
        Files.writeString(file, header + "\nupgrade {\n" + body + "\n}\n");
    }

    private void delete(String... names) throws IOException {
        for (String name : names) {
            Files.delete(folder.resolve("migrations").resolve(name + ".groovy"));
        }
    }

    private List<String> rows(String database) throws SQLException {
        return query(database, "SELECT revision FROM db_version ORDER BY applied_at, revision");
    }

    private List<String> columns(String database) throws SQLException {
        return query(
                database,
                "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable"
                        + " FROM information_schema.columns WHERE table_schema = 'PUBLIC' AND table_name <> 'DB_VERSION'"
                        + " ORDER BY 1");
    }

    private List<String> query(String database, String sql) throws SQLException {
        JdbcDataSource source = new JdbcDataSource();
        source.setURL(url(database));
        try (var connection = source.getConnection();
                var rows = connection.createStatement().executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }
}
