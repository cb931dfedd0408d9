package io.limbeck.script.literal;

import io.limbeck.dsl.Recording;
import io.limbeck.script.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what stands behind the head of a {@code switch}.
 *
 * <pre>
 * choice := '{' ('case' value ':')* statement* … ('default' ':' statement*)? '}'
 *         | '{' ('case' value (',' value)* '->' statement)* ('default' '->' statement)? '}'
 * </pre>
 */
final class ChoiceReader {

    private static final Expression DEFAULT = null;

    private final Cursor cursor;
    private final Scope scope;
    private final StepReader steps;
    private final ExpressionReader expressions;

    ChoiceReader(Cursor cursor, Scope scope, StepReader steps, ExpressionReader expressions) {
        this.cursor = cursor;
        this.scope = scope;
        this.steps = steps;
        this.expressions = expressions;
    }

    // ---- of statements

    Step statements(Expression subject) {
        open();
        List<Choice.Case> cases = new ArrayList<>();
        boolean last = false;
        while (!cursor.accept("}")) {
            List<Expression> labels = labels();
            if (last) {
                throw new Declined();
            }
            last = labels.contains(DEFAULT);
            cases.add(statements(labels));
        }
        return new Choice(subject, cases);
    }

    /** Labels with nothing between them. */
    private List<Expression> labels() {
        List<Expression> labels = new ArrayList<>();
        do {
            if (labels.contains(DEFAULT)) {
                throw new Declined();
            }
            labels.add(cursor.accept("default") ? DEFAULT : label());
            cursor.expect(":");
            cursor.skipLines();
        } while (isLabel());
        return labels;
    }

    private Expression label() {
        cursor.expect("case");
        return cursor.is("{") ? steps.closure() : expressions.value();
    }

    private boolean isLabel() {
        return cursor.is("case") || cursor.is("default");
    }

    /** The statements up to the next label; a {@code break} at their end leaves the answer of the one before. */
    private Choice.Case statements(List<Expression> labels) {
        Scope.Level outer = scope.enterCase();
        List<Step> body = new ArrayList<>();
        boolean leaves;
        do {
            leaves = cursor.is("break");
            body.add(steps.deeperStatement());
            cursor.endStatement();
        } while (!isLabel() && !cursor.is("}"));
        scope.back(outer);
        if (leaves) {
            body.remove(body.size() - 1);
        }
        return new Choice.Case(labels, new Body(body), leaves);
    }

    private void open() {
        cursor.skipLines();
        cursor.expect("{");
        cursor.skipLines();
    }

    // ---- of values

    /** Whether an arrow stands behind the first label. */
    boolean isOfValues() {
        int before = cursor.position();
        Map<String, Integer> outer = scope.words(new HashMap<>());
        open();
        boolean arrow = isLabel();
        if (arrow) {
            valueLabels();
            arrow = cursor.is("->");
        }
        scope.words(outer);
        cursor.back(before);
        return arrow;
    }

    /** Groovy makes a closure of it, whose words are not those of the statement around. */
    Expression values(Expression subject) {
        open();
        List<Choice.Case> cases = new ArrayList<>();
        boolean last = false;
        Scope.Level outer = scope.enterClosure();
        while (!cursor.accept("}")) {
            if (last) {
                throw new Declined();
            }
            List<Expression> labels = valueLabels();
            last = labels.contains(DEFAULT);
            cursor.expect("->");
            cursor.skipLines();
            cases.add(new Choice.Case(labels, new Body(List.of(value())), true));
            cursor.endStatement();
        }
        scope.back(outer);
        if (cases.isEmpty()) {
            throw new Declined();
        }
        return new Choice.Value(new Choice(subject, cases));
    }

    private List<Expression> valueLabels() {
        List<Expression> labels = new ArrayList<>();
        if (cursor.accept("default")) {
            labels.add(DEFAULT);
            return labels;
        }
        do {
            labels.add(labels.isEmpty() ? label() : expressions.value());
        } while (cursor.accept(","));
        return labels;
    }

    /** The one statement behind an arrow, which compiled code does not mark. */
    private Step value() {
        Token first = cursor.peek(0);
        boolean says = first != null && Recording.everyVerb().contains(first.text());
        if (says && steps.statement() instanceof Step.Say said) {
            return new Step.Say(said.verb(), said.arguments(), said.block(), null);
        }
        if (says) {
            throw new Declined();
        }
        return new Step.Evaluate(expressions.value(), null);
    }
}
