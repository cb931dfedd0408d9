package io.limbeck.script.literal;

import io.limbeck.dsl.Words;
import io.limbeck.script.Interpolation;
import io.limbeck.script.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads expressions.
 *
 * <pre>
 * value     := binary ('?' value ':' value | '?:' value)?
 * binary    := unary (operator unary)*
 * unary     := ('!' | '-' | '~') unary | path
 * path      := primary (('.' | '?.' | '*.') name ('(' arguments ')')? closure? | '[' value ']' | '(' arguments ')')*
 * primary   := literal | word | name '(' arguments ')' | list | map | '(' value ')'
 * </pre>
 */
final class ExpressionReader {

    /** The methods that call a closure while they run, and keep it no longer. */
    private static final Set<String> CALLING = Set.of(
            "each",
            "eachWithIndex",
            "collect",
            "collectEntries",
            "findAll",
            "find",
            "any",
            "every",
            "times",
            "upto",
            "replaceAll");

    /** Those in whose closures names are those of the owner. */
    private static final Set<String> RECEIVING = Set.of("with", "tap");

    private final Cursor cursor;
    private final Scope scope;
    private final StepReader steps;
    private final ArgumentReader arguments;

    /**
     * @param steps reads the statements of closures
     */
    ExpressionReader(Cursor cursor, Scope scope, StepReader steps) {
        this.cursor = cursor;
        this.scope = scope;
        this.steps = steps;
        this.arguments = new ArgumentReader(cursor, scope, this);
    }

    ArgumentReader arguments() {
        return arguments;
    }

    Expression value() {
        scope.descend();
        Expression value = conditional();
        scope.ascend();
        return value;
    }

    private Expression conditional() {
        Expression value = disjunction();
        if (cursor.accept("?:")) {
            cursor.skipLines();
            return new Expression.Elvis(value, value());
        }
        if (cursor.accept("?")) {
            cursor.skipLines();
            Expression yes = value();
            cursor.skipLines();
            cursor.expect(":");
            cursor.skipLines();
            return new Expression.Conditional(value, yes, value());
        }
        return value;
    }

    private Expression disjunction() {
        Expression value = conjunction();
        while (cursor.accept("||")) {
            cursor.skipLines();
            value = new Expression.Or(value, conjunction());
        }
        return value;
    }

    private Expression conjunction() {
        Expression value = binary(0);
        while (cursor.accept("&&")) {
            cursor.skipLines();
            value = new Expression.And(value, binary(0));
        }
        return value;
    }

    private Expression binary(int weakest) {
        Expression value = unary();
        for (Operator operator = operator(weakest); operator != null; operator = operator(weakest)) {
            cursor.skipLines();
            value = new Expression.Binary(operator, value, binary(operator.strength + 1));
        }
        return value;
    }

    /** Takes an operator that binds no weaker, or answers null. */
    private Operator operator(int weakest) {
        Token token = cursor.peek(0);
        if (token == null || token.kind() != Token.Kind.SYMBOL && token.kind() != Token.Kind.KEYWORD) {
            return null;
        }
        boolean append = token.is("<") && cursor.is(1, "<") && cursor.peek(1).start() == token.end();
        boolean notIn = token.is("!") && cursor.is(1, "in") && cursor.peek(1).start() == token.end();
        Operator operator = append ? Operator.APPEND : notIn ? Operator.NOT_IN : Operator.of(token.text());
        if (operator == null || operator.strength < weakest) {
            return null;
        }
        cursor.take();
        if (append || notIn) {
            cursor.take();
        }
        return operator;
    }

    private Expression unary() {
        if (cursor.accept("!")) {
            return new Expression.Not(operand());
        }
        if (cursor.accept("~")) {
            return new Patterns.Compiled(operand());
        }
        if (!cursor.is("-")) {
            return path();
        }
        Token minus = cursor.take();
        if (!cursor.is(0, Token.Kind.NUMBER)) {
            return new Expression.Negative(operand());
        }
        Expression number = constant(minus, LiteralParser.number(cursor.take(), true));
        if (cursor.is(".")) {
            throw new Declined();
        }
        return number;
    }

    private Expression operand() {
        scope.descend();
        Expression operand = unary();
        scope.ascend();
        return operand;
    }

    // ---- paths

    /** A value with all that hangs on it. */
    Expression path() {
        Expression value = primary();
        while (true) {
            if (member()) {
                value = member(value, cursor.take());
            } else if (cursor.is("[") && cursor.touches()) {
                cursor.take();
                value = new Expression.Element(value, value());
                cursor.expect("]");
            } else if (cursor.is("(") && value instanceof Expression.Local local && cursor.touches()) {
                value = new Expression.Invoke(local.variable(), arguments.parenthesized());
            } else if (cursor.is("(") || cursor.is("[") && !cursor.touches()) {
                throw new Declined();
            } else {
                return value;
            }
        }
    }

    /** Whether a point comes next, on this line or the next. */
    private boolean member() {
        int before = cursor.position();
        cursor.skipLines();
        if (cursor.isOneOf(".", "?.", "*.")) {
            return true;
        }
        cursor.back(before);
        return false;
    }

