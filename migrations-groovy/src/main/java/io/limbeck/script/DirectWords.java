package io.limbeck.script;

import io.limbeck.dsl.DirectCalls;
import io.limbeck.script.DirectExpression.Form;
import java.util.List;
import java.util.Set;
import org.codehaus.groovy.ast.ClassCodeExpressionTransformer;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MapExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.SpreadExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.AssertStatement;
import org.codehaus.groovy.ast.stmt.ExpressionStatement;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/** Makes the words of the language direct calls, where a script means nothing else by them. */
final class DirectWords extends CompilationCustomizer {

    private static final Set<String> CALLED = DirectCalls.called();
    private static final Set<String> OUTSIDE = DirectCalls.outside();
    private static final Set<String> ALONE = DirectCalls.alone();

    DirectWords() {
        super(CompilePhase.CONVERSION);
    }

    @Override
    public void call(SourceUnit unit, GeneratorContext context, ClassNode type) {
        if (type.isScript()) {
            OwnNames names = OwnNames.of(unit, type);
            if (!names.areUncertain()) {
                new Replacement(unit, names).visitClass(type);
            }
        }
    }

    private static final class Replacement extends ClassCodeExpressionTransformer {

        private final SourceUnit unit;
        private final OwnNames names;
        private boolean inside;

        Replacement(SourceUnit unit, OwnNames names) {
            this.unit = unit;
            this.names = names;
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return unit;
        }

        @Override
        protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
            if (!method.isStatic() && !isConstructor) {
                super.visitConstructorOrMethod(method, false);
            }
        }

        @Override
        public Expression transform(Expression expression) {
            if (expression instanceof ClosureExpression closure) {
                inside(closure);
                return closure;
            }
            if (expression instanceof VariableExpression word) {
                return ALONE.contains(word.getName()) && names.areFree(word.getName())
                        ? DirectExpression.word(word)
                        : word;
            }
            Expression transformed = expression == null ? null : expression.transformExpression(this);
            if (transformed instanceof GStringExpression string) {
                return DirectExpression.text(string);
            }
            return transformed instanceof MethodCallExpression call && isOurs(call)
                    ? DirectExpression.call(form(call.getMethodAsString()), call, arguments(call))
                    : transformed;
        }

        @Override
        public void visitExpressionStatement(ExpressionStatement statement) {
            super.visitExpressionStatement(statement);
            if (statement.getExpression() instanceof DirectExpression direct) {
                statement.setExpression(direct.asStatement());
            }
        }

        /** Groovy writes the values of the expression as it stands behind a failed assertion. */
        @Override
        public void visitAssertStatement(AssertStatement assertion) {
            // left as it is
        }

        private static Form form(String name) {
            return OUTSIDE.contains(name) ? Form.OUTSIDE : Form.CALL;
        }

        private void inside(ClosureExpression closure) {
            for (Parameter parameter : closure.isParameterSpecified() ? closure.getParameters() : new Parameter[0]) {
                if (parameter.hasInitialExpression()) {
                    parameter.setInitialExpression(transform(parameter.getInitialExpression()));
                }
            }
            boolean outer = inside;
            inside = true;
            closure.getCode().visit(this);
            inside = outer;
        }

        private boolean isOurs(MethodCallExpression call) {
            return call.isImplicitThis()
                    && call.getMethod() instanceof ConstantExpression
                    && call.getGenericsTypes() == null
                    && (CALLED.contains(call.getMethodAsString())
                            || !inside && OUTSIDE.contains(call.getMethodAsString()))
                    && names.areFree(call.getMethodAsString())
                    && arguments(call).stream().noneMatch(SpreadExpression.class::isInstance);
        }

        /** With the named ones as one map in front, as Groovy passes them. */
        private static List<Expression> arguments(MethodCallExpression call) {
            return call.getArguments() instanceof TupleExpression several
                    ? several.getExpressions().stream()
                            .map(each -> each instanceof MapExpression named
                                    ? new MapExpression(named.getMapEntryExpressions())
                                    : each)
                            .toList()
                    : List.of(call.getArguments());
        }
    }
}
