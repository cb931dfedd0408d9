package io.limbeck.script;

import io.limbeck.error.Place;
import java.util.ArrayList;
import java.util.List;

/** A word of a header, and where it stands. */
public record Placed(String text, Place place) {

    /** The words alone. */
    public static List<String> texts(List<Placed> words) {
        if (words.isEmpty()) {
            return List.of();
        }
        if (words.size() == 1) {
            return List.of(words.get(0).text());
        }
        List<String> texts = new ArrayList<>(words.size());
        for (Placed word : words) {
            texts.add(word.text());
        }
        return List.copyOf(texts);
    }
}
