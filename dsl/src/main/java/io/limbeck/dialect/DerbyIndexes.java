package io.limbeck.dialect;

import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.List;

/**
 * Which of a table's indexes Derby really builds: it makes none that a key or another index serves already, and only
 * warns of it (SQLSTATE 01504), so the others exist in the history alone until what serves them goes.
 */
final class DerbyIndexes {

    private DerbyIndexes() {}

    /** The indexes that exist under their own names. */
    static List<Index> built(Table table) {
        List<Index> built = new ArrayList<>();
        for (Index index : table.indexes()) {
            if (!isServed(index, table)) {
                built.add(index);
            }
        }
        return built;
    }

    private static boolean isServed(Index index, Table table) {
        List<String> ascending = index.parts().stream()
                .filter(part -> !part.descending())
                .map(IndexPart::text)
                .toList();
        boolean plain = ascending.size() == index.parts().size();
        return plain
                        && table.constraints().stream()
                                .anyMatch(each -> serves(each, index, table)
                                        && each.columns().equals(ascending))
                || table.indexes().stream().anyMatch(other -> serves(other, index, table.indexes()));
    }

    private static boolean serves(Constraint constraint, Index index, Table table) {
        if (constraint instanceof Check || constraint instanceof Exclusion) {
            return false;
        }
        boolean unique = !(constraint instanceof ForeignKey)
                && constraint.columns().stream()
                        .noneMatch(column ->
                                table.column(column).filter(Column::nullable).isPresent());
        return unique || !index.unique();
    }

    private static boolean serves(Index other, Index index, List<Index> all) {
        boolean earlier = all.indexOf(other) < all.indexOf(index);
        return !other.name().equals(index.name())
                && other.parts().equals(index.parts())
                && (other.unique() == index.unique() ? earlier : other.unique());
    }
}
