package io.limbeck.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProblemTest {

    @Test
    void theCaretStandsUnderTheWordToBlame() {
        Place place = new Place("b2.groovy", 5, 9, "        renameTabel 'a', to: 'b'");

        assertThat(Problem.at(
                        place, "unknown-operation", "'renameTabel' is not an operation", "Did you mean 'renameTable'?"))
                .hasToString("""
                        b2.groovy:5:9: 'renameTabel' is not an operation
                            renameTabel 'a', to: 'b'
                            ^
                          Did you mean 'renameTable'?""");
    }

    @Test
    void withoutAColumnThereIsNoCaret() {
        Place place = new Place("b2.sql", 3, 0, "drop tabel a");

        assertThat(Problem.at(place, "x", "it is wrong", null)).hasToString("b2.sql:3: it is wrong\n    drop tabel a");
    }

    @Test
    void withoutAPlaceThereIsTheFactAlone() {
        assertThat(Problem.of("x", "there is no driver", "Add one.")).hasToString("there is no driver\n  Add one.");
        assertThat(Problem.at(Place.file("a.groovy"), "x", "it is empty", null)).hasToString("a.groovy: it is empty");
    }

    @Test
    void severalProblemsStandApart() {
        LimbeckException all =
                LimbeckException.migration(List.of(Problem.of("a", "one", null), Problem.of("b", "two", null)));

        assertThat(all).hasMessage("one\n\ntwo");
        assertThat(all.kind()).isEqualTo(LimbeckException.Kind.MIGRATION);
    }
}
