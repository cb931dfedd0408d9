package io.limbeck.revision;

import io.limbeck.error.Place;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * One script's header: who it is and what it stands on.
 *
 * @param id unique in the history; {@link Identifiers} says which are possible
 * @param down the full ids of the revisions it follows: none for a base, several for a merge point
 * @param message the description, perhaps empty
 * @param labels names of the branch that this revision is on, in the order of the header
 * @param dependsOn full ids or labels of revisions that must be applied before, though this one does not follow them
 * @param replaces full ids of revisions that this one stands for, as {@link Replacements} says
 * @param place where the header stands; its source is the script's file
 */
public record Revision(
        String id,
        List<String> down,
        String message,
        Set<String> labels,
        List<String> dependsOn,
        List<String> replaces,
        Place place) {

    public Revision {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(message, "message");
        Objects.requireNonNull(place, "place");
        down = List.copyOf(down);
        labels = ordered(labels);
        dependsOn = List.copyOf(dependsOn);
        replaces = List.copyOf(replaces);
    }

    /** A revision that replaces none. */
    public Revision(
            String id, List<String> down, String message, Set<String> labels, List<String> dependsOn, Place place) {
        this(id, down, message, labels, dependsOn, List.of(), place);
    }

    /** This revision elsewhere in a history. */
    Revision with(List<String> otherDown, List<String> otherNeeds, Set<String> otherLabels) {
        return new Revision(id, otherDown, message, otherLabels, otherNeeds, replaces, place);
    }

    /** An unmodifiable set that keeps the order it is given. */
    static <T> Set<T> ordered(Collection<T> values) {
        if (values.isEmpty()) {
            return Set.of();
        }
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }

    public boolean isBase() {
        return down.isEmpty();
    }

    public boolean isMerge() {
        return Set.copyOf(down).size() > 1;
    }

    /** The script's file, as a reader knows it. */
    public String script() {
        return place.source();
    }

    /** For lists in messages. Shape: {@code 'a1b2' (add email)}. */
    String named() {
        return message.isBlank() ? "'" + id + "'" : "'" + id + "' (" + message.strip() + ")";
    }
}
