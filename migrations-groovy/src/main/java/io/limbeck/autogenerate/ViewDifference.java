package io.limbeck.autogenerate;

import io.limbeck.dialect.Dialect;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.DropView;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.View;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The views that go and come: those that differ, and those that read from what changes under them. */
final class ViewDifference {

    private final Dialect dialect;
    private final Schema from;
    private final Schema to;
    private final Likeness likeness;

    ViewDifference(Schema from, Schema to, Likeness likeness, Dialect dialect) {
        this.dialect = dialect;
        this.from = from;
        this.to = to;
        this.likeness = likeness;
    }

    /** The state without the views that differ. */
    Schema withoutChanged() {
        Schema state = from;
        for (View view : from.views()) {
            if (changed(view)) {
                state = state.withoutView(view.name());
            }
        }
        return state;
    }

    private boolean changed(View view) {
        return to.view(view.name())
                .filter(wanted -> likeness.same(view, from, wanted, to))
                .isEmpty();
    }

    /** The drops that come first, readers before what they read. */
    List<Proposal> drops(List<Proposal> changes) {
        List<View> ordered = ViewOrder.of(from.views());
        List<View> going = new ArrayList<>();
        for (View view : ordered) {
            boolean hit = changed(view)
                    || changes.stream().anyMatch(change -> hinders(view, change.operation()))
                    || going.stream().anyMatch(other -> ViewOrder.reads(view, other.name()));
            if (hit) {
                going.add(view);
            }
        }
        Collections.reverse(going);
        return going.stream()
                .map(view -> Proposal.of(new DropView(view.name(), false)))
                .toList();
    }

    /** Whether databases refuse to change something while the view is there, or would leave the view broken. */
    private boolean hinders(View view, Operation operation) {
        if (operation instanceof DropTable drop) {
            return ViewOrder.reads(view, drop.table());
        }
        if (operation instanceof RenameTable rename) {
            return ViewOrder.reads(view, rename.table());
        }
        if (operation instanceof RenameColumn rename) {
            return uses(view, rename.table(), rename.column());
        }
        if (operation instanceof DropColumn drop) {
            return uses(view, drop.table(), drop.column());
        }
        return operation instanceof AlterColumn alter
                && alter.type().isPresent()
                && uses(view, alter.table(), alter.column());
    }

    private boolean uses(View view, Name table, String column) {
        return ViewOrder.reads(view, table)
                && (dialect.viewsHoldTables()
                        || ViewOrder.mentions(view, column)
                        || view.query().contains("*"));
    }

    /** What makes the views that are wanted and not there. */
    List<Proposal> creations(Schema state) {
        return ViewOrder.of(to.views()).stream()
                .filter(view -> state.view(view.name()).isEmpty())
                .map(view -> Proposal.of(new CreateView(view, false)))
                .toList();
    }
}
