package io.limbeck.plan;

import io.limbeck.dsl.Recorded;
import io.limbeck.operation.CreateEnum;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropView;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.TableChange;
import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import io.limbeck.schema.Part.Presence;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Operations that are worded together, of which some statements are done and some are not. */
final class HalfDone {

    private final Rendering.Group group;
    private final List<Assembly.Piece> pieces;
    private final int done;
    /** What differs by now from the state behind the group. */
    private final Map<Part, Presence> now = new HashMap<>();

    private boolean replaces;

    HalfDone(Rendering.Group group, int done) {
        this.group = group;
        this.pieces = group.pieces();
        this.done = done;
        for (int i = pieces.size() - 1; i >= Math.max(done, taken()); i--) {
            Share share = pieces.get(i).share();
            share.gained().forEach(part -> now.put(part, Presence.ABSENT));
            share.lost().forEach(part -> now.put(part, Presence.PRESENT));
        }
    }

    /** The state before the operations. */
    Schema before() {
        return group.before();
    }

    /** Whether a table is made anew and the old one is still there with its rows. */
    boolean hasOldTable() {
        int dropped = group.rebuilt() ? first(table(), false) : -1;
        return done <= dropped && dropped < pieces.size();
    }

    /** The operations that the done statements of a table made anew come to, while the old one is there. */
    List<Recorded> operations() {
        List<Recorded> operations = new ArrayList<>();
        Recorded asked = group.operations().get(0).recorded();
        for (Assembly.Piece piece : pieces.subList(0, done)) {
            if (piece.changes() == RowChanges.SCHEMA) {
                operation(piece.share())
                        .ifPresent(each -> operations.add(new Recorded(each, asked.site(), asked.autocommit())));
            }
        }
        return operations;
    }

    private Optional<Operation> operation(Share share) {
        Optional<Part> column = one(share.gained().stream(), Part.Kind.COLUMN);
        return Stream.of(
                        one(share.lost().stream(), Part.Kind.VIEW)
                                .<Operation>map(part -> new DropView(part.owner(), false)),
                        one(share.lost().stream(), Part.Kind.CONSTRAINT)
                                .<Operation>map(part -> new DropConstraint(part.owner(), part.name(), false, false)),
                        one(share.gained().stream(), Part.Kind.TABLE)
                                .<Operation>map(part -> new CreateTable(bare(part.owner()), false)),
                        one(share.gained().stream(), Part.Kind.ENUM)
                                .flatMap(part -> group.after().enumeration(part.owner()))
                                .<Operation>map(CreateEnum::new),
                        one(share.lost().stream(), Part.Kind.COLUMN)
                                .filter(old -> column.isPresent())
                                .<Operation>map(old -> new RenameColumn(
                                        old.owner(), old.name(), column.get().name())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<Part> one(Stream<Part> parts, Part.Kind kind) {
        return parts.filter(part -> part.kind() == kind).findFirst();
    }

    private Table bare(Name name) {
        return group.after()
                .known(table().owner())
                .orElseThrow()
                .named(name)
                .constraints(List.of())
                .indexes(List.of());
    }

    /** Where the old table is gone, what brings the new one into its place, with what the session must have heard. */
    List<Assembly.Piece> rest() {
        List<Assembly.Piece> rest = new ArrayList<>();
        for (int i = 0; done < taken() && i < pieces.size(); i++) {
            if (i >= done && i < taken() || pieces.get(i).share().isOfSession()) {
                rest.add(pieces.get(i));
            }
        }
        return rest;
    }

    /** What is known of a statement of the inverse, whose effect may be there because it never went; they come in order. */
    Share.Outcome outcome(Assembly.Piece inverse) {
        Share share = inverse.share();
        replaces |=
                group.rebuilt() && one(share.gained().stream(), Part.Kind.TABLE).isPresent();
        if (group.rebuilt() && first(table(), false) == pieces.size()) {
            return Share.Outcome.UNKNOWN;
        }
        boolean looks = group.rebuilt() && inverse.changes() == RowChanges.ROWS;
        Share.Outcome outcome = replaces || looks ? Share.Outcome.NOT_DONE : share.outcome(this::presence);
        if (outcome != Share.Outcome.DONE) {
            share.gained().forEach(part -> now.put(part, Presence.PRESENT));
            share.lost().forEach(part -> now.put(part, Presence.ABSENT));
        }
        return outcome;
    }

    private Presence presence(Part part) {
        return now.computeIfAbsent(part, any -> has(group.after(), part) ? Presence.PRESENT : Presence.ABSENT);
    }

    private static boolean has(Schema state, Part part) {
        Optional<Table> table = state.known(part.owner());
        return switch (part.kind()) {
            case SCHEMA -> state.schemas().contains(part.name());
            case TABLE -> table.isPresent();
            case VIEW -> state.views().stream().anyMatch(view -> view.name().equals(part.owner()));
            case SEQUENCE ->
                state.sequences().stream().anyMatch(each -> each.name().equals(part.owner()));
            case ENUM -> state.enumeration(part.owner()).isPresent();
            case ENUM_VALUE ->
                state.enumeration(part.owner())
                        .filter(type -> type.values().contains(part.name()))
                        .isPresent();
            case COLUMN -> table.flatMap(known -> known.column(part.name())).isPresent();
            case NOT_NULL ->
                table.flatMap(known -> known.column(part.name()))
                        .filter(column -> !column.nullable())
                        .isPresent();
            case DEFAULT ->
                table.flatMap(known -> known.column(part.name()))
                        .flatMap(column -> column.defaultValue())
                        .isPresent();
            case PRIMARY_KEY -> table.flatMap(Table::primaryKey).isPresent();
            case CONSTRAINT ->
                table.flatMap(known -> known.constraint(part.name())).isPresent();
            case INDEX -> table.flatMap(known -> known.index(part.name())).isPresent();
        };
    }

    private Part table() {
        Name name = ((TableChange) group.operations().get(0).operation()).table();
        return new Part(Part.Kind.TABLE, name, name.value());
    }

    /** How many statements are done when the new table has taken the old one's place. */
    private int taken() {
        return group.rebuilt() ? first(table(), true) + 1 : 0;
    }

    /** The first statement that adds a part or takes it; behind the last one, if none does. */
    private int first(Part part, boolean adds) {
        for (int i = 0; i < pieces.size(); i++) {
            Share share = pieces.get(i).share();
            if ((adds ? share.gained() : share.lost()).contains(part)) {
                return i;
            }
        }
        return pieces.size();
    }
}
