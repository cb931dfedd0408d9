package io.limbeck.plan;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("What a statement adds or takes is looked up")
class WordingTest {

    @ParameterizedTest(name = "{0}")
    @DisplayName("as what it is, a primary key without the name that some databases do not keep")
    @CsvSource(delimiter = '|', textBlock = """
            ALTER TABLE team ADD CONSTRAINT pk_team PRIMARY KEY (id)     | primary key of team
            ALTER TABLE team ADD CONSTRAINT uq_team_id UNIQUE (id)       | constraint uq_team_id
            ALTER TABLE team ADD CONSTRAINT ck_team_1 CHECK (id > 0)     | constraint ck_team_1
            ALTER TABLE team ADD INDEX ix_chief (chief)                  | index ix_chief
            ALTER TABLE team ADD INDEX fk_chief (chief), ADD CONSTRAINT fk_chief FOREIGN KEY (chief) REFERENCES p (id) | constraint fk_chief, index fk_chief
            ALTER TABLE team DROP INDEX fk_chief, DROP FOREIGN KEY fk_chief | constraint fk_chief, index fk_chief
            ALTER TABLE team DROP INDEX ix_chief                         | index ix_chief
            """)
    void isLookedUp(String sql, String parts) {
        Wording wording = Wording.read(sql, index -> Optional.empty()).orElseThrow();
        boolean adds = sql.contains(" ADD ");
        assertThat(adds ? wording.lost() : wording.gained()).isEmpty();
        assertThat(adds ? wording.gained() : wording.lost())
                .allMatch(part -> part.owner().equals(Name.of("team")))
                .extracting(Part::toString)
                .containsExactlyInAnyOrder(parts.split(", "));
    }
}
