package io.limbeck.script;

import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.control.SourceUnit;

/** The names that a script gives to things of its own, wherever in it: variables, parameters, methods, imports. */
final class OwnNames extends ClassCodeVisitorSupport {

    /** Who says one of these may give names in ways that cannot be seen in the text. */
    private static final Set<String> GIVING = Set.of(
            "metaClass",
            "getMetaClass",
            "setMetaClass",
            "binding",
            "getBinding",
            "setBinding",
            "setProperty",
            "use",
            "mixin");

    private final SourceUnit unit;
    private final Set<String> names = new HashSet<>();
    private boolean uncertain;

    private OwnNames(SourceUnit unit) {
        this.unit = unit;
    }

    static OwnNames of(SourceUnit unit, ClassNode script) {
        OwnNames found = new OwnNames(unit);
        found.names.addAll(unit.getAST().getStaticImports().keySet());
        found.uncertain = !unit.getAST().getStaticStarImports().isEmpty();
        found.visitClass(script);
        return found;
    }

    boolean areFree(String name) {
        return !names.contains(name);
    }

    /** Whether there may be more names than those that were found. */
    boolean areUncertain() {
        return uncertain;
    }

    @Override
    protected SourceUnit getSourceUnit() {
        return unit;
    }

    /** Those of a script are Groovy's, and speak of bindings. */
    @Override
    public void visitConstructor(ConstructorNode constructor) {
        // names nothing
    }

    @Override
    public void visitMethod(MethodNode method) {
        names.add(method.getName());
        parameters(method.getParameters());
        super.visitMethod(method);
    }

    @Override
    public void visitField(FieldNode field) {
        names.add(field.getName());
        super.visitField(field);
    }

    @Override
    public void visitProperty(PropertyNode property) {
        names.add(property.getName());
        super.visitProperty(property);
    }

    @Override
    public void visitClosureExpression(ClosureExpression closure) {
        if (closure.isParameterSpecified()) {
            parameters(closure.getParameters());
        }
        super.visitClosureExpression(closure);
    }

    private void parameters(Parameter... parameters) {
        Stream.of(parameters).map(Parameter::getName).forEach(names::add);
    }

    @Override
    public void visitForLoop(ForStatement loop) {
        Stream.of(loop.getValueVariable(), loop.getIndexVariable())
                .filter(variable -> variable != null)
                .map(Parameter::getName)
                .forEach(names::add);
        super.visitForLoop(loop);
    }

    @Override
    public void visitCatchStatement(CatchStatement caught) {
        names.add(caught.getVariable().getName());
        super.visitCatchStatement(caught);
    }

    @Override
    public void visitDeclarationExpression(DeclarationExpression declaration) {
        given(declaration.getLeftExpression());
        super.visitDeclarationExpression(declaration);
    }

    @Override
    public void visitBinaryExpression(BinaryExpression operation) {
        if (operation.getOperation().getText().endsWith("=")) {
            given(operation.getLeftExpression());
        }
        super.visitBinaryExpression(operation);
    }

    @Override
    public void visitPrefixExpression(PrefixExpression operation) {
        given(operation.getExpression());
        super.visitPrefixExpression(operation);
    }

    @Override
    public void visitPostfixExpression(PostfixExpression operation) {
        given(operation.getExpression());
        super.visitPostfixExpression(operation);
    }

    private void given(Expression left) {
        if (left instanceof VariableExpression variable) {
            names.add(variable.getName());
        } else if (left instanceof TupleExpression several) {
            several.getExpressions().forEach(this::given);
        }
    }

    @Override
    public void visitVariableExpression(VariableExpression variable) {
        uncertain |= GIVING.contains(variable.getName());
        super.visitVariableExpression(variable);
    }

    @Override
    public void visitConstantExpression(ConstantExpression constant) {
        uncertain |= constant.getValue() instanceof String text && GIVING.contains(text);
        super.visitConstantExpression(constant);
    }
}
