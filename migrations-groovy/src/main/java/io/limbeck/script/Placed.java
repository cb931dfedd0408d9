package io.limbeck.script;

import io.limbeck.error.Place;
import java.util.List;

/** A word of a header, and where it stands. */
public record Placed(String text, Place place) {

    /** The words alone. */
    public static List<String> texts(List<Placed> words) {
        return words.stream().map(Placed::text).toList();
    }
}
