package io.limbeck.script.literal;

import io.limbeck.script.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads values with commas between them: the arguments of calls, lists and maps. */
final class ArgumentReader {

    private final Cursor cursor;
    private final Scope scope;
    private final ExpressionReader expressions;

    ArgumentReader(Cursor cursor, Scope scope, ExpressionReader expressions) {
        this.cursor = cursor;
        this.scope = scope;
        this.expressions = expressions;
    }

    Arguments parenthesized() {
        cursor.expect("(");
        Arguments arguments = cursor.is(")") ? new Arguments(List.of(), Map.of()) : list();
        cursor.expect(")");
        return arguments;
    }

    /** At least one argument. Groovy looks at the named ones first, wherever they stand. */
    Arguments list() {
        List<Expression> positional = new ArrayList<>();
        Map<String, Expression> named = new LinkedHashMap<>();
        Map<String, Integer> positionalWords = new HashMap<>();
        Map<String, Integer> namedWords = new HashMap<>();
        Map<String, Integer> outer = scope.words();
        do {
            cursor.skipLines();
            boolean key = isKey();
            scope.words(key ? namedWords : positionalWords);
            if (!key) {
                positional.add(expressions.value());
            } else if (named.put(key(), expressions.value()) != null) {
                throw new Declined();
            }
        } while (comma());
        scope.words(outer);
        scope.note(namedWords);
        scope.note(positionalWords);
        return new Arguments(positional, named);
    }

    private boolean comma() {
        int before = cursor.position();
        cursor.skipLines();
        if (cursor.accept(",")) {
            return true;
        }
        cursor.back(before);
        return false;
    }

    /** A key: a word or string with a colon behind it. */
    private boolean isKey() {
        return cursor.is(1, ":")
                && (cursor.is(0, Token.Kind.IDENTIFIER)
                        || cursor.is(0, Token.Kind.KEYWORD)
                        || cursor.is(0, Token.Kind.STRING));
    }

    private String key() {
        Token key = cursor.take();
        String name = key.kind() == Token.Kind.STRING ? key.string() : key.text();
        scope.note(name, key.start());
        cursor.expect(":");
        cursor.skipLines();
        return name;
    }

    /** A list or map, whose bracket has been taken. */
    Expression collection() {
        if (cursor.accept(":")) {
            cursor.expect("]");
            return new Expression.Entries(List.of());
        }
        if (cursor.accept("]")) {
            return new Expression.Items(List.of());
        }
        boolean map = isEntry();
        List<Expression> values = new ArrayList<>();
        do {
            if (isEntry() != map) {
                throw new Declined();
            }
            if (map) {
                values.add(entryKey());
                cursor.skipLines();
            }
            values.add(expressions.value());
        } while (cursor.accept(",") && !cursor.is("]"));
        cursor.expect("]");
        return map ? new Expression.Entries(values) : new Expression.Items(values);
    }

    /** Whether a key comes next, which may be a number or computed in parentheses. */
    private boolean isEntry() {
        if (isKey() || cursor.is(0, Token.Kind.NUMBER) && cursor.is(1, ":")) {
            return true;
        }
        if (!cursor.is("(")) {
            return false;
        }
        int depth = 0;
        int ahead = 0;
        do {
            depth += cursor.is(ahead, "(") ? 1 : cursor.is(ahead, ")") ? -1 : 0;
            ahead++;
        } while (depth > 0 && cursor.peek(ahead) != null);
        return cursor.is(ahead, ":");
    }

    private Expression entryKey() {
        if (isKey()) {
            return new Expression.Constant(key());
        }
        Expression key = expressions.primary();
        cursor.expect(":");
        return key;
    }
}
