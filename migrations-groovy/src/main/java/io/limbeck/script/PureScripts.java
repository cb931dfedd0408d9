package io.limbeck.script;

import io.limbeck.dsl.DirectCalls;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.codehaus.groovy.ast.ASTNode;
import org.codehaus.groovy.ast.AnnotatedNode;
import org.codehaus.groovy.ast.ClassCodeVisitorSupport;
import org.codehaus.groovy.ast.ClassHelper;
import org.codehaus.groovy.ast.ClassNode;
import org.codehaus.groovy.ast.ImportNode;
import org.codehaus.groovy.ast.MethodNode;
import org.codehaus.groovy.ast.ModuleNode;
import org.codehaus.groovy.ast.Parameter;
import org.codehaus.groovy.ast.expr.ArrayExpression;
import org.codehaus.groovy.ast.expr.AttributeExpression;
import org.codehaus.groovy.ast.expr.CastExpression;
import org.codehaus.groovy.ast.expr.ClassExpression;
import org.codehaus.groovy.ast.expr.ClosureExpression;
import org.codehaus.groovy.ast.expr.ConstantExpression;
import org.codehaus.groovy.ast.expr.ConstructorCallExpression;
import org.codehaus.groovy.ast.expr.DeclarationExpression;
import org.codehaus.groovy.ast.expr.Expression;
import org.codehaus.groovy.ast.expr.FieldExpression;
import org.codehaus.groovy.ast.expr.LambdaExpression;
import org.codehaus.groovy.ast.expr.MethodCallExpression;
import org.codehaus.groovy.ast.expr.MethodPointerExpression;
import org.codehaus.groovy.ast.expr.MethodReferenceExpression;
import org.codehaus.groovy.ast.expr.PropertyExpression;
import org.codehaus.groovy.ast.expr.SpreadMapExpression;
import org.codehaus.groovy.ast.expr.StaticMethodCallExpression;
import org.codehaus.groovy.ast.expr.VariableExpression;
import org.codehaus.groovy.ast.stmt.ForStatement;
import org.codehaus.groovy.ast.stmt.SynchronizedStatement;
import org.codehaus.groovy.ast.stmt.ThrowStatement;
import org.codehaus.groovy.ast.stmt.TryCatchStatement;
import org.codehaus.groovy.classgen.BytecodeExpression;
import org.codehaus.groovy.classgen.GeneratorContext;
import org.codehaus.groovy.control.CompilePhase;
import org.codehaus.groovy.control.SourceUnit;
import org.codehaus.groovy.control.customizers.CompilationCustomizer;

/**
 * Finds the scripts that say the same whenever they are run in the same surroundings, as nothing in them asks the world:
 * all names in them are the language's, their own, or those of classes and methods that only make values of values.
 */
final class PureScripts extends CompilationCustomizer {

    private static final Set<String> WORDS = words();
    private static final Set<String> ALONE = alone();

    /** The classes whose methods may be called by the class's name, with their packages. */
    private static final Set<String> CLASSES = Set.of(
            "java.lang.Boolean",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Math",
            "java.lang.String",
            "java.math.BigDecimal",
            "java.math.BigInteger",
            "java.time.DayOfWeek",
            "java.time.Duration",
            "java.time.LocalDate",
            "java.time.LocalDateTime",
            "java.time.LocalTime",
            "java.time.Month",
            "java.time.Period",
            "java.time.YearMonth",
            "java.util.List");

    private static final Set<String> NAMES = names();

    /** What variables, parameters and methods may be declared as, and values be made. */
    private static final Set<String> TYPES = Set.of(
            "boolean int long void java.lang.Object Object CharSequence Number Map Set Collection Iterable Closure"
                    .split(" "));

    private static final Set<String> MADE = Set.of(
            "StringBuilder", "BigDecimal", "BigInteger", "ArrayList", "LinkedHashMap", "LinkedHashSet", "TreeMap");

