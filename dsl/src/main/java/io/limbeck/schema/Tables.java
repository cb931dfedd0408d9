package io.limbeck.schema;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.pcollections.PMap;
import org.pcollections.TreePMap;
import org.pcollections.TreePSet;

/** Tables by name, with what points at each at hand, so that thousands of them need not be looked through for it. */
final class Tables {

    static final Tables NONE = new Tables(TreePMap.empty(), TreePMap.empty());

    private final TreePMap<Name, Table> byName;
    private final TreePMap<Name, TreePSet<Name>> referring;

    private Tables(TreePMap<Name, Table> byName, TreePMap<Name, TreePSet<Name>> referring) {
        this.byName = byName;
        this.referring = referring;
    }

    Table get(Name name) {
        return byName.get(name);
    }

    boolean has(Name name) {
        return byName.containsKey(name);
    }

    Set<Name> names() {
        return byName.keySet();
    }

    Collection<Table> all() {
        return byName.values();
    }

    /** The tables, perhaps this one itself, that have a foreign key to it. */
    Stream<Table> referringTo(Name name) {
        TreePSet<Name> some = referring.get(name);
        return some == null ? Stream.empty() : List.copyOf(some).stream().map(byName::get);
    }

    Tables plus(Table table) {
        Set<Name> now = referred(table);
        Table replaced = byName.get(table.name());
        TreePMap<Name, TreePSet<Name>> changed = replaced == null ? referring : without(replaced, now);
        for (Name each : now) {
            TreePSet<Name> others = changed.get(each);
            changed = changed.plus(each, (others == null ? TreePSet.<Name>empty() : others).plus(table.name()));
        }
        return new Tables(byName.plus(table.name(), table), changed);
    }

    Tables minus(Name name) {
        Table removed = byName.get(name);
        return removed == null ? this : new Tables(byName.minus(name), without(removed, Set.of()));
    }

    /** What points where, but for what a table points at no more. */
    private TreePMap<Name, TreePSet<Name>> without(Table table, Set<Name> kept) {
        TreePMap<Name, TreePSet<Name>> changed = referring;
        for (Name each : referred(table)) {
            if (!kept.contains(each)) {
                TreePSet<Name> others = changed.get(each).minus(table.name());
                changed = others.isEmpty() ? changed.minus(each) : changed.plus(each, others);
            }
        }
        return changed;
    }

    private static Set<Name> referred(Table table) {
        Set<Name> referred = Set.of();
        for (Constraint constraint : table.constraints()) {
            if (constraint instanceof ForeignKey key) {
                referred = referred.isEmpty() ? new TreeSet<>() : referred;
                referred.add(key.referred());
            }
        }
        return referred;
    }

    /** The same where the order of columns, constraints and indexes does not count. */
    PMap<Name, Table> canonical() {
        TreePMap<Name, Table> sorted = byName;
        for (Table table : byName.values()) {
            sorted = sorted.plus(table.name(), CanonicalOrder.of(table));
        }
        return sorted;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Tables tables && byName.equals(tables.byName);
    }

    @Override
    public int hashCode() {
        return byName.hashCode();
    }
}
