package io.limbeck.script.literal;

import io.limbeck.script.GroovyLexer;
import io.limbeck.script.SourceText;
import java.util.Map;

/** Where the words of a literal statement stand, which its reader does not note, since only a message asks for them. */
final class WordOffsets {

    private WordOffsets() {}

    /**
     * The first offset of each word.
     *
     * @param from the statement's first character, the verb's
     * @param to behind its last argument
     */
    static Map<String, Integer> of(SourceText source, int from, int to) {
        String statement = source.text().substring(from, to);
        Cursor cursor = new Cursor(GroovyLexer.tokens(SourceText.of(source.name(), statement)));
        try {
            Map<String, Integer> words = new StepReader(cursor, new Scope(null)).words();
            words.replaceAll((word, offset) -> from + offset);
            return words;
        } catch (Declined tooDeep) {
            return Map.of();
        }
    }
}
