package io.limbeck.it;

import io.limbeck.online.Progress;
import java.util.ArrayList;
import java.util.List;

/** Hears the warnings of a run. */
final class Warnings implements Progress {
    private final List<String> heard = new ArrayList<>();

    @Override
    public void warning(String text) {
        heard.add(text);
    }

    /** The warnings so far, in order. */
    List<String> heard() {
        return List.copyOf(heard);
    }
}
