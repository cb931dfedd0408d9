package io.limbeck.plan;

import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.Execute;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import io.limbeck.schema.Part.Presence;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Statement;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A statement's share of an operation, by which a catalogue can tell whether the statement took effect: of the parts that
 * the operation adds to the schema state or takes from it, those that the statement speaks of.
 *
 * @param operation the first, where a table is made anew for several
 * @param after the state behind all of them
 * @param number which of the operation's statements it is, counted from 0
 */
record Share(Operation operation, Schema before, Schema after, List<Statement> statements, int number) {

    /** Says what a part of the schema is like now. */
    interface Catalogue extends Function<Part, Presence> {}

    /** How a statement went. */
    enum Outcome {
        DONE,
        NOT_DONE,
        /** Some of what it is for is there, and some is not. */
        HALF_DONE,
        UNKNOWN
    }

    /** Asks the catalogue how the statement went. */
    Outcome outcome(Catalogue catalogue) {
        if (isOfSession()) {
            return Outcome.NOT_DONE;
        }
        if (operation instanceof Execute) {
            return Outcome.UNKNOWN;
        }
        Set<Presence> gained = presences(gained(), catalogue);
        Set<Presence> lost = presences(lost(), catalogue);
        boolean untold = gained.contains(Presence.UNKNOWN) || lost.contains(Presence.UNKNOWN);
        if (untold || gained.isEmpty() && lost.isEmpty()) {
            return Forms.REPEATABLE.matcher(text()).matches() ? Outcome.NOT_DONE : Outcome.UNKNOWN;
        }
        boolean came = gained.stream().allMatch(Presence.PRESENT::equals);
        boolean went = lost.stream().allMatch(Presence.ABSENT::equals);
        boolean none = !gained.contains(Presence.PRESENT) && !lost.contains(Presence.ABSENT);
        return came && went ? Outcome.DONE : none ? Outcome.NOT_DONE : Outcome.HALF_DONE;
    }

    /** Whether the statement means nothing to a later session, so that a run which goes on must say it again. */
    boolean isOfSession() {
        return Forms.OF_SESSION.matcher(text()).matches();
    }

    private static Set<Presence> presences(Set<Part> parts, Catalogue catalogue) {
        Set<Presence> presences = new LinkedHashSet<>();
        parts.forEach(part -> presences.add(catalogue.apply(part)));
        return presences;
    }

    /** What drops an index that was to be made and is there, but of no use. */
    Optional<Operation> sweeping(Catalogue catalogue) {
        if (!Forms.CREATES_INDEX.matcher(text()).matches()) {
            return Optional.empty();
        }
        boolean concurrently = operation instanceof CreateIndex create && create.concurrently();
        return gained().stream()
                .filter(part -> part.kind() == Part.Kind.INDEX && catalogue.apply(part) == Presence.BROKEN)
                .findFirst()
                .map(part -> new DropIndex(part.owner(), part.name(), concurrently, false));
    }

    /** Whether an index that was to be dropped is still there, but of no use. */
    boolean leftBroken(Catalogue catalogue) {
        return lost().stream()
                .anyMatch(part -> part.kind() == Part.Kind.INDEX && catalogue.apply(part) == Presence.BROKEN);
    }

    /** What it adds. */
    Set<Part> gained() {
        return wording().map(Wording::gained).orElseGet(() -> own(Part.gained(before, after), true));
    }

    /** What it takes. */
    Set<Part> lost() {
        return wording().map(Wording::lost).orElseGet(() -> own(Part.lost(before, after), false));
    }

    /** Of several statements, each tells best itself what it is for. */
    private Optional<Wording> wording() {
        return statements.size() == 1 ? Optional.empty() : Wording.read(text(), this::ownerOfIndex);
    }

    private Optional<Name> ownerOfIndex(String index) {
        return Stream.of(before, after)
                .flatMap(state -> state.tables().stream())
                .filter(table -> table.index(index).isPresent())
                .map(Table::name)
                .findFirst();
    }

    /**
     * What came was made by the first statement that speaks of it; what went was taken by the last. What goes with a
     * column that is dropped tells nothing: where a server dies on the way, the column may still be there without it.
     */
    private Set<Part> own(Set<Part> parts, boolean first) {
        if (statements.size() == 1) {
            Set<Part> spoken = parts.stream()
                    .filter(part -> speaksOf(statements.get(number), part))
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            return spoken.isEmpty() ? parts : spoken;
        }
        Set<Part> own = new LinkedHashSet<>();
        for (Part part : parts) {
            int speaking = -1;
            for (int i = 0; i < statements.size() && (speaking < 0 || !first); i++) {
                speaking = speaksOf(statements.get(i), part) ? i : speaking;
            }
            if (speaking == number) {
                own.add(part);
            }
        }
        return own;
    }

    private boolean speaksOf(Statement statement, Part part) {
        if (!(statement instanceof Statement.Sql sql)) {
            return false;
        }
        return switch (part.kind()) {
            case PRIMARY_KEY -> mentions(sql.text(), "primary") || part(sql, primaryKey(part.owner()));
            case NOT_NULL -> mentions(sql.text(), part.name()) && mentions(sql.text(), "null");
            case DEFAULT -> mentions(sql.text(), part.name()) && mentions(sql.text(), "default");
            case INDEX -> part(sql, part.name()) && !(operation instanceof CreateTable && !indexed(sql));
            default -> part(sql, part.name());
        };
    }

    private static boolean indexed(Statement.Sql sql) {
        return Forms.CREATES_INDEX.matcher(sql.text()).matches();
    }

    private static boolean part(Statement.Sql sql, String name) {
        return name != null && mentions(sql.text(), name);
    }

    private String primaryKey(Name table) {
        return before.known(table)
                .or(() -> after.known(table))
                .flatMap(known -> known.primaryKey())
                .map(key -> key.name())
                .orElse(null);
    }

    private static boolean mentions(String sql, String word) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}_$])" + Pattern.quote(word.toLowerCase(Locale.ROOT)) + "(?![\\p{L}\\p{N}_$])")
                .matcher(sql.toLowerCase(Locale.ROOT))
                .find();
    }

    private String text() {
        return statements.get(number) instanceof Statement.Sql sql ? sql.text() : "";
    }

    /** Made when a run goes on that another began. */
    private static final class Forms {

        /** Statements whose effect ends with the session, be it that it is none but to say how something is to be. */
        static final Pattern OF_SESSION = Pattern.compile(
                "(?is)(\\s|/\\*!\\d*|--[^\\n]*\\n)*(set(?!\\s+statement\\b)|pragma|use|prepare|deallocate|alter\\s+session)\\b.*");

        /** Statements that say how something is to be, so that the second time changes nothing. */
        static final Pattern REPEATABLE = Pattern.compile(
                "(?is)\\s*(comment\\s+on\\b.*|create\\s+or\\s+replace\\s.*|execute\\s+limbeck|alter\\s+sequence\\s.*"
                        + "|(create|drop)\\s(\\w+\\s+){1,4}if\\s+(not\\s+)?exists\\s.*"
                        + "|alter\\s+table\\s+\\S+\\s+(alter|modify|validate|comment)\\b(?!.*\\busing\\b).*)");

        static final Pattern CREATES_INDEX = Pattern.compile("(?is)\\s*create\\s+(\\w+\\s+){0,3}?index\\s.*");
    }
}