    /** Of numbers, strings, lists, maps, closures, dates; none of that name does more than that, whatever it is asked of. */
    static final Set<String> METHODS = Set.of(("abs add addAll any append atStartOfDay atTime call capitalize"
                    + " ceil center charAt collate collect collectEntries collectMany combinations compareTo concat"
                    + " contains containsAll containsKey containsValue count countBy deleteCharAt div divide downto drop"
                    + " dropRight dropWhile each eachLine eachWithIndex endsWith entrySet equals equalsIgnoreCase every"
                    + " find findAll findIndexOf findIndexValues findLastIndexOf findResult findResults first flatten"
                    + " floor floorDiv floorMod get getAt getDayOfMonth getDayOfWeek getKey getMonth getMonthValue"
                    + " getOrDefault getValue getYear group groupBy groupCount head indexOf indexed init inject insert"
                    + " intValue intdiv isAfter isBefore isBigDecimal isBigInteger isBlank isEmpty isEqual isInteger"
                    + " isLeapYear isLong isNumber join keySet last lastIndexOf length lengthOfMonth lengthOfYear"
                    + " longValue matches max min minus minusDays minusHours minusMinutes minusMonths minusSeconds"
                    + " minusWeeks minusYears mod multiply name negate next of ofDays ofHours ofMinutes ofSeconds on"
                    + " ordinal padLeft padRight parse parseInt parseLong plus plusDays plusHours plusMinutes plusMonths"
                    + " plusSeconds plusWeeks plusYears pop pow power previous push put putAll putAt putIfAbsent"
                    + " readLines remainder remove removeAll removeAt removeElement removeLast repeat replace replaceAll"
                    + " replaceFirst retainAll reverse reverseEach round scale setScale signum size sort split startsWith"
                    + " step strip stripIndent stripLeading stripMargin stripTrailing stripTrailingZeros subList subMap"
                    + " substring subtract sum tail take takeRight takeWhile tap times toBigDecimal toBigInteger"
                    + " toBinaryString toEpochDay toHexString toInteger toList toLocalDate toLong toLowerCase"
                    + " toPlainString toString toUpperCase tokenize tr transpose trim uncapitalize unique upto valueOf"
                    + " values with withDayOfMonth withDayOfYear withDefault withIndex withMonth withYear")
            .split(" "));

    /** What may be asked of the values of the methods above, but says something of the JVM, or leads on to its classes. */
    private static final Set<String> UNSAFE = Set.of("bytes", "metaPropertyValues", "parameterTypes", "properties");

    private static final Pattern CONSTANT = Pattern.compile("[A-Z][A-Z0-9_]*");

    private final Set<String> pure = new HashSet<>();

    PureScripts() {
        super(CompilePhase.CONVERSION);
    }

    private static Set<String> words() {
        Set<String> words = new TreeSet<>(DirectCalls.called());
        words.addAll(DirectCalls.outside());
        return words;
    }

    /** What is handed over to a run may be a secret, which is not to be kept, so that a script which asks for it is none. */
    private static Set<String> alone() {
        Set<String> alone = new HashSet<>(DirectCalls.alone());
        alone.remove("x");
        return alone;
    }

    private static Set<String> names() {
        Set<String> names = new HashSet<>();
        CLASSES.forEach(name -> names.add(name.substring(name.lastIndexOf('.') + 1)));
        return names;
    }

    /** Whether a script is such. */
    boolean have(String file) {
        return pure.contains(file);
    }

    @Override
    public void call(SourceUnit unit, GeneratorContext context, ClassNode type) {
        if (type.isScript() && isPlain(unit.getAST())) {
            OwnNames names = OwnNames.of(unit, type);
            Search search = new Search(unit, names);
            search.visitClass(type);
            if (!names.areUncertain() && search.isPure()) {
                pure.add(unit.getName());
            }
        }
    }

    /** Whether a script has no other classes in it, and imports none but those above, by their names. */
    private static boolean isPlain(ModuleNode module) {
        return module.getClasses().size() == 1
                && !module.hasPackage()
                && module.getStarImports().isEmpty()
                && module.getStaticImports().isEmpty()
                && module.getStaticStarImports().isEmpty()
                && module.getImports().stream().allMatch(PureScripts::isPlain);
    }

    private static boolean isPlain(ImportNode imported) {
        return CLASSES.contains(imported.getClassName())
                && imported.getClassName().endsWith("." + imported.getAlias());
    }

    /** Looks for what may be more than a value. */
    private static final class Search extends ClassCodeVisitorSupport {

        private final SourceUnit unit;
        private final OwnNames own;
        private boolean impure;
        private boolean speaking;
        private boolean executing;

        Search(SourceUnit unit, OwnNames own) {
            this.unit = unit;
            this.own = own;
        }

        /** A string can be executed too, so it must be plain whom the word is said to. */
        boolean isPure() {
            return !impure && !(speaking && executing);
        }

        @Override
        protected SourceUnit getSourceUnit() {
            return unit;
        }

        private void require(boolean fact) {
            impure |= !fact;
        }

        private void impure(ASTNode node) {
            impure |= node != null;
        }

        private void type(ClassNode type) {
            require(ClassHelper.isDynamicTyped(type)
                    || TYPES.contains(type.getName())
                    || NAMES.contains(type.getName())
                    || MADE.contains(type.getName()));
        }

        private void parameters(Parameter... parameters) {
            for (Parameter parameter : parameters) {
                type(parameter.getType());
                visitAnnotations(parameter);
                if (parameter.hasInitialExpression()) {
                    parameter.getInitialExpression().visit(this);
                }
            }
        }

