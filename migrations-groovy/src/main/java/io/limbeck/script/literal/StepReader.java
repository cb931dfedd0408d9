package io.limbeck.script.literal;

import io.limbeck.dsl.Recording;
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

    /** A closure that is handed to {@code with}. */
    Routine routineOf(Variable receiver) {
        return declarations.routineOf(receiver);
    }

    // ---- statements

    /** The offsets of the words of the one statement here: names, option names, literals; not those of its block. */
    Map<String, Integer> words() {
        Map<String, Integer> outer = scope.words(new HashMap<>());
        verb(cursor.take());
        return scope.words(outer);
    }

    Step deeperStatement() {
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
            case "if", "for", "while", "switch", "try", "throw", "assert", "return", "break", "continue" ->
                new ControlReader(cursor, scope, this, expressions, declarations).statement();
            case "true", "false", "null", "new" -> expression(first);
            default -> declarations.variable();
        };
    }

    private Step plain(Token first) {
        if (declarations.isNext()) {
            return declarations.variable();
        }
        boolean unknown = first.kind() == Token.Kind.IDENTIFIER && scope.find(first.text()) == null;
        if (unknown && scope.receiver() != null) {
            return within(first);
        }
        boolean verb = unknown && scope.known(first.text()).isEmpty() && !cursor.is(1, ".");
        return verb ? verb(cursor.take()) : expression(first);
    }

    /** A statement that begins with a name, where names may be those of a receiver. */
    private Step within(Token first) {
        Expression.Local receiver = new Expression.Local(scope.receiver());
        if (Recording.everyVerb().contains(first.text())) {
            return new Within.Said(receiver, first.text(), verb(cursor.take()));
        }
        int before = cursor.position();
        cursor.take();
        if (!beginsArgument()) {
            cursor.back(before);
            return expression(first);
        }
        scope.note(first.text(), first.start());
        Arguments arguments = expressions.arguments().list();
        return new Step.Evaluate(new Within.Call(receiver, first.text(), arguments), mark(first));
    }

    private Step verb(Token verb) {
        String name = verb.text();
        if (name.equals("println") && beginsPrinted()) {
            return Step.UNREAD;
        }
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

    /** Whether something is printed, which only the compiler does, and which has then been taken. */
    private boolean beginsPrinted() {
        boolean parenthesized = cursor.is("(");
        if (parenthesized) {
            expressions.arguments().parenthesized();
        } else if (beginsArgument()) {
            expressions.arguments().list();
        }
        return parenthesized
                || cursor.atEnd()
                || cursor.is("}")
                || cursor.peek(0).separates();
    }

    /** Whether the next token begins an argument without parentheses: a bracket or sign would go with the word before. */
    private boolean beginsArgument() {
        Token token = cursor.peek(0);
        if (token == null) {
            return false;
        }
        return switch (token.kind()) {
            case IDENTIFIER, STRING, GSTRING, NUMBER -> true;
            case KEYWORD ->
                cursor.is(1, ":") || Set.of("true", "false", "null", "new").contains(token.text());
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

    /** Where the statement stands that begins with a token. */
    Mark mark(Token first) {
        return new Mark(first.start(), scope.words());
    }
}
