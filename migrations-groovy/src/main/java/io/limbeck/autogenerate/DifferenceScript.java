package io.limbeck.autogenerate;

import java.util.ArrayList;
import java.util.List;

/** A difference as the body of an upgrade block, remarks as comments. */
final class DifferenceScript {

    private DifferenceScript() {}

    /** The pieces, one behind the other; some of several lines, and some that begin with an empty one. */
    static List<String> of(Difference difference) {
        List<String> pieces = new ArrayList<>();
        boolean apart = false;
        for (Proposal proposal : difference.proposals()) {
            String piece = comment(proposal.remarks()) + proposal.operation().script();
            boolean block = piece.contains("\n");
            pieces.add((block || apart) && !pieces.isEmpty() ? "\n" + piece : piece);
            apart = block;
        }
        if (!difference.notes().isEmpty()) {
            String notes = comment(difference.notes()).stripTrailing();
            pieces.add(pieces.isEmpty() ? notes : "\n" + notes);
        }
        return pieces;
    }

    /** Lines behind the first of a remark are what else might be written. */
    private static String comment(List<String> remarks) {
        StringBuilder comment = new StringBuilder();
        for (String remark : remarks) {
            List<String> lines = remark.lines().toList();
            for (int i = 0; i < lines.size(); i++) {
                comment.append(i == 0 ? "// " : "//     ").append(lines.get(i)).append('\n');
            }
        }
        return comment.toString();
    }
}
