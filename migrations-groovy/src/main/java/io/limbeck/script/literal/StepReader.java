package io.limbeck.script.literal;

import io.limbeck.dsl.Words;
import io.limbeck.script.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads statements.
 *
 * <pre>
 * block       := '{' statement* '}'
 * closure     := '{' (parameters '->')? statement* '}'
 * statement   := declaration | verb (arguments | '(' arguments ')' block? | block) | value | assignment
 *              | 'if' … | 'for' … | 'while' … | 'return' value? | 'break' | 'continue'
 * declaration := ('final'? type | 'final') name ('=' value)?
 * assignment  := path ('=' | '+=' | …) value | name ('++' | '--')
 * </pre>
 */
final class StepReader {

    /** What is kept as code rather than listened to. */
    private static final Set<String> CODE = Set.of("data");

    private static final Set<String> ASSIGNING = Set.of("=", "+=", "-=", "*=", "/=", "%=");

    private final Cursor cursor;
    private final Scope scope;
    private final ExpressionReader expressions;
    private final DeclarationReader declarations;

    StepReader(Cursor cursor, Scope scope) {
        this.cursor = cursor;
        this.scope = scope;
        this.expressions = new ExpressionReader(cursor, scope, this);
        this.declarations = new DeclarationReader(cursor, scope, this, expressions);
    }

    /** The same among other tokens of the script. */
    StepReader at(Cursor other) {
        return new StepReader(other, scope);
    }

    /** Statements up to a closing brace or the end. */
    Body statements() {
        List<Step> steps = new ArrayList<>();
        cursor.skipSeparators();
        while (!cursor.atEnd() && !cursor.is("}")) {
            steps.add(deeperStatement());
            cursor.endStatement();
        }
        return new Body(steps);
    }

    /** A block that is listened to; nobody passes its {@code it}. */
    Body block() {
        cursor.expect("{");
        Scope.Level outer = scope.enterBlock();
        scope.it();
        Body body = statements();
        scope.back(outer);
        cursor.expect("}");
        return body;
    }

    Expression closure() {
        return new Expression.Closure(declarations.routine());
    }

    // ---- statements

    /** The offsets of the words of the one statement here: names, option names, literals; not those of its block. */
    Map<String, Integer> words() {
        Map<String, Integer> outer = scope.words(new HashMap<>());
        verb(cursor.take());
        return scope.words(outer);
    }

    private Step deeperStatement() {
        scope.descend();
        Step statement = statement();
        scope.ascend();
        return statement;
    }

    Step statement() {
        Map<String, Integer> outer = scope.words(new HashMap<>());
        Token first = cursor.peek(0);
        Step step = first.kind() == Token.Kind.KEYWORD ? keyword(first) : plain(first);
        scope.words(outer);
        return step;
    }

    private Step keyword(Token first) {
        return switch (first.text()) {
            case "if" -> conditional();
            case "for" -> loop();
            case "while" -> {
                cursor.take();
                Expression condition = condition();
                yield new Step.While(List.of(), condition, List.of(), loopBody());
            }
            case "return" -> {
                cursor.take();
                boolean nothing =
                        cursor.atEnd() || cursor.is("}") || cursor.peek(0).separates();
                if (!nothing && !scope.isAnswering()) {
                    throw new Declined();
                }
                yield new Step.Return(nothing ? new Expression.Constant(null) : expressions.value());
            }
            case "break", "continue" -> {
                cursor.take();
                if (!scope.isLoop()) {
                    throw new Declined();
                }
                yield new Step.Jump(first.is("break") ? Step.Outcome.BREAK : Step.Outcome.CONTINUE);
            }
            case "true", "false", "null" -> expression(first);
            default -> declarations.variable();
        };
    }

    private Step plain(Token first) {
        if (declarations.isNext()) {
            return declarations.variable();
        }
        boolean verb = first.kind() == Token.Kind.IDENTIFIER
                && scope.find(first.text()) == null
                && scope.known(first.text()).isEmpty();
        return verb ? verb(cursor.take()) : expression(first);
    }

    private Step verb(Token verb) {
        String name = verb.text();
        boolean value = Words.isFunction(name) || CODE.contains(name) || GroovysOwn.has(name);
        if (value || cursor.is(":")) {
            throw new Declined();
        }
        scope.note(name, verb.start());
        Arguments arguments = new Arguments(List.of(), Map.of());
        Body block = null;
        if (cursor.is("(")) {
            arguments = expressions.arguments().parenthesized();
            block = cursor.is("{") ? block() : null;
        } else if (cursor.is("{")) {
            block = block();
        } else if (beginsArgument()) {
            arguments = expressions.arguments().list();
        } else {
            throw new Declined();
        }
        return new Step.Say(name, arguments, block, mark(verb));
    }

    /** Whether the next token begins an argument without parentheses: a bracket or sign would go with the word before. */
    private boolean beginsArgument() {
        Token token = cursor.peek(0);
        if (token == null) {
            return false;
        }
        return switch (token.kind()) {
            case IDENTIFIER, STRING, GSTRING, NUMBER -> true;
            case KEYWORD -> cursor.is(1, ":") || Set.of("true", "false", "null").contains(token.text());
            default -> false;
        };
    }

    private Step expression(Token first) {
        Expression value = expressions.value();
        Token next = cursor.peek(0);
        if (next == null) {
            return new Step.Evaluate(value, mark(first));
        }
        if (next.kind() == Token.Kind.SYMBOL && ASSIGNING.contains(next.text())) {
            return assignment(first, value);
        }
        if (next.is("++") || next.is("--")) {
            cursor.take();
            Operator operator = next.is("++") ? Operator.PLUS : Operator.MINUS;
            return new Step.Count(assignable(value), operator, mark(first));
        }
        if (value instanceof Expression.Local local && beginsArgument()) {
            value = new Expression.Invoke(
                    local.variable(), expressions.arguments().list());
        }
        return new Step.Evaluate(value, mark(first));
    }

    private Step assignment(Token first, Expression target) {
        String symbol = cursor.take().text();
        cursor.skipLines();
        if (target instanceof Expression.Local) {
            assignable(target);
        }
        Operator operator = Operator.of(symbol.substring(0, symbol.length() - 1));
        return new Step.Assign(target, operator, expressions.value(), mark(first));
    }

    private static Variable assignable(Expression target) {
        if (!(target instanceof Expression.Local local) || local.variable().isConstant()) {
            throw new Declined();
        }
        return local.variable();
    }

    private Mark mark(Token first) {
        return new Mark(first.start(), scope.words());
    }

    // ---- control

    private Expression condition() {
        cursor.expect("(");
        Expression condition = expressions.value();
        cursor.expect(")");
        return condition;
    }

    private Step conditional() {
        cursor.take();
        Expression condition = condition();
        Body then = branch();
        int before = cursor.position();
        cursor.skipLines();
        if (!cursor.accept("else")) {
            cursor.back(before);
            return new Step.If(condition, then, new Body(List.of()));
        }
        Body otherwise = cursor.is("if") ? new Body(List.of(conditional())) : branch();
        return new Step.If(condition, then, otherwise);
    }

    private Body branch() {
        Scope.Level outer = scope.enter();
        Body body = body();
        scope.back(outer);
        return body;
    }

    private Step loop() {
        cursor.take();
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
        Step next = unmarked(statement());
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
            return new Body(List.of(deeperStatement()));
        }
        cursor.expect("{");
        Body body = statements();
        cursor.expect("}");
        return body;
    }
}
