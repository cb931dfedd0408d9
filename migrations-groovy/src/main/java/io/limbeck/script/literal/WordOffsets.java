package io.limbeck.script.literal;

import io.limbeck.script.GroovyLexer;
import io.limbeck.script.SourceText;
import io.limbeck.script.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where the words of a statement stand: names, option names, literals; not those of its block. */
final class WordOffsets {

    private WordOffsets() {}

    /**
     * The first offset of each word.
     *
     * @param from the statement's first character, the verb's
     * @param to behind its last argument
     */
    static Map<String, Integer> of(SourceText source, int from, int to) {
        Map<String, Integer> words = new HashMap<>();
        List<Token> tokens =
                GroovyLexer.tokens(SourceText.of(source.name(), source.text().substring(from, to)));
        for (int i = 1; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = tokens.get(i - 1);
            boolean named = token.kind() == Token.Kind.IDENTIFIER && !(token.is("on") && before.is("."));
            if (token.kind() == Token.Kind.STRING) {
                words.putIfAbsent(token.string(), from + token.start());
            } else if (token.kind() == Token.Kind.NUMBER) {
                boolean negative = before.is("-");
                words.putIfAbsent(
                        String.valueOf(LiteralParser.number(token, negative)),
                        from + (negative ? before : token).start());
            } else if (named || token.kind() == Token.Kind.KEYWORD) {
                words.putIfAbsent(token.text(), from + token.start());
            }
        }
        return words;
    }
}
