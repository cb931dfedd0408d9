package io.limbeck.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {

    @ParameterizedTest
    @ValueSource(strings = {"a1b2", "1", "V1_2", "1.2.3", "2026-11-add-email", "add-email", "_x"})
    void anIdMayBe(String id) {
        assertThat(Identifiers.objection(id)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "head", "base", "-x", ".x", "a b", "a,b", "a:b", "a+1", "a@b", "a/b", "ä", "a'b", "2026-11"})
    void anIdMayNotBe(String id) {
        assertThat(Identifiers.objection(id)).isPresent();
    }

    @Test
    void anIdFitsTheVersionTable() {
        assertThat(Identifiers.objection("a".repeat(128))).isEmpty();
        assertThat(Identifiers.objection("a".repeat(129))).contains("is longer than 128 characters");
    }
}
