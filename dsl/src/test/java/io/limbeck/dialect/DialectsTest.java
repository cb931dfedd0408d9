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
    void aUrlLeadsToADialect() {
        assertThat(Dialects.ofUrl("jdbc:derby:target/db")).get().hasToString("derby");
        assertThat(Dialects.ofUrl("jdbc:unknown:x")).isEmpty();
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
