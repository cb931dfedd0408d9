package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.CreateEnum;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.DropView;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameTable;
import io.limbeck.operation.TableChange;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.SqlText;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import io.limbeck.sql.Feature;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Makes a table anew in the state behind some changes: a second table beside it takes its rows and then its place.
 *
 * <p>Shape: drop the views that use it; drop the foreign keys that point at it; CREATE {@code t__new}; INSERT … SELECT;
 * let its identity go on; DROP; RENAME; add its constraints, indexes, the foreign keys of others, and the views again.
 * Constraints come last, since their names are taken while the old table is there. Everything is worded from the
 * replayed state; what a database does otherwise, its subclass states.
 */
public class Rebuild {

    private static final String SUFFIX = "__new";

    private final Dialect dialect;

    protected Rebuild(Dialect dialect) {
        this.dialect = dialect;
    }

    // ---- what a dialect may state

    /** Whether a constraint is part of CREATE TABLE, as it must be where it cannot be added later. */
    protected boolean keepsWithTable(Name table, Constraint constraint, Schema before) {
        return dialect.needsRebuild(new AddConstraint(table, constraint), before);
    }

    /**
     * Whether foreign keys of other tables and views stay as they are while the table that they name is replaced; its
     * columns are renamed in place then, so that the database renames them in those, too.
     */
    protected boolean namesStay() {
        return false;
    }

    /** What comes before everything else. */
    protected List<String> beginning(Table table, Schema before) {
        return List.of();
    }

    /** What comes after everything else. */
    protected List<String> end(Table before, Table after, Schema state) {
        return List.of();
    }

    /** The new table as it is made first, such as with an identity that takes the old values. */
    protected Table shell(Table after) {
        return after;
    }

    /** The table with identities that take values which are given to them. */
    protected static Table takingValues(Table table) {
        return table.columns(table.columns().stream()
                .map(column -> column.identified(column.identity().map(identity -> identity.always(false))))
                .toList());
    }

    /** The words in INSERT that let old values into a GENERATED ALWAYS column (SQL:2016, 14.11 insert statement). */
    protected String overriding() {
        return " OVERRIDING SYSTEM VALUE";
    }

    /** The old value of a column as a value of the new one. */
    protected String converted(Column from, Column to) {
        String old = dialect.quote(from.name());
        return assigns(from, to) ? old : "CAST(" + old + " AS " + dialect.type(to.type()) + ")";
    }

    /** What a script says in place of the old value, as one value. */
    protected String used(String expression) {
        return expression;
    }

    /** Whether the values of a column can be put into another as they are, and are refused where they do not fit. */
    protected final boolean assigns(Column from, Column to) {
        Optional<Kind> was = kind(from);
        return from.type().in(dialect.dialect()).equals(to.type().in(dialect.dialect()))
                || was.isPresent() && was.equals(kind(to));
    }

    /** The kind of a column's type, where it is one of the scalar ones. */
    protected final Optional<Kind> kind(Column column) {
        return column.type().in(dialect.dialect()) instanceof Scalar scalar
                ? Optional.of(scalar.kind())
                : Optional.empty();
    }

    /** The text by which a catalogue knows a name, where it keeps in capitals what was not quoted. */
    protected final String inCapitals(String identifier) {
        boolean exact = dialect.quote(identifier).startsWith("\"");
        return dialect.literal(new Literal(exact ? identifier : identifier.toUpperCase(Locale.ROOT)));
    }

    /** Lets the identity of the new table go on where the old one's stands. */
    protected List<String> identityGoesOn(Name from, Column old, Name to, Column column) {
        throw new Refusal(
                "unsupported",
                null,
                dialect.dialect() + " makes table '" + from + "' anew for this, and cannot let the identity column '"
                        + column.name() + "' go on where it stands",
                "Say where it goes on, in the same alterTable block: alterColumn '" + column.name()
                        + "', identity: [start: …].");
    }

    // ---- the whole

    /** The statements for changes of one table that follow each other. */
    final List<String> statements(List<? extends Asked> changes) {
        Asked last = changes.get(changes.size() - 1);
        Schema after = last.operation().apply(last.before());
        Name name = ((TableChange) last.operation()).table();
        Steps steps = new Steps(dialect, changes.get(0).before());
        Sources followed = new Sources(dialect, steps.state().known(name).orElseThrow());
        changes.forEach(change -> followed.follow(change.operation()));
        List<View> views = views(steps.state(), name);
        refuseViews(views, steps.state().known(name).orElseThrow(), followed);
        Sources sources = followed;
        if (namesStay()) {
            requireNoCascade(changes);
            followed.renames().forEach((from, to) -> steps.then(new RenameColumn(name, from, to)));
            sources = followed.renamed();
            views = List.of();
        }

        Schema before = steps.state();
        Table old = before.known(name).orElseThrow();
        Table wanted = after.known(name).orElseThrow();
        steps.then(beginning(old, before));
        after.enums().stream()
                .filter(type -> before.enumeration(type.name()).isEmpty())
                .forEach(type -> steps.then(new CreateEnum(type)));
        reversed(views).forEach(view -> steps.then(new DropView(view.name(), false)));
        if (!namesStay()) {
            before.references(name)
                    .forEach(reference -> steps.then(new DropConstraint(
                            reference.table(), reference.key().name(), false, false)));
        }
        Name fresh = fresh(name);
        replace(steps, old, wanted, fresh, sources);
        hang(steps, wanted, after);
        if (!namesStay()) {
            after.references(name)
                    .forEach(reference -> steps.then(new AddConstraint(reference.table(), reference.key())));
        }
        views.forEach(view -> steps.then(new CreateView(view, false)));
        return steps.then(end(old, wanted, after)).statements();
    }

