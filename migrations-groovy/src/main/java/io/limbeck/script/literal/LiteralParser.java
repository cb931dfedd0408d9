package io.limbeck.script.literal;

import io.limbeck.dsl.Words;
import io.limbeck.error.Refusal;
import io.limbeck.script.Token;
import io.limbeck.type.Kind;
import io.limbeck.type.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
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

    /** What stands behind the last token, which is no word and no symbol. */
    private static final Token END = new Token(Token.Kind.NEWLINE, -1, -1, "", null);

    private final Token[] tokens;
    private int at;

    LiteralParser(List<Token> tokens) {
        int size = tokens.size();
        this.tokens = tokens.toArray(new Token[size + 2]);
        this.tokens[size] = END;
        this.tokens[size + 1] = END;
    }

    /** The blocks by their names. */
    Map<String, List<Node.Statement>> script() {
        Map<String, List<Node.Statement>> blocks = new HashMap<>();
        skipSeparators();
        while (tokens[at] != END) {
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
        while (tokens[at] != END) {
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
        Token verb = tokens[at];
        if (CODE.contains(verb.text()) || GroovysOwn.has(verb.text())) {
            throw new Declined();
        }
        return statement();
    }

    private Node.Statement statement() {
        Token verb = word();
        if (is("[") || is("-")) {
            throw new Declined();
        }
        List<Node> positional = new ArrayList<>();
        Map<String, Node> named = new LinkedHashMap<>();
        boolean parenthesised = is("(");
        if (parenthesised) {
            at++;
            arguments(positional, named, ")");
            expect(")");
        } else if (!is("{")) {
            arguments(positional, named, null);
        }
        if (named.isEmpty() && !positional.isEmpty() && isMap(positional.get(0))) {
            throw new Declined();
        }
        int end = tokens[at - 1].end();
        List<Node.Statement> block = is("{") && (parenthesised || tokens[at - 1] == verb) ? block() : null;
        return new Node.Statement(verb.text(), verb.start(), end, null, positional, named, block);
    }

    /** Arguments up to a closing symbol, or up to the end of the statement where that is null. */
    private void arguments(List<Node> positional, Map<String, Node> named, String closing) {
        if (closing != null && is(closing)) {
            return;
        }
        do {
            skipLines();
            if (isKey()) {
                entry(named);
            } else {
                positional.add(value());
            }
        } while (comma());
        skipLines(closing);
    }

    private void entry(Map<String, Node> entries) {
        Token key = take();
        String name = key.kind() == Token.Kind.STRING ? key.string() : key.text();
        expect(":");
        skipLines();
        if (entries.put(name, value()) != null) {
            throw new Declined();
        }
    }

    private Node value() {
        Token token = take();
        Node value = switch (token.kind()) {
            case STRING -> new Node.Constant(token.string());
            case NUMBER -> new Node.Constant(number(token, false));
            case KEYWORD -> keyword(token);
            case IDENTIFIER -> named(token);
            case SYMBOL -> symbol(token);
            default -> throw new Declined();
        };
        return is(".") ? varying(value) : value;
    }

    private static Node keyword(Token token) {
        return switch (token.text()) {
            case "true" -> new Node.Constant(true);
            case "false" -> new Node.Constant(false);
            case "null" -> new Node.Constant(null);
            default -> throw new Declined();
        };
    }

    private Node named(Token token) {
        boolean touches = is("(") && tokens[at].start() == token.end();
        if (!touches) {
            return new Node.Constant(Words.value(token.text()).orElseThrow(Declined::new));
        }
        if (!Words.isFunction(token.text())) {
            throw new Declined();
        }
        at++;
        List<Node> positional = new ArrayList<>();
        Map<String, Node> named = new LinkedHashMap<>();
        arguments(positional, named, ")");
        expect(")");
        return function(token.text(), positional, named);
    }

    /** The value of a word with arguments, unless it needs those of others or is to be refused in its turn. */
    private static Node function(String name, List<Node> positional, Map<String, Node> named) {
        if (areConstant(positional) && areConstant(named.values())) {
            try {
                return new Node.Constant(Words.value(name, constants(positional), constants(named)));
            } catch (Refusal refused) {
                return new Node.Function(name, positional, named);
            }
        }
        return new Node.Function(name, positional, named);
    }

    private static boolean isMap(Node node) {
        return node instanceof Node.Constant constant
                ? constant.value() instanceof Map<?, ?>
                : node instanceof Node.Entries;
    }

    private static boolean areConstant(Collection<Node> nodes) {
        for (Node node : nodes) {
            if (!(node instanceof Node.Constant)) {
                return false;
            }
        }
        return true;
    }

    private static List<Object> constants(List<Node> nodes) {
        List<Object> values = new ArrayList<>(nodes.size());
        for (Node node : nodes) {
            values.add(((Node.Constant) node).value());
        }
        return values;
    }

    private static Map<String, Object> constants(Map<String, Node> nodes) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Map.Entry<String, Node> node : nodes.entrySet()) {
            values.put(node.getKey(), ((Node.Constant) node.getValue()).value());
        }
        return values;
    }

    private Node symbol(Token token) {
        if (token.is("-") && tokens[at].kind() == Token.Kind.NUMBER) {
            return new Node.Constant(number(take(), true));
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
            return new Node.Constant(Map.of());
        }
        List<Node> items = new ArrayList<>();
        Map<String, Node> entries = new LinkedHashMap<>();
        arguments(items, entries, "]");
        expect("]");
        if (!items.isEmpty() && !entries.isEmpty()) {
            throw new Declined();
        }
        if (entries.isEmpty()) {
            return areConstant(items) ? new Node.Constant(constants(items)) : new Node.Items(items);
        }
        return areConstant(entries.values()) ? new Node.Constant(constants(entries)) : new Node.Entries(entries);
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
        boolean types = isType(usual);
        for (Node other : others.values()) {
            types &= isType(other);
        }
        if (!positional.isEmpty() || others.isEmpty() || !types || is(".")) {
            throw new Declined();
        }
        return new Node.Varying(usual, others);
    }

    private static boolean isType(Node node) {
        return node instanceof Node.Constant constant
                ? constant.value() instanceof Type
                : node instanceof Node.Function function && isType(function.name());
    }

    private static boolean isType(String name) {
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
        if (!tokens[at + 1].is(":") || tokens[at] == END) {
            return false;
        }
        Token.Kind kind = tokens[at].kind();
        return kind == Token.Kind.IDENTIFIER || kind == Token.Kind.KEYWORD || kind == Token.Kind.STRING;
    }

    private boolean comma() {
        int before = at;
        skipLines();
        if (is(",")) {
            at++;
            skipLines();
            if (tokens[at] == END || is("]") || is(")")) {
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

    private boolean is(String symbol) {
        return tokens[at].is(symbol);
    }

    private boolean next(String symbol) {
        return tokens[at] != END && tokens[at + 1].is(symbol);
    }

    private Token take() {
        if (tokens[at] == END) {
            throw new Declined();
        }
        return tokens[at++];
    }

    private void expect(String symbol) {
        if (!take().is(symbol)) {
            throw new Declined();
        }
    }

    private void end() {
        if (tokens[at] != END && !tokens[at].separates()) {
            throw new Declined();
        }
        skipSeparators();
    }

    private void skipSeparators() {
        while (tokens[at] != END && tokens[at].separates()) {
            at++;
        }
    }

    private void skipLines() {
        while (tokens[at] != END && tokens[at].kind() == Token.Kind.NEWLINE) {
            at++;
        }
    }

    private void skipLines(String closing) {
        if (closing != null) {
            skipLines();
        }
    }
}