    private Expression member(Expression owner, Token point) {
        boolean safe = point.is("?.");
        Token name = cursor.take(Token.Kind.IDENTIFIER);
        scope.note(name.text(), name.start());
        if (RECEIVING.contains(name.text()) && !point.is("*.")) {
            return within(owner, name.text(), safe);
        }
        if (point.is("*.")) {
            return new Spread(owner, name.text(), cursor.is("(") ? arguments.parenthesized() : null);
        }
        boolean closures = CALLING.contains(name.text());
        if (cursor.is("(")) {
            Arguments given = closures ? closing() : arguments.parenthesized();
            return new Expression.Method(owner, name.text(), given, safe);
        }
        if (cursor.is("{")) {
            if (!closures) {
                throw new Declined();
            }
            return new Expression.Method(owner, name.text(), new Arguments(List.of(steps.closure()), Map.of()), safe);
        }
        return new Expression.Property(owner, name.text(), safe);
    }

    /** {@code owner.with { … }} */
    private Expression within(Expression owner, String name, boolean safe) {
        boolean parenthesized = cursor.accept("(");
        if (parenthesized && cursor.accept(")")) {
            parenthesized = false;
        }
        Variable receiver = new Variable(Typing.ANY, true);
        Routine routine = steps.routineOf(receiver);
        if (parenthesized) {
            cursor.expect(")");
        }
        return new Within(owner, name.equals("tap"), receiver, routine, safe);
    }

    /** Arguments of which the last is a closure, inside the parentheses or behind them. */
    private Arguments closing() {
        List<Expression> positional = new ArrayList<>();
        cursor.expect("(");
        boolean closed = cursor.accept(")");
        while (!closed) {
            boolean closure = cursor.is("{");
            positional.add(closure ? steps.closure() : value());
            closed = !cursor.accept(",") || closure;
            if (closed) {
                cursor.expect(")");
            }
        }
        if (cursor.is("{")) {
            positional.add(steps.closure());
        }
        return new Arguments(positional, Map.of());
    }

    // ---- values

    Expression primary() {
        Token token = cursor.take();
        return switch (token.kind()) {
            case STRING -> constant(token, token.string());
            case NUMBER -> constant(token, LiteralParser.number(token, false));
            case GSTRING -> text(token);
            case IDENTIFIER -> named(token);
            case KEYWORD ->
                switch (token.text()) {
                    case "true" -> constant(token, true);
                    case "false" -> constant(token, false);
                    case "null" -> constant(token, null);
                    case "switch" -> choice();
                    case "new" -> new JdkReader(cursor, scope, arguments).creation();
                    default -> throw new Declined();
                };
            case SYMBOL ->
                switch (token.text()) {
                    case "[" -> arguments.collection();
                    case "(" -> grouped(token);
                    default -> throw new Declined();
                };
            default -> throw new Declined();
        };
    }

    private Expression constant(Token token, Object value) {
        scope.note(value, token.start());
        return new Expression.Constant(value);
    }

    /** A {@code switch} that has a value; the words in it are not those of its statement. */
    private Expression choice() {
        Map<String, Integer> outer = scope.words(new HashMap<>());
        cursor.expect("(");
        Expression subject = value();
        cursor.expect(")");
        Expression choice = new ChoiceReader(cursor, scope, steps, this).values(subject);
        scope.words(outer);
        return choice;
    }

    private Expression text(Token token) {
        Optional<List<Interpolation.Part>> read = Interpolation.parts(token);
        if (read.isEmpty()) {
            throw new Declined();
        }
        List<Expression> parts = new ArrayList<>();
        for (Interpolation.Part part : read.get()) {
            if (part.text() != null) {
                parts.add(new Expression.Constant(part.text()));
            } else {
                Cursor inside = new Cursor(part.tokens());
                parts.add(new ExpressionReader(inside, scope, steps.at(inside)).value());
                if (!inside.atEnd()) {
                    throw new Declined();
                }
            }
        }
        return new Expression.Text(parts);
    }

    private Expression named(Token token) {
        String name = token.text();
        scope.note(name, token.start());
        Variable variable = scope.find(name);
        if (variable != null) {
            return new Expression.Local(variable);
        }
        if (cursor.is(".") && JdkReader.isClass(name)) {
            return new JdkReader(cursor, scope, arguments).member(token);
        }
        boolean called = cursor.is("(") && cursor.touches();
        if (scope.receiver() != null) {
            Expression.Local receiver = new Expression.Local(scope.receiver());
            return called ? new Within.Call(receiver, name, arguments.parenthesized()) : Within.name(receiver, name);
        }
        if (called) {
            return new Expression.Call(name, arguments.parenthesized());
        }
        Optional<Object> known = scope.known(name);
        if (known.isPresent()) {
            return new Expression.Constant(known.get());
        }
        Optional<Object> value = Words.value(name);
        if (value.isEmpty()) {
            throw new Declined();
        }
        return new Expression.Word(value.get());
    }

    /**
     * A value in parentheses; a single word is where its parenthesis is, as Groovy has it, and a type to cast to if
     * something follows that may be cast.
     */
    private Expression grouped(Token opening) {
        Map<String, Integer> outer = scope.words(new HashMap<>());
        Expression value = value();
        cursor.expect(")");
        boolean single = value instanceof Expression.Constant
                || value instanceof Expression.Local
                || value instanceof Expression.Word;
        Map<String, Integer> inside = scope.words(outer);
        if ((single || value instanceof Expression.Property) && cursor.isOneOf("+", "-", "[", "(", "in", "!", "~")) {
            throw new Declined();
        }
        if (single) {
            inside.replaceAll((word, offset) -> opening.start());
        }
        scope.note(inside);
        return value;
    }
}
