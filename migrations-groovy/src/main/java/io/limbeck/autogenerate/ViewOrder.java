package io.limbeck.autogenerate;

import io.limbeck.schema.Name;
import io.limbeck.schema.View;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/** Views behind those that they read from. */
final class ViewOrder {

    private ViewOrder() {}

    static List<View> of(Collection<View> views) {
        List<View> waiting = new ArrayList<>(views);
        List<View> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            View next = waiting.stream()
                    .filter(view -> waiting.stream().noneMatch(other -> other != view && reads(view, other.name())))
                    .findFirst()
                    .orElse(waiting.get(0));
            ordered.add(next);
            waiting.remove(next);
        }
        return ordered;
    }

    /** Whether a view's text names a table or another view. */
    static boolean reads(View view, Name name) {
        return mentions(view, name.value());
    }

    /** Whether a view's text has a word in it, in whatever case and quotes. */
    static boolean mentions(View view, String word) {
        return Pattern.compile("(?iu)(?<![\\p{L}\\p{N}_$])" + Pattern.quote(word) + "(?![\\p{L}\\p{N}_$])")
                .matcher(view.query())
                .find();
    }
}
