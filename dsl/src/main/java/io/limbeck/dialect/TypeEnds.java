package io.limbeck.dialect;

import io.limbeck.catalogue.Row;
import java.util.List;
import java.util.Set;

/** The ends of the types of whole numbers, which a catalogue tells for those of a sequence that has been given none. */
final class TypeEnds {

    private static final Set<String> ENDS = Set.of(
            String.valueOf(Short.MIN_VALUE),
            String.valueOf(Short.MAX_VALUE),
            String.valueOf(Integer.MIN_VALUE),
            String.valueOf(Integer.MAX_VALUE),
            String.valueOf(Long.MIN_VALUE),
            String.valueOf(Long.MAX_VALUE));

    private TypeEnds() {}

    /** The row of a sequence or an identity column without the ends of its type. */
    static Row untold(Row row) {
        Row untold = row;
        for (String end : List.of("min_value", "max_value")) {
            untold = untold.text(end).filter(ENDS::contains).isPresent() ? untold.with(end, null) : untold;
        }
        return untold;
    }
}
