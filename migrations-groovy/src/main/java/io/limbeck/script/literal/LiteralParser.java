package io.limbeck.script.literal;

import io.limbeck.dsl.Words;
import io.limbeck.script.Token;
import io.limbeck.type.Kind;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Parses calls with literals.
 *
 * <pre>
 * script    := header (upgrade | downgrade)*
 * schema    := statement*
 * block     := '{' statement* '}'
 * statement := verb (arguments | '(' arguments ')' block? | block)
 * argument  := name ':' value | value
 * value     := string | number | true | false | null | list | map | word | word '(' arguments ')'
 * </pre>
 *
 * <p>Whatever else stands in the script makes it decline.
 */
final class LiteralParser {

    /** What is kept as code rather than listened to. */
    private static final Set<String> CODE = Set.of("data");

    private final List<Token> tokens;
    private int at;
    private Map<String, Integer> words = new HashMap<>();

    LiteralParser(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** The blocks by their names. */
    Map<String, List<Node.Statement>> script() {
        Map<String, List<Node.Statement>> blocks = new HashMap<>();
        skipSeparators();
        while (at < tokens.size()) {
            if (is("revision") || is("repeatable")) {
                statement();
            } else if ((is("upgrade") || is("downgrade")) && next("{")) {
                String name = take().text();
                if (blocks.put(name, block()) != null) {
                    throw new Declined();
                }
            } else {
                throw new Declined();
            }
            end();
        }
        return blocks;
    }

    /** The statements of a text that has neither header nor blocks of its own. */
    List<Node.Statement> statements() {
        List<Node.Statement> statements = new ArrayList<>();
        skipSeparators();
        while (at < tokens.size()) {
            statements.add(said());
            end();
        }
        return statements;
    }

    private List<Node.Statement> block() {
        expect("{");
        List<Node.Statement> statements = new ArrayList<>();
        skipSeparators();
        while (!is("}")) {
            statements.add(said());
            if (!is("}")) {
                end();
            }
        }
        expect("}");
        return statements;
    }

    private Node.Statement said() {
        Token verb = tokens.get(at);
        if (CODE.contains(verb.text()) || GroovysOwn.has(verb.text())) {
            throw new Declined();
        }
        return statement();
    }

    private Node.Statement statement() {
        Map<String, Integer> outer = words;
        words = new HashMap<>();
        Token verb = word();
        if (is("[") || is("-")) {
            throw new Declined();
        }
        List<Node> positional = new ArrayList<>();
        Map<String, Node> named = new LinkedHashMap<>();
        List<Node.Statement> block = null;
        if (is("(")) {
            at++;
            arguments(positional, named, ")");
            expect(")");
            if (is("{")) {
                block = block();
            }
        } else if (is("{")) {
            block = block();
        } else {
            arguments(positional, named, null);
        }
        if (named.isEmpty() && !positional.isEmpty() && positional.get(0) instanceof Node.Entries) {
            throw new Declined();
        }
        Node.Statement statement = new Node.Statement(verb.text(), verb.start(), positional, named, block, words);
        words = outer;
        return statement;
    }

    /** Arguments up to a closing symbol, or up to the end of the statement where that is null. */
    private void arguments(List<Node> positional, Map<String, Node> named, String closing) {
        if (closing != null && is(closing)) {
            return;
        }
        Map<String, Integer> all = words;
        Map<String, Integer> keyed = null;
        int start = at;
        do {
            skipLines();
            if (isKey() && !positional.isEmpty()) {
                keyed = keyed == null ? new HashMap<>() : keyed;
                words = keyed;
                entry(named);
                words = all;
            } else if (isKey()) {
                entry(named);
            } else {
                positional.add(value());
            }
        } while (comma());
        if (keyed != null) {
            joinWords(keyed, tokens.get(start).start());
        }
        skipLines(closing);
    }

    /**
     * Groovy looks at named arguments first, so a word there counts rather than the same in a positional one.
     *
     * @param start where the call's own words begin
     */
    private void joinWords(Map<String, Integer> keyed, int start) {
        for (Map.Entry<String, Integer> word : keyed.entrySet()) {
            Integer other = words.putIfAbsent(word.getKey(), word.getValue());
            if (other != null && other >= start) {
                words.put(word.getKey(), word.getValue());
            }
        }
    }

    private void entry(Map<String, Node> entries) {
        Token key = take();
        String name = key.kind() == Token.Kind.STRING ? key.string() : key.text();
        note(name, key);
        expect(":");
        skipLines();
        if (entries.put(name, value()) != null) {
            throw new Declined();
        }
    }

    private Node value() {
        Token token = take();
        Node value = switch (token.kind()) {
            case STRING -> constant(token, token.string());
            case NUMBER -> constant(token, number(token, false));
            case KEYWORD -> keyword(token);
            case IDENTIFIER -> named(token);
            case SYMBOL -> symbol(token);
            default -> throw new Declined();
        };
        return is(".") ? varying(value) : value;
    }

    private Node constant(Token token, Object value) {
        note(String.valueOf(value), token);
        return new Node.Constant(value);
    }

    private Node keyword(Token token) {
        return switch (token.text()) {
            case "true" -> constant(token, true);
            case "false" -> constant(token, false);
            case "null" -> constant(token, null);
            default -> throw new Declined();
        };
    }

    private Node named(Token token) {
        note(token.text(), token);
        boolean touches = at < tokens.size() && is("(") && tokens.get(at).start() == token.end();
        if (!touches) {
            if (Words.value(token.text()).isEmpty()) {
                throw new Declined();
            }
            return new Node.Word(token.text());
        }
        if (!Words.isFunction(token.text())) {
            throw new Declined();
        }
        at++;
        List<Node> positional = new ArrayList<>();
        Map<String, Node> named = new LinkedHashMap<>();
        arguments(positional, named, ")");
        expect(")");
        return new Node.Function(token.text(), positional, named);
    }

    private Node symbol(Token token) {
        if (token.is("-") && at < tokens.size() && tokens.get(at).kind() == Token.Kind.NUMBER) {
            return constant(token, number(take(), true));
        }
        if (token.is("[")) {
            return collection();
        }
        throw new Declined();
    }

    private Node collection() {
        if (is(":")) {
            at++;
            expect("]");
            return new Node.Entries(Map.of());
        }
        List<Node> items = new ArrayList<>();
        Map<String, Node> entries = new LinkedHashMap<>();
        arguments(items, entries, "]");
        expect("]");
        if (!items.isEmpty() && !entries.isEmpty()) {
            throw new Declined();
        }
        return entries.isEmpty() ? new Node.Items(items) : new Node.Entries(entries);
    }

    private Node varying(Node usual) {
        at++;
        if (!is("on") || !next("(")) {
            throw new Declined();
        }
        at += 2;
        List<Node> positional = new ArrayList<>();
        Map<String, Node> others = new LinkedHashMap<>();
        arguments(positional, others, ")");
        expect(")");
        boolean types = others.values().stream().allMatch(LiteralParser::isType);
        if (!isType(usual) || !positional.isEmpty() || others.isEmpty() || !types || is(".")) {
            throw new Declined();
        }
        return new Node.Varying(usual, others);
    }

    private static boolean isType(Node node) {
        String name = node instanceof Node.Word word
                ? word.name()
                : node instanceof Node.Function function ? function.name() : "";
        return Kind.of(name).isPresent()
                || Set.of("type", "enumeration", "array").contains(name);
    }

    /** The number, as Groovy has it behind a minus too: {@code -2147483648} is an Integer. */
    static Object number(Token token, boolean negative) {
        Object value = token.value();
        if (value == null) {
            throw new Declined();
        }
        if (!negative) {
            return value;
        }
        if (value instanceof Integer whole) {
            return -whole;
        }
        if (value instanceof Long whole) {
            boolean narrow = whole == 1L << 31
                    && Character.isDigit(token.text().charAt(token.text().length() - 1));
            return narrow ? (Object) Integer.MIN_VALUE : (Object) (-whole);
        }
        if (value instanceof BigDecimal number) {
            return number.negate();
        }
        if (value instanceof BigInteger) {
            throw new Declined();
        }
        return value instanceof Double number ? (Object) (-number) : (Object) (-(Float) value);
    }

    // ---- tokens

    /** A key: a word or string with a colon behind it. */
    private boolean isKey() {
        if (at + 1 >= tokens.size() || !tokens.get(at + 1).is(":")) {
            return false;
        }
        Token.Kind kind = tokens.get(at).kind();
        return kind == Token.Kind.IDENTIFIER || kind == Token.Kind.KEYWORD || kind == Token.Kind.STRING;
    }

    private boolean comma() {
        int before = at;
        skipLines();
        if (is(",")) {
            at++;
            skipLines();
            if (at >= tokens.size() || is("]") || is(")")) {
                throw new Declined();
            }
            return true;
        }
        at = before;
        return false;
    }

    private Token word() {
        Token token = take();
        if (token.kind() != Token.Kind.IDENTIFIER) {
            throw new Declined();
        }
        return token;
    }

    private void note(String word, Token token) {
        words.putIfAbsent(word, token.start());
    }

    private boolean is(String symbol) {
        return at < tokens.size() && tokens.get(at).is(symbol);
    }

    private boolean next(String symbol) {
        return at + 1 < tokens.size() && tokens.get(at + 1).is(symbol);
    }

    private Token take() {
        if (at >= tokens.size()) {
            throw new Declined();
        }
        return tokens.get(at++);
    }

    private void expect(String symbol) {
        if (!take().is(symbol)) {
            throw new Declined();
        }
    }

    private void end() {
        if (at < tokens.size() && !tokens.get(at).separates()) {
            throw new Declined();
        }
        skipSeparators();
    }

    private void skipSeparators() {
        while (at < tokens.size() && tokens.get(at).separates()) {
            at++;
        }
    }

    private void skipLines() {
        while (at < tokens.size() && tokens.get(at).kind() == Token.Kind.NEWLINE) {
            at++;
        }
    }

    private void skipLines(String closing) {
        if (closing != null) {
            skipLines();
        }
    }
}