        @Override
        public void visitAnnotations(AnnotatedNode annotated) {
            require(annotated.getAnnotations().stream().allMatch(groovysOwn -> groovysOwn.getLineNumber() < 1));
        }

        // ---- names

        @Override
        protected void visitConstructorOrMethod(MethodNode method, boolean isConstructor) {
            boolean written = method.getLineNumber() > 0;
            if (written) {
                type(method.getReturnType());
                parameters(method.getParameters());
            }
            if (written || method.isScriptBody() && !method.isStatic()) {
                super.visitConstructorOrMethod(method, isConstructor);
            }
        }

        @Override
        public void visitMethodCallExpression(MethodCallExpression call) {
            String name = call.getMethod() instanceof ConstantExpression ? call.getMethodAsString() : "";
            boolean known = METHODS.contains(name);
            if (call.isImplicitThis()) {
                require(known || WORDS.contains(name) || !own.areFree(name));
            } else {
                require(known);
                receiver(call.getObjectExpression());
            }
            speaking |= name.equals("with") || name.equals("tap");
            executing |= name.equals("execute");
            call.getArguments().visit(this);
        }

        @Override
        public void visitPropertyExpression(PropertyExpression property) {
            String name = String.valueOf(property.getPropertyAsString());
            boolean constant = isClass(property.getObjectExpression());
            require(property.getProperty() instanceof ConstantExpression
                    && !UNSAFE.contains(name)
                    && !name.toLowerCase(Locale.ROOT).contains("class")
                    && (!constant || CONSTANT.matcher(name).matches()));
            receiver(property.getObjectExpression());
        }

        /** A class is no value: who has one may ask it for anything. */
        private void receiver(Expression expression) {
            if (!isClass(expression)) {
                expression.visit(this);
            }
        }

        private static boolean isClass(Expression expression) {
            return expression instanceof VariableExpression variable && NAMES.contains(variable.getName());
        }

        @Override
        public void visitVariableExpression(VariableExpression variable) {
            String name = variable.getName();
            require(!NAMES.contains(name) && (name.equals("it") || ALONE.contains(name) || !own.areFree(name)));
        }

        @Override
        public void visitDeclarationExpression(DeclarationExpression declaration) {
            if (!declaration.isMultipleAssignmentDeclaration()) {
                type(declaration.getVariableExpression().getOriginType());
            }
            super.visitDeclarationExpression(declaration);
        }

        @Override
        public void visitConstructorCallExpression(ConstructorCallExpression call) {
            require(MADE.contains(call.getType().getName()));
            super.visitConstructorCallExpression(call);
        }

        @Override
        public void visitCastExpression(CastExpression cast) {
            type(cast.getType());
            super.visitCastExpression(cast);
        }

        @Override
        public void visitClosureExpression(ClosureExpression closure) {
            parameters(Stream.ofNullable(closure.getParameters())
                    .flatMap(Stream::of)
                    .toArray(Parameter[]::new));
            closure.getCode().visit(this);
        }

        @Override
        public void visitForLoop(ForStatement loop) {
            Stream.of(loop.getValueVariable(), loop.getIndexVariable())
                    .filter(variable -> variable != null)
                    .forEach(this::parameters);
            super.visitForLoop(loop);
        }

        // ---- what is left to the compiler altogether

        @Override
        public void visitTryCatchFinally(TryCatchStatement statement) {
            impure(statement);
        }

        @Override
        public void visitThrowStatement(ThrowStatement statement) {
            impure(statement);
        }

        @Override
        public void visitSynchronizedStatement(SynchronizedStatement statement) {
            impure(statement);
        }

        @Override
        public void visitStaticMethodCallExpression(StaticMethodCallExpression call) {
            impure(call);
        }

        @Override
        public void visitLambdaExpression(LambdaExpression lambda) {
            impure(lambda);
        }

        @Override
        public void visitAttributeExpression(AttributeExpression attribute) {
            impure(attribute);
        }

        @Override
        public void visitFieldExpression(FieldExpression field) {
            impure(field);
        }

        @Override
        public void visitMethodPointerExpression(MethodPointerExpression pointer) {
            impure(pointer);
        }

        @Override
        public void visitMethodReferenceExpression(MethodReferenceExpression reference) {
            impure(reference);
        }

        @Override
        public void visitClassExpression(ClassExpression type) {
            impure(type);
        }

        @Override
        public void visitArrayExpression(ArrayExpression array) {
            impure(array);
        }

        @Override
        public void visitSpreadMapExpression(SpreadMapExpression map) {
            impure(map);
        }

        @Override
        public void visitBytecodeExpression(BytecodeExpression code) {
            impure(code);
        }
    }
}
