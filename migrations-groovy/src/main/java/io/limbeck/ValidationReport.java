package io.limbeck;

import io.limbeck.error.Problem;
import java.util.List;

/**
 * What a validation found that is not wrong.
 *
 * @param revisions how many revisions were checked
 * @param databaseAsked whether applied checksums were compared too
 * @param irreversible what stands in the way of each revision that cannot be undone
 */
public record ValidationReport(int revisions, boolean databaseAsked, List<Problem> irreversible) {

    public ValidationReport {
        irreversible = List.copyOf(irreversible);
    }
}
