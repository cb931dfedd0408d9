package io.limbeck.script;

import io.limbeck.call.Site;
import io.limbeck.error.Place;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A statement of a script.
 *
 * @param offset of its first character
 * @param words the offsets of its words, worked out when a message asks for one
 */
public record ScriptSite(SourceText source, int offset, Supplier<Map<String, Integer>> words) implements Site {

    @Override
    public Place place() {
        return source.place(offset);
    }

    @Override
    public Place of(String word) {
        return source.place(words.get().getOrDefault(word, offset));
    }

    @Override
    public Place line(int number) {
        return number == place().line()
                ? place()
                : new Place(source.name(), number, 0, number <= source.lines() ? source.line(number) : "");
    }
}