    /** Where other tables stay as they are, nothing of theirs can be dropped along. */
    private void requireNoCascade(List<? extends Asked> changes) {
        changes.stream()
                .filter(change -> change.operation() instanceof DropConstraint drop && drop.cascade())
                .findFirst()
                .ifPresent(any -> dialect.require(Feature.CASCADE));
    }

    /** Puts a new table with the old one's rows in its place, with the constraints that cannot come later. */
    private void replace(Steps steps, Table old, Table wanted, Name fresh, Sources sources) {
        Name name = old.name();
        Table bare = wanted.indexes(List.of());
        steps.meaning(state -> state.with(bare));
        Schema meant = steps.state();
        List<Constraint> kept = wanted.constraints().stream()
                .filter(constraint -> keepsWithTable(name, constraint, meant))
                .toList();
        Table shell = shell(bare.constraints(kept));
        steps.then(new CreateTable(shell.named(fresh), false));
        copy(steps, old, wanted, fresh, sources);
        for (Column column : wanted.columns()) {
            Optional<Column> was = sources.old(column.name());
            Optional<Identity> identity = was.flatMap(Column::identity);
            boolean restarts = identity.isPresent()
                    && column.identity().isPresent()
                    && column.identity().get().start().isPresent()
                    && !column.identity().get().start().equals(identity.get().start());
            if (identity.isPresent() && column.identity().isPresent() && !restarts) {
                steps.then(identityGoesOn(name, was.get(), fresh, column));
            }
        }
        steps.then(dialect.render(new DropTable(name, false, false), steps.state()))
                .meaning(state -> state.without(name))
                .then(new RenameTable(fresh, name.value()));
    }

    private void copy(Steps steps, Table old, Table wanted, Name fresh, Sources sources) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean identity = false;
        boolean always = false;
        for (Column column : wanted.columns()) {
            Optional<String> value = sources.of(column, this);
            value.ifPresent(expression -> values.put(column.name(), expression));
            identity |= value.isPresent() && column.identity().isPresent();
            always |= value.isPresent()
                    && column.identity().filter(Identity::always).isPresent();
        }
        if (values.isEmpty()) {
            throw new Refusal(
                    "unsupported",
                    null,
                    "of table '" + old.name() + "' no column is left to be copied",
                    "Drop the table and create it anew.");
        }
        String copy = "INSERT INTO " + dialect.name(fresh) + " (" + dialect.quoteAll(values.keySet()) + ")"
                + (always ? overriding() : "") + "\nSELECT " + String.join(", ", values.values()) + " FROM "
                + dialect.name(old.name());
        steps.then(identity ? dialect.givingIdentity(fresh, true) : List.of())
                .then(copy)
                .then(identity ? dialect.givingIdentity(fresh, false) : List.of());
    }

    /** Adds the constraints that were not part of CREATE TABLE, foreign keys last, and the indexes. */
    private void hang(Steps steps, Table wanted, Schema after) {
        Name name = wanted.name();
        Schema made = steps.state();
        List<Constraint> late = wanted.constraints().stream()
                .filter(constraint -> made.known(name)
                        .orElseThrow()
                        .constraint(constraint.name())
                        .isEmpty())
                .toList();
        late.stream()
                .filter(constraint -> !(constraint instanceof ForeignKey))
                .forEach(constraint -> steps.then(new AddConstraint(name, constraint)));
        wanted.indexes().forEach(index -> steps.then(new CreateIndex(name, index, false, false)));
        late.stream()
                .filter(ForeignKey.class::isInstance)
                .forEach(constraint -> steps.then(new AddConstraint(name, constraint)));
        steps.meaning(state -> state.with(after.known(name).orElseThrow()));
    }

    private Name fresh(Name name) {
        int room = dialect.maxIdentifier() - SUFFIX.length();
        String value = name.value();
        return name.sibling((value.length() > room ? value.substring(0, room) : value) + SUFFIX);
    }

    // ---- views

    /** The views that use a table, themselves or through others, each behind those that it uses. */
    static List<View> views(Schema before, Name table) {
        List<String> used = new ArrayList<>(List.of(table.value()));
        List<View> views = new ArrayList<>();
        boolean more = true;
        while (more) {
            more = false;
            for (View view : before.views()) {
                if (!views.contains(view) && used.stream().anyMatch(name -> SqlText.names(view.query(), name))) {
                    views.add(view);
                    used.add(view.name().value());
                    more = true;
                }
            }
        }
        return ordered(views);
    }

    private static List<View> ordered(List<View> views) {
        List<View> left = new ArrayList<>(views);
        List<View> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            View next = left.stream()
                    .filter(view -> left.stream()
                            .noneMatch(other -> other != view
                                    && SqlText.names(view.query(), other.name().value())))
                    .findFirst()
                    .orElse(left.get(0));
            ordered.add(next);
            left.remove(next);
        }
        return ordered;
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    /** A view is made again as it was, so it cannot speak of a column that is gone by then. */
    private void refuseViews(List<View> views, Table old, Sources sources) {
        for (View view : views) {
            old.columnNames().stream()
                    .filter(column -> !sources.keeps(column)
                            || !namesStay() && sources.renames().containsKey(column))
                    .filter(column -> SqlText.names(view.query(), column))
                    .findFirst()
                    .ifPresent(column -> {
                        throw new Refusal(
                                "still-used",
                                column,
                                "column '" + column + "' of table '" + old.name() + "' is used by the view '"
                                        + view.name() + "'",
                                "Use dropView first, and createView again after it.");
                    });
        }
    }
}
