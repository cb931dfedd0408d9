package io.limbeck.script;

import io.limbeck.error.Place;
import java.util.List;
import java.util.Optional;

/**
 * What a script says of itself, in Groovy or SQL.
 *
 * @param id the revision's id, or the repeatable script's name
 * @param down the revisions it follows; none is a base
 * @param title the message, or null
 * @param replaces the revisions that it stands for
 * @param place the word {@code revision} or {@code repeatable}
 */
public record Header(
        Kind kind,
        Placed id,
        List<Placed> down,
        Placed title,
        List<Placed> labels,
        List<Placed> dependsOn,
        List<Placed> replaces,
        Place place) {

    /** What a script is: one step of the history, or what runs after it whenever it changed. */
    public enum Kind {
        REVISION,
        REPEATABLE;

        /** The word that begins the header. */
        public String word() {
            return this == REVISION ? "revision" : "repeatable";
        }
    }

    public Header {
        down = List.copyOf(down);
        labels = List.copyOf(labels);
        dependsOn = List.copyOf(dependsOn);
        replaces = List.copyOf(replaces);
    }

    public Optional<String> message() {
        return Optional.ofNullable(title).map(Placed::text);
    }
}
