package io.limbeck.script;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.groovy.util.BeanUtils;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ConstructorNode;
import org.codehaus.groovy.ast.FieldNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.PropertyNode;
import org.codehaus.groovy.ast.expr.BinaryExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.PostfixExpression;
import org.codehaus.groovy.ast.expr.PrefixExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.TupleExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.CatchStatement;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.control.SourceUnit;

/** The names that a script gives to things of its own, wherever in it: variables, properties, methods, classes. */
final class OwnNames extends ClassCodeVisitorSupport {

    /** Who says one of these, or declares a method of such a name, may give names that cannot be seen in the text. */
    private static final Set<String> GIVING = Set.of(
            "this",
            "owner",
            "getOwner",
            "delegate",
            "getDelegate",
            "thisObject",
            "getThisObject",
            "binding",
            "getBinding",
            "setBinding",
            "metaClass",
            "getMetaClass",
            "setMetaClass",
            "metaClassRegistry",
            "getMetaClassRegistry",
            "invokeMethod",
            "getProperty",
            "setProperty",
            "evaluate",
            "use",
            "mixin");

    private static final Pattern READING = Pattern.compile("(?:get|is)(.+)");

    private final SourceUnit unit;
    private final Set<String> names = new HashSet<>();
    private boolean uncertain;

    private OwnNames(SourceUnit unit) {
        this.unit = unit;
    }

    static OwnNames of(SourceUnit unit, ClassNode script) {
        OwnNames found = new OwnNames(unit);
        ModuleNode module = unit.getAST();
        found.uncertain = !module.getStaticStarImports().isEmpty();
        found.names.addAll(module.getStaticImports().keySet());
        module.getClasses().forEach(type -> found.names.add(type.getNameWithoutPackage()));
        for (ImportNode imported : module.getImports()) {
            found.names.add(imported.getAlias());
            found.visitAnnotations(imported);
        }
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

    /** Those in its text, but for that of fields, may put anything into a script, or another class above it. */
    @Override
    public void visitAnnotations(AnnotatedNode annotated) {
        uncertain |= annotated.getAnnotations().stream()
                .anyMatch(annotation -> annotation.getLineNumber() > 0
                        && !annotation.getClassNode().getNameWithoutPackage().equals("Field"));
    }

    /** Those of a script are Groovy's, and speak of bindings. */
    @Override
    public void visitConstructor(ConstructorNode constructor) {
        // names nothing
    }

    @Override
    public void visitMethod(MethodNode method) {
        names.add(method.getName());
        property(method.getName());
        uncertain |= GIVING.contains(method.getName());
        parameters(method.getParameters());
        super.visitMethod(method);
    }

    /** What a method that reads a property gives a name to. */
    private void property(String method) {
        Matcher reading = READING.matcher(method);
        if (reading.matches()) {
            names.add(BeanUtils.decapitalize(reading.group(1)));
        }
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
        } else if (left instanceof PropertyExpression property) {
            names.add(String.valueOf(property.getPropertyAsString()));
        }
    }

    @Override
    public void visitMethodCallExpression(MethodCallExpression call) {
        if (!call.isImplicitThis()) {
            call.getObjectExpression().visit(this);
        }
        call.getMethod().visit(this);
        call.getArguments().visit(this);
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
