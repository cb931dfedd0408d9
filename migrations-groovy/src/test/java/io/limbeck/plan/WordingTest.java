package io.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a statement adds is looked up")
class WordingTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("as what it is, a primary key without the name that some databases do not keep")
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE team ADD CONSTRAINT pk_team PRIMARY KEY (id)     | PRIMARY_KEY | team
            ALTER TABLE team ADD CONSTRAINT uq_team_id UNIQUE (id)       | CONSTRAINT  | uq_team_id
            ALTER TABLE team ADD CONSTRAINT ck_team_1 CHECK (id > 0)     | CONSTRAINT  | ck_team_1
            ALTER TABLE team ADD INDEX fk_chief (chief), ADD CONSTRAINT fk_chief FOREIGN KEY (chief) REFERENCES p (id) | INDEX | fk_chief
            """)
    void isLookedUp(String sql, Part.Kind kind, String name) {
        assertThat(Wording.read(sql, index -> Optional.empty()).orElseThrow().gained())
                .containsExactly(new Part(kind, new Name(null, "team"), name));
    }
}
