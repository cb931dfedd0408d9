package io.limbeck.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NamingTest {

    private static final Name TABLE = Name.of("account");
    private final Naming naming = Naming.of(Map.of(), 63);

    @Test
    void namesSayWhatTheyName() {
        assertThat(naming.primaryKey(TABLE)).isEqualTo("pk_account");
        assertThat(naming.unique(TABLE, List.of("a", "b"))).isEqualTo("uq_account_a_b");
        assertThat(naming.foreignKey(TABLE, List.of("owner_id"), Name.of("person")))
                .isEqualTo("fk_account_owner_id_person");
        assertThat(naming.columnCheck(TABLE, "age")).isEqualTo("ck_account_age");
        assertThat(naming.index(TABLE, List.of(new IndexPart("lower(email)", true, false, Optional.empty()))))
                .isEqualTo("ix_account_lower_email");
    }

    @Test
    void aTemplateOfOnesOwnReplacesOneAlone() {
        Naming own = Naming.of(Map.of("unique", "{table}_{columns}_key"), 63);

        assertThat(own.unique(TABLE, List.of("a"))).isEqualTo("account_a_key");
        assertThat(own.primaryKey(TABLE)).isEqualTo("pk_account");
    }

    @Test
    void aLongNameIsCutStaysTheSameAndStaysDistinct() {
        Naming narrow = Naming.of(Map.of(), 20);

        String one = narrow.unique(TABLE, List.of("quite_long", "column_one"));
        String other = narrow.unique(TABLE, List.of("quite_long", "column_two"));

        assertThat(one).hasSize(20).startsWith("uq_account_").isNotEqualTo(other);
        assertThat(narrow.unique(TABLE, List.of("quite_long", "column_one"))).isEqualTo(one);
    }
}
