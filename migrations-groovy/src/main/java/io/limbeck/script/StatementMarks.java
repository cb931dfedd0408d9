package io.limbeck.script;

import io.limbeck.call.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Makes a compiled script say which statement it is at, and keeps where in the text each statement's words stand. */
final class StatementMarks extends CompilationCustomizer {

    private final SourceText source;
    private final List<Site> sites = new ArrayList<>();

    StatementMarks(SourceText source) {
        super(CompilePhase.CONVERSION);
        this.source = source;
    }

    /** The places of the statements, by their numbers. */
    List<Site> sites() {
        return sites;
    }

    @Override
    public void call(SourceUnit unit, GeneratorContext context, ClassNode type) {
        if (type.isScript()) {
            new Marker(unit).visitClass(type);
        }
    }

    private final class Marker extends ClassCodeVisitorSupport {

        private final SourceUnit unit;

        Marker(SourceUnit unit) {
            this.unit = unit;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return unit;
        }

        /** Static methods have no script to tell where they are. */
        @Override
        protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
            if (!method.isStatic()) {
                super.visitConstructorOrMethod(method, isConstructor);
            }
        }

        @Override
        public void visitBlockStatement(BlockStatement block) {
            List<Statement> marked = new ArrayList<>();
            for (Statement statement : block.getStatements()) {
                if (statement instanceof ExpressionStatement calling && calling.getLineNumber() > 0) {
                    marked.add(mark(calling.getExpression()));
                }
                marked.add(statement);
            }
            super.visitBlockStatement(block);
            block.getStatements().clear();
            block.getStatements().addAll(marked);
        }

        private Statement mark(Expression expression) {
            sites.add(new ScriptSite(source, offset(expression), words(expression)));
            return new ExpressionStatement(new MethodCallExpression(
                    VariableExpression.THIS_EXPRESSION,
                    "$at",
                    new ArgumentListExpression(new ConstantExpression(sites.size() - 1, true))));
        }
    }

    private int offset(Expression expression) {
        return source.start(expression.getLineNumber()) + expression.getColumnNumber() - 1;
    }

    /** The first place of each word of a statement: names, option names, strings; not inside its blocks. */
    private Map<String, Integer> words(Expression statement) {
        Map<String, Integer> words = new HashMap<>();
        statement.visit(new CodeVisitorSupport() {
            @Override
            public void visitConstantExpression(ConstantExpression constant) {
                put(constant, String.valueOf(constant.getValue()));
            }

            @Override
            public void visitVariableExpression(VariableExpression variable) {
                put(variable, variable.getName());
            }

            @Override
            public void visitGStringExpression(GStringExpression string) {
                string.getValues().forEach(value -> value.visit(this));
            }

            @Override
            public void visitClosureExpression(ClosureExpression block) {
                // has statements of its own
            }

            private void put(Expression expression, String word) {
                if (expression.getLineNumber() > 0) {
                    words.putIfAbsent(word, offset(expression));
                }
            }
        });
        return words;
    }
}
