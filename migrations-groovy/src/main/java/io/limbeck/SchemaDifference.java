package io.limbeck;

import io.limbeck.autogenerate.Difference;
import io.limbeck.autogenerate.Proposal;
import io.limbeck.dialect.Dialect;
import io.limbeck.error.Refusal;
import io.limbeck.offline.ChangeScript;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Part;
import io.limbeck.schema.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What leads from one schema to another, in all the ways in which it can be told.
 *
 * @param from what is there, such as {@code history}
 * @param to what is wanted, such as {@code target}
 * @param before the schema that is there
 * @param difference what leads from there to the other
 * @param unknown names of things that differ, but which raw SQL of the history may have made, so that nobody can tell
 * @param dialect by whose eyes the two were compared
 */
public record SchemaDifference(
        String from, String to, Schema before, Difference difference, List<String> unknown, Dialect dialect) {

    public SchemaDifference {
        unknown = List.copyOf(unknown);
    }

    public boolean isEmpty() {
        return difference.isEmpty();
    }

    /** The body of an upgrade block, without a line end at its end. */
    public String script() {
        return String.join("\n", difference.script());
    }

    /**
     * The statements for the database.
     *
     * @throws io.limbeck.error.LimbeckException where the dialect cannot do it
     */
    public String sql() {
        return ChangeScript.of(difference.operations(), before, dialect);
    }

    /** A line for each thing that comes, goes or changes, such as {@code + column account.email}. */
    public List<String> summary() {
        List<String> lines = new ArrayList<>();
        Schema state = before;
        for (Operation each : difference.operations()) {
            try {
                Operation operation = each.resolved(state);
                Schema after = operation.apply(state);
                lines.addAll(summary(operation, state, after));
                state = after;
            } catch (Refusal rewritten) {
                lines.add("~ " + first(each));
            }
        }
        difference.notes().forEach(note -> lines.add("! " + note));
        return lines;
    }

    private static List<String> summary(Operation operation, Schema before, Schema after) {
        Set<Part> gained = Part.gained(before, after);
        Set<Part> lost = Part.lost(before, after);
        if (gained.isEmpty() == lost.isEmpty()) {
            return List.of("~ " + first(operation));
        }
        Set<Part> parts = gained.isEmpty() ? lost : gained;
        String sign = gained.isEmpty() ? "- " : "+ ";
        return parts.stream().map(part -> sign + part).toList();
    }

    private static String first(Operation operation) {
        return operation.script().lines().findFirst().orElse("");
    }

    /** The same for programs: strings, lists and maps. */
    public Map<String, Object> document() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("from", from);
        document.put("to", to);
        document.put("dialect", dialect.toString());
        document.put(
                "operations",
                difference.proposals().stream().map(SchemaDifference::document).toList());
        document.put("notes", difference.notes());
        document.put("unknown", unknown);
        return document;
    }

    private static Map<String, Object> document(Proposal proposal) {
        Map<String, Object> document = new LinkedHashMap<>();
        String kind = proposal.operation().getClass().getSimpleName();
        document.put("operation", Character.toLowerCase(kind.charAt(0)) + kind.substring(1));
        document.put("script", proposal.operation().script());
        document.put("remarks", proposal.remarks());
        return document;
    }

    @Override
    public String toString() {
        return from + " → " + to + summary().stream().map(line -> "\n  " + line).collect(Collectors.joining());
    }
}
