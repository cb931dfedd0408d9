package io.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import io.limbeck.sql.Feature;
import java.util.List;
import org.junit.jupiter.api.Test;

class DialectsTest {

    @Test
    void aNameLeadsToADialectWithOrWithoutAVersion() {
        assertThat(Dialects.of("PostgreSQL")).hasToString("postgresql");
        assertThat(Dialects.of("postgresql:16.2")).hasToString("postgresql:16.2");
        assertThat(Dialects.of("postgresql").supports(Feature.NULLS_NOT_DISTINCT))
                .isFalse();
        assertThat(Dialects.of("postgresql:15").supports(Feature.NULLS_NOT_DISTINCT))
                .isTrue();
    }

    @Test
    void aServersNumberMeansTheYearItIsNamedAfter() {
        assertThat(Dialects.of("sqlserver:16.0")).hasToString("sqlserver:2022");
        assertThat(Dialects.of("sqlserver:18")).hasToString("sqlserver:2026");
        assertThat(Dialects.of("sqlserver:12.0")).hasToString("sqlserver:2017");
        assertThat(Dialects.of("sqlserver:2019")).hasToString("sqlserver:2019");
    }

    @Test
    void aUrlLeadsToADialect() {
        assertThat(Dialects.ofUrl("jdbc:derby:target/db")).get().hasToString("derby");
        assertThat(Dialects.ofUrl("jdbc:sqlserver://db;databaseName=shop"))
                .get()
                .hasToString("sqlserver");
        assertThat(Dialects.ofUrl("jdbc:db2://db:50000/shop")).get().hasToString("db2");
        assertThat(Dialects.ofUrl("jdbc:unknown:x")).isEmpty();
    }

    @Test
    void aServerBehindPostgresqlsDriverTellsWhatItIs() {
        assertThat(Dialects.ofServer("CockroachDB CCL v24.3.1 (x86_64-pc-linux-gnu, built 2024/11/25, go1.22.8)"))
                .get()
                .hasToString("cockroachdb:24.3.1");
        assertThat(Dialects.ofServer("PostgreSQL 15.12-YB-2025.1.0.0-b0 on x86_64-pc-linux-gnu, compiled by clang"))
                .get()
                .hasToString("yugabytedb:2025.1.0.0");
        assertThat(Dialects.ofServer("PostgreSQL 16.4 (Debian 16.4-1) on x86_64-pc-linux-gnu, compiled by gcc"))
                .isEmpty();
    }

    @Test
    void postgresqlsOwnVersionsNeedNoAsking() {
        Server server = Dialects.of("postgresql").server();
        assertThat(List.of("10.1", "16.15", "17.2 (Debian 17.2-1.pgdg120+1)")).allMatch(server::isOwnVersion);
        assertThat(List.of(
                        "",
                        "9.6",
                        "9.10",
                        "13.0.0",
                        "16.3.0 (Debian)",
                        "15.12-YB-2025.1.0.0-b0",
                        "18beta1",
                        "18.",
                        "16.4 x"))
                .noneMatch(server::isOwnVersion);
        assertThat(Dialects.of("mariadb").server().isOwnVersion("16.4")).isFalse();
    }

    @Test
    void whatIsNoDialectIsRefusedWithASuggestion() {
        assertThatThrownBy(() -> Dialects.of("postgres"))
                .isInstanceOf(LimbeckException.class)
                .hasMessage("'postgres' is not a dialect\n  Did you mean 'postgresql'?");
        assertThatThrownBy(() -> Dialects.of("nonsense"))
                .hasMessage(
                        "'nonsense' is not a dialect\n  The dialects are " + String.join(", ", Dialects.names()) + ".");
        assertThatThrownBy(() -> Dialects.of("postgresql:new"))
                .hasMessage("'postgresql:new' has no version behind its colon\n  Write it as in postgresql:16.");
    }

    @Test
    void whatComesFromOutsideHasANameOfItsOwn() {
        DialectProvider another = version -> new Derby(version);
        assertThatThrownBy(() -> Dialects.with(List.of(another)))
                .hasMessageContaining("brings another dialect 'derby'\n  Give it a name of its own");
    }
}
