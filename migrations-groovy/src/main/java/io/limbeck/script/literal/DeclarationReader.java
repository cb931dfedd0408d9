package io.limbeck.script.literal;

import io.limbeck.dsl.Recording;
import io.limbeck.dsl.Words;
import io.limbeck.script.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads what gives something a name: variables, and the parameters of closures and methods. */
final class DeclarationReader {

    private final Cursor cursor;
    private final Scope scope;
    private final StepReader steps;
    private final ExpressionReader expressions;

    DeclarationReader(Cursor cursor, Scope scope, StepReader steps, ExpressionReader expressions) {
        this.cursor = cursor;
        this.scope = scope;
        this.steps = steps;
        this.expressions = expressions;
    }

    /** Whether a type with a name behind it comes next. */
    boolean isNext() {
        Token type = cursor.peek(0);
        boolean known = type != null
                && (type.kind() == Token.Kind.IDENTIFIER || type.kind() == Token.Kind.KEYWORD)
                && Typing.of(type.text()) != null
                && scope.find(type.text()) == null;
        return known && (cursor.is(1, Token.Kind.IDENTIFIER) || cursor.is(1, "<"));
    }

    /** Takes a type, and {@code final} before it; null where there is neither. */
    Typing type() {
        boolean constant = cursor.accept("final");
        if (!isNext()) {
            return constant ? Typing.ANY : null;
        }
        Typing typing = Typing.of(cursor.take().text());
        if (cursor.is("<")) {
            new JdkReader(cursor, scope, expressions.arguments()).generics();
        }
        return typing;
    }

    /** Shape: {@code def name = value} */
    Step variable() {
        Token first = cursor.peek(0);
        boolean constant = cursor.is("final");
        Typing typing = type();
        if (typing == null) {
            throw new Declined();
        }
        Token name = cursor.take(Token.Kind.IDENTIFIER);
        scope.note(name.text(), name.start());
        Expression value = null;
        if (cursor.accept("=")) {
            cursor.skipLines();
            boolean closure = cursor.is("{");
            if (closure && !scope.isOnce()) {
                throw new Declined();
            }
            value = closure ? steps.closure() : expressions.value();
        }
        Variable variable = scope.declare(name.text(), typing, constant);
        return new Step.Declare(variable, value, new Mark(first.start(), scope.words()));
    }

    /** Shape: {@code @Field static final NAMES = ['a', 'b']} */
    Step field() {
        cursor.expect("@");
        cursor.expect("Field");
        cursor.skipLines();
        boolean typed = cursor.accept("static") | cursor.accept("final");
        typed |= cursor.accept("final");
        Typing typing = isNext() ? type() : typed ? Typing.ANY : null;
        Token name = cursor.take(Token.Kind.IDENTIFIER);
        if (typing == null || isTaken(name.text()) || scope.known(name.text()).isPresent()) {
            throw new Declined();
        }
        Scope.Level outer = scope.enterFields();
        Expression value = null;
        if (cursor.accept("=")) {
            cursor.skipLines();
            value = expressions.value();
        }
        Variable field = scope.declare(name.text(), typing, true);
        scope.back(outer);
        return new Step.Declare(field, value, null);
    }

    // ---- routines

    /** A closure. */
    Routine routine() {
        return routine(scope.enterClosure());
    }

    /**
     * A closure that is handed to {@code with}.
     *
     * @param receiver whose names it knows
     */
    Routine routineOf(Variable receiver) {
        return routine(scope.enterClosureOf(receiver));
    }

    private Routine routine(Scope.Level outer) {
        cursor.expect("{");
        List<Variable> parameters = new ArrayList<>();
        boolean named = parameters(parameters);
        if (!named) {
            parameters.add(scope.it());
        }
        Routine routine = Routine.closure(parameters, !named, steps.statements());
        scope.back(outer);
        cursor.expect("}");
        return routine;
    }

    /** The parameters of a closure up to their arrow; takes nothing where there is none. */
    private boolean parameters(List<Variable> parameters) {
        int before = cursor.position();
        cursor.skipLines();
        int ahead = 0;
        while (cursor.is(ahead, Token.Kind.IDENTIFIER)
                || cursor.is(ahead, Token.Kind.KEYWORD)
                || cursor.is(ahead, ",")
                || cursor.is(ahead, "<")
                || cursor.is(ahead, ">")) {
            ahead++;
        }
        if (!cursor.is(ahead, "->")) {
            cursor.back(before);
            return false;
        }
        parameters(parameters, "->");
        return true;
    }

    private void parameters(List<Variable> parameters, String end) {
        while (!cursor.accept(end)) {
            if (!parameters.isEmpty()) {
                cursor.expect(",");
            }
            Typing typing = type();
            String name = cursor.take(Token.Kind.IDENTIFIER).text();
            parameters.add(scope.declare(name, typing == null ? Typing.ANY : typing, false));
        }
    }

    /** Whether a method begins here. */
    boolean isMethod() {
        return (cursor.is("void") || isNext()) && cursor.is(1, Token.Kind.IDENTIFIER) && cursor.is(2, "(");
    }

    /** Shape: {@code def name(parameters) { … }} */
    void method(Map<String, Routine> methods) {
        Typing returns = cursor.is("void") ? null : Typing.of(cursor.peek(0).text());
        cursor.take();
        String name = cursor.take().text();
        cursor.expect("(");
        Scope.Level outer = scope.enterMethod(returns != null);
        List<Variable> parameters = new ArrayList<>();
        parameters(parameters, ")");
        cursor.expect("{");
        Routine method = Routine.method(parameters, returns, steps.statements());
        scope.back(outer);
        cursor.expect("}");
        if (isTaken(name) || methods.put(name, method) != null) {
            throw new Declined();
        }
    }

    /** Whether a name means something already. */
    private static boolean isTaken(String name) {
        return Words.isFunction(name)
                || Words.value(name).isPresent()
                || GroovysOwn.has(name)
                || Recording.everyVerb().contains(name);
    }
}
