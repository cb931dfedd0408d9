package io.limbeck.script.literal;

import io.limbeck.dsl.HearingScript.Surroundings;
import io.limbeck.script.Token;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads scripts that hold variables, loops and the like, and runs them: what comes out is the calls that they make.
 *
 * <p>Such a script knows nothing of the world but what it may ask about the run that it is part of, so that it always
 * makes the same calls there. One that would throw, or runs long, is declined.
 */
final class ProgramReader {

    private final Cursor cursor;
    private final Scope scope;
    private final StepReader steps;
    private final DeclarationReader declarations;
    private final Map<String, Routine> methods = new HashMap<>();

    ProgramReader(List<Token> tokens, Surroundings about) {
        cursor = new Cursor(tokens);
        scope = new Scope(about);
        steps = new StepReader(cursor, scope);
        declarations = new DeclarationReader(cursor, scope, steps, new ExpressionReader(cursor, scope, steps));
    }

    /** What the blocks say, by their names. */
    Map<String, List<Node.Statement>> script() {
        Map<String, Body> blocks = new HashMap<>();
        Body top = top(blocks);
        Run run = new Run(methods);
        if (top.run(run) != Step.Outcome.ON) {
            throw new Declined();
        }
        Map<String, List<Node.Statement>> said = new HashMap<>();
        for (Map.Entry<String, Body> block : blocks.entrySet()) {
            said.put(block.getKey(), run.said(block.getValue()));
        }
        return said;
    }

    /** What a text says that has neither header nor blocks of its own. */
    List<Node.Statement> statements() {
        return new Run(methods).said(top(null));
    }

    /**
     * The statements that stand outside of the blocks.
     *
     * @param blocks gets the blocks, or is null where there are none
     */
    private Body top(Map<String, Body> blocks) {
        List<Step> top = new ArrayList<>();
        List<Step> fields = new ArrayList<>();
        cursor.skipSeparators();
        while (!cursor.atEnd()) {
            boolean header = blocks != null && (cursor.is("revision") || cursor.is("repeatable"));
            boolean block = blocks != null && (cursor.is("upgrade") || cursor.is("downgrade")) && cursor.is(1, "{");
            if (header) {
                header();
            } else if (cursor.is("import")) {
                new JdkReader(cursor, scope, null).imported();
            } else if (cursor.is("@") && blocks != null) {
                fields.add(declarations.field());
            } else if (block) {
                if (blocks.put(cursor.take().text(), steps.block()) != null) {
                    throw new Declined();
                }
            } else if (declarations.isMethod()) {
                declarations.method(methods);
            } else {
                top.add(steps.statement());
            }
            if (cursor.is("}")) {
                throw new Declined();
            }
            cursor.endStatement();
        }
        fields.addAll(top);
        return new Body(fields);
    }

    /** The header has been read before, and does nothing. */
    private void header() {
        cursor.take();
        ExpressionReader expressions = new ExpressionReader(cursor, scope, steps);
        if (cursor.is("(")) {
            expressions.arguments().parenthesized();
        } else {
            expressions.arguments().list();
        }
    }
}
