package io.limbeck.script.literal;

import io.limbeck.script.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the statements that say how the others go on.
 *
 * <pre>
 * control := 'if' '(' value ')' body ('else' body)? | 'for' '(' … ')' body | 'while' '(' value ')' body
 *          | 'return' value? | 'break' | 'continue' | 'assert' value (':' value)?
 *          | 'switch' '(' value ')' '{' … '}' | 'try' '{' … '}' …
 *          | 'throw' 'new' failure '(' arguments ')'
 * body    := '{' statement* '}' | statement
 * </pre>
 */
final class ControlReader {

    /** What may be caught, or made to throw. */
    private static final Set<String> FAILURES = Set.of(
            "Exception",
            "RuntimeException",
            "Throwable",
            "Error",
            "AssertionError",
            "ArithmeticException",
            "IllegalArgumentException",
            "IllegalStateException",
            "IOException",
            "NullPointerException",
            "NumberFormatException",
            "UnsupportedOperationException");

    private final Cursor cursor;
    private final Scope scope;
    private final StepReader steps;
    private final ExpressionReader expressions;
    private final DeclarationReader declarations;

    ControlReader(
            Cursor cursor,
            Scope scope,
            StepReader steps,
            ExpressionReader expressions,
            DeclarationReader declarations) {
        this.cursor = cursor;
        this.scope = scope;
        this.steps = steps;
        this.expressions = expressions;
        this.declarations = declarations;
    }

    Step statement() {
        Token first = cursor.take();
        return switch (first.text()) {
            case "if" -> conditional();
            case "for" -> loop();
            case "while" -> new Step.While(List.of(), parenthesized(), List.of(), loopBody());
            case "switch" -> choice(first);
            case "return" -> answer();
            case "break" -> jump(scope.isLeft(), Step.Outcome.BREAK);
            case "continue" -> jump(scope.isLoop(), Step.Outcome.CONTINUE);
            case "assert" -> assertion();
            case "try" -> attempt();
            case "throw" -> thrown();
            default -> throw new Declined();
        };
    }

    private static Step jump(boolean allowed, Step.Outcome outcome) {
        if (!allowed) {
            throw new Declined();
        }
        return new Step.Jump(outcome);
    }

    private Step answer() {
        boolean nothing = cursor.atEnd() || cursor.is("}") || cursor.peek(0).separates();
        if (!nothing && !scope.isAnswering()) {
            throw new Declined();
        }
        return new Step.Return(nothing ? new Expression.Constant(null) : expressions.value());
    }

    /** Shape: {@code assert value : message} */
    private Step assertion() {
        Expression condition = expressions.value();
        if (cursor.accept(":") || cursor.accept(",")) {
            cursor.skipLines();
            expressions.value();
        }
        return new Step.Assert(condition);
    }

    private Expression parenthesized() {
        cursor.expect("(");
        Expression value = expressions.value();
        cursor.expect(")");
        return value;
    }

    private Step conditional() {
        Expression condition = parenthesized();
        Body then = branch();
        int before = cursor.position();
        cursor.skipLines();
        if (!cursor.accept("else")) {
            cursor.back(before);
            return new Step.If(condition, then, new Body(List.of()));
        }
        Body otherwise = cursor.accept("if") ? new Body(List.of(conditional())) : branch();
        return new Step.If(condition, then, otherwise);
    }

    private Body branch() {
        Scope.Level outer = scope.enter();
        Body body = body();
        scope.back(outer);
        return body;
    }

    // ---- loops

    private Step loop() {
        cursor.expect("(");
        Scope.Level outer = scope.enter();
        Step loop = loopBehindParenthesis();
        scope.back(outer);
        return loop;
    }

    private Step loopBehindParenthesis() {
        Typing typing = declarations.type();
        String name = cursor.take(Token.Kind.IDENTIFIER).text();
        if (cursor.accept("in") || cursor.accept(":")) {
            Expression collection = expressions.value();
            cursor.expect(")");
            Variable each = scope.declare(name, typing == null ? Typing.ANY : typing, false);
            return new Step.ForEach(each, collection, loopBody());
        }
        if (typing == null) {
            throw new Declined();
        }
        cursor.expect("=");
        Expression value = expressions.value();
        Step first = new Step.Declare(scope.declare(name, typing, false), value, null);
        cursor.expect(";");
        Expression condition = expressions.value();
        cursor.expect(";");
        Step next = unmarked(steps.statement());
        cursor.expect(")");
        return new Step.While(List.of(first), condition, List.of(next), loopBody());
    }

    /** What stands in the head of a loop is no statement that compiled code marks. */
    private static Step unmarked(Step next) {
        if (next instanceof Step.Count count) {
            return new Step.Count(count.variable(), count.operator(), null);
        }
        if (next instanceof Step.Assign assign) {
            return new Step.Assign(assign.target(), assign.operator(), assign.value(), null);
        }
        throw new Declined();
    }

    private Body loopBody() {
        Scope.Level outer = scope.enterLoop();
        Body body = body();
        scope.back(outer);
        return body;
    }

    /** Statements in braces, or one without. */
    private Body body() {
        cursor.skipLines();
        if (!cursor.is("{")) {
            return new Body(List.of(steps.deeperStatement()));
        }
        cursor.expect("{");
        Body body = steps.statements();
        cursor.expect("}");
        return body;
    }

    // ---- failures, which are never met here

    private Step attempt() {
        Body body = block();
        boolean caught = false;
        while (follows("catch")) {
            caught = true;
            Scope.Level outer = scope.enter();
            cursor.expect("(");
            while (!cursor.is(1, ")")) {
                failure();
                cursor.accept("|");
            }
            scope.declare(cursor.take(Token.Kind.IDENTIFIER).text(), Typing.ANY, false);
            cursor.expect(")");
            block();
            scope.back(outer);
        }
        boolean ends = follows("finally");
        if (!caught && !ends) {
            throw new Declined();
        }
        return new Step.Attempt(body, ends ? block() : null);
    }

    private boolean follows(String word) {
        int before = cursor.position();
        cursor.skipLines();
        if (cursor.accept(word)) {
            return true;
        }
        cursor.back(before);
        return false;
    }

    private Body block() {
        cursor.skipLines();
        if (!cursor.is("{")) {
            throw new Declined();
        }
        return branch();
    }

    private void failure() {
        if (!FAILURES.contains(cursor.take().text())) {
            throw new Declined();
        }
    }

    /** Shape: {@code throw new IllegalStateException('why')} */
    private Step thrown() {
        cursor.expect("new");
        failure();
        expressions.arguments().parenthesized();
        return Step.UNREAD;
    }

    // ---- choices

    /** A {@code switch} of statements, or one of values that stands alone. */
    private Step choice(Token first) {
        ChoiceReader choices = new ChoiceReader(cursor, scope, steps, expressions);
        Map<String, Integer> outer = scope.words(new HashMap<>());
        Expression subject = parenthesized();
        if (choices.isOfValues()) {
            Expression choice = choices.values(subject);
            scope.words(outer);
            return new Step.Evaluate(choice, new Mark(first.start(), Map.of()));
        }
        Step choice = choices.statements(subject);
        scope.words(outer);
        return choice;
    }
}
