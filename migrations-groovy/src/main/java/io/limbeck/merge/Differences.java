package io.limbeck.merge;

import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Names what differs between two schema states. */
final class Differences {

    private Differences() {}

    /** Shape: {@code column 'email' of table 'account' depends on the order}. */
    static String of(Schema left, Schema right) {
        List<String> parts = new ArrayList<>();
        for (Name name : changed(left.tables(), right.tables(), Table::name)) {
            if (left.known(name).isPresent() && right.known(name).isPresent()) {
                within(left.known(name).get(), right.known(name).get(), parts);
            } else {
                parts.add("table '" + name + "'");
            }
        }
        changed(left.sequences(), right.sequences(), each -> each.name())
                .forEach(name -> parts.add("sequence '" + name + "'"));
        changed(left.views(), right.views(), each -> each.name()).forEach(name -> parts.add("view '" + name + "'"));
        changed(left.enums(), right.enums(), each -> each.name())
                .forEach(name -> parts.add("enumeration '" + name + "'"));
        changed(left.schemas(), right.schemas(), each -> each).forEach(name -> parts.add("schema '" + name + "'"));
        return String.join(", ", parts) + (parts.size() == 1 ? " depends" : " depend") + " on the order";
    }

    private static void within(Table left, Table right, List<String> parts) {
        int before = parts.size();
        String of = "' of table '" + left.name() + "'";
        changed(left.columns(), right.columns(), Column::name).forEach(name -> parts.add("column '" + name + of));
        changed(left.constraints(), right.constraints(), each -> each.name())
                .forEach(name -> parts.add("constraint '" + name + of));
        changed(left.indexes(), right.indexes(), each -> each.name()).forEach(name -> parts.add("index '" + name + of));
        boolean inside = parts.size() > before;
        if (!inside
                && !(left.comment().equals(right.comment()) && left.options().equals(right.options()))) {
            parts.add("table '" + left.name() + "'");
        }
    }

    /** The names of what only one side has, or both have differently. */
    static <K extends Comparable<K>, V> Set<K> changed(Collection<V> left, Collection<V> right, Function<V, K> name) {
        Map<K, V> leftByName = byName(left, name);
        Map<K, V> rightByName = byName(right, name);
        Set<K> names = new TreeSet<>(leftByName.keySet());
        names.addAll(rightByName.keySet());
        names.removeIf(
                each -> leftByName.containsKey(each) && leftByName.get(each).equals(rightByName.get(each)));
        return names;
    }

    private static <K extends Comparable<K>, V> Map<K, V> byName(Collection<V> values, Function<V, K> name) {
        return values.stream().collect(Collectors.toMap(name, value -> value, (one, two) -> two, TreeMap::new));
    }
}
