package io.limbeck.script;

import groovyjarjarasm.asm.MethodVisitor;
import groovyjarjarasm.asm.Opcodes;
import io.limbeck.dsl.DirectCalls;
import java.util.List;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.GroovyCodeVisitor;
import org.codehaus.groovy.ast.expr.ArgumentListExpression;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.ExpressionTransformer;
import org.codehaus.groovy.ast.expr.GStringExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.classgen.AsmClassGenerator;
import org.codehaus.groovy.classgen.asm.WriterController;

/** A call of {@link DirectCalls} in compiled code, in the place of what Groovy would look up while the script runs. */
final class DirectExpression extends Expression {

    private static final String OWNER = DirectCalls.class.getName().replace('.', '/');
    private static final String OBJECT = "Ljava/lang/Object;";

    /** What is called directly. */
    enum Form {
        AT("(" + OBJECT + "I)V"),
        CALL("(" + OBJECT + "Ljava/lang/String;[" + OBJECT + ")" + OBJECT),
        UNUSED("(" + OBJECT + "Ljava/lang/String;[" + OBJECT + ")" + OBJECT),
        OUTSIDE("(" + OBJECT + "Ljava/lang/String;[" + OBJECT + ")" + OBJECT),
        WORD("(" + OBJECT + "Ljava/lang/String;)" + OBJECT),
        TEXT("([" + OBJECT + "[Ljava/lang/String;)Lgroovy/lang/GString;");

        private final String descriptor;

        Form(String descriptor) {
            this.descriptor = descriptor;
        }

        private String method() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    private final Form form;
    private final Object subject;
    private final List<Expression> arguments;

    private DirectExpression(Form form, Object subject, List<Expression> arguments) {
        this.form = form;
        this.subject = subject;
        this.arguments = arguments;
        setType(form == Form.TEXT ? ClassHelper.GSTRING_TYPE : ClassHelper.OBJECT_TYPE);
    }

    static DirectExpression at(int statement) {
        return new DirectExpression(Form.AT, statement, List.of());
    }

    /** A call of a name inside or outside of blocks, with the arguments as Groovy has them. */
    static Expression call(Form form, MethodCallExpression call, List<Expression> arguments) {
        return placed(
                new DirectExpression(
                        form,
                        call.getMethodAsString(),
                        List.of(new ArrayExpression(ClassHelper.OBJECT_TYPE, arguments))),
                call);
    }

    /** The same as a whole statement, which does nothing with its value. */
    Expression asStatement() {
        boolean unused = form == Form.CALL && DirectCalls.makesValue((String) subject);
        return unused ? placed(new DirectExpression(Form.UNUSED, subject, arguments), this) : this;
    }

    static Expression word(VariableExpression word) {
        return placed(new DirectExpression(Form.WORD, word.getName(), List.of()), word);
    }

    /** A string with values in it. */
    static Expression text(GStringExpression string) {
        List<Expression> strings = List.copyOf(string.getStrings());
        return placed(
                new DirectExpression(
                        Form.TEXT,
                        string,
                        List.of(
                                new ArrayExpression(ClassHelper.OBJECT_TYPE, string.getValues()),
                                new ArrayExpression(ClassHelper.STRING_TYPE, strings))),
                string);
    }

    private static Expression placed(DirectExpression direct, Expression at) {
        direct.setSourcePosition(at);
        return direct;
    }

    @Override
    public Expression transformExpression(ExpressionTransformer transformer) {
        return placed(new DirectExpression(form, subject, transformExpressions(arguments, transformer)), this);
    }

    @Override
    public void visit(GroovyCodeVisitor visitor) {
        if (!(visitor instanceof AsmClassGenerator generator)) {
            arguments.forEach(argument -> argument.visit(visitor));
        } else if (isDynamic(generator.getController())) {
            dynamic().visit(visitor);
        } else {
            write(generator);
        }
    }

    /** Whether there is no instance to speak to, or a method of that name after all, as other transformations make. */
    private boolean isDynamic(WriterController controller) {
        ClassNode script = controller.getOutermostClass();
        return form != Form.TEXT
                        && (controller.isStaticMethod()
                                || controller.getCompileStack().isInSpecialConstructorCall())
                || arguments.size() == 1
                        && script.getDeclaredMethods((String) subject).stream()
                                .anyMatch(method -> method.getDeclaringClass() == script);
    }

    private Expression dynamic() {
        Expression plain = switch (form) {
            case AT -> ConstantExpression.NULL;
            case TEXT -> throw new IllegalStateException("a string needs no instance");
            case WORD -> new VariableExpression((String) subject);
            case CALL, UNUSED, OUTSIDE ->
                new MethodCallExpression(
                        VariableExpression.THIS_EXPRESSION,
                        (String) subject,
                        new ArgumentListExpression(((ArrayExpression) arguments.get(0)).getExpressions()));
        };
        plain.setSourcePosition(this);
        return plain;
    }

    private void write(AsmClassGenerator generator) {
        WriterController controller = generator.getController();
        MethodVisitor code = controller.getMethodVisitor();
        generator.onLineNumber(this, form.name());
        if (form != Form.TEXT) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitLdcInsn(subject);
        }
        arguments.forEach(argument -> argument.visit(generator));
        controller.getOperandStack().remove(arguments.size());
        code.visitMethodInsn(Opcodes.INVOKESTATIC, OWNER, form.method(), form.descriptor, false);
        if (form == Form.AT) {
            code.visitInsn(Opcodes.ACONST_NULL);
        }
        controller.getOperandStack().push(getType());
    }
}
