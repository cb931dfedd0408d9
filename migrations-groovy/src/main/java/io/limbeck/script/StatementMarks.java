package io.limbeck.script;

import io.limbeck.script.CompiledScript.Mark;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.CodeVisitorSupport;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.BlockStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.IfStatement;
import org.codehaus.groovy.ast.stmt.Statement;
import org.codehaus.groovy.ast.stmt.WhileStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Makes compiled scripts say which statement they are at, and keeps where in its text each statement's words stand. */
final class StatementMarks extends CompilationCustomizer {

    private final Map<String, SourceText> sources;
    private final Map<SourceText, List<Mark>> marks = new HashMap<>();

    /**
     * @param sources by the names under which the compiler has them
     */
    StatementMarks(Map<String, SourceText> sources) {
        super(CompilePhase.CONVERSION);
        this.sources = sources;
    }

    /** The statements of a script, by their numbers. */
    List<Mark> of(SourceText source) {
        return marks.getOrDefault(source, List.of());
    }

    @Override
    public void call(SourceUnit unit, GeneratorContext context, ClassNode type) {
        if (type.isScript()) {
            SourceText source = sources.get(unit.getName());
            new Marker(unit, source, marks.computeIfAbsent(source, any -> new ArrayList<>())).visitClass(type);
        }
    }

    private final class Marker extends ClassCodeVisitorSupport {

        private final SourceUnit unit;
        private final SourceText source;
        private final List<Mark> statements;

        Marker(SourceUnit unit, SourceText source, List<Mark> statements) {
            this.unit = unit;
            this.source = source;
            this.statements = statements;
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

        @Override
        public void visitIfElse(IfStatement condition) {
            condition.setIfBlock(block(condition.getIfBlock()));
            condition.setElseBlock(block(condition.getElseBlock()));
            super.visitIfElse(condition);
        }

        @Override
        public void visitForLoop(ForStatement loop) {
            loop.setLoopBlock(block(loop.getLoopBlock()));
            super.visitForLoop(loop);
        }

        @Override
        public void visitWhileLoop(WhileStatement loop) {
            loop.setLoopBlock(block(loop.getLoopBlock()));
            super.visitWhileLoop(loop);
        }

        /** A statement without braces, in braces, so that there is room for its mark. */
        private static Statement block(Statement statement) {
            if (!(statement instanceof ExpressionStatement)) {
                return statement;
            }
            BlockStatement block = new BlockStatement();
            block.addStatement(statement);
            block.setSourcePosition(statement);
            return block;
        }

        private Statement mark(Expression expression) {
            statements.add(new Mark(offset(source, expression), words(source, expression)));
            return new ExpressionStatement(DirectExpression.at(statements.size() - 1));
        }
    }

    private static int offset(SourceText source, Expression expression) {
        return source.start(expression.getLineNumber()) + expression.getColumnNumber() - 1;
    }

    /** The first place of each word of a statement: names, option names, strings; not inside its blocks. */
    private static Map<String, Integer> words(SourceText source, Expression statement) {
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
                    words.putIfAbsent(word, offset(source, expression));
                }
            }
        });
        return words;
    }
}
