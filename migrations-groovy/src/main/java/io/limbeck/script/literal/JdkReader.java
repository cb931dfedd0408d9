package io.limbeck.script.literal;

import io.limbeck.script.Token;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what names a class of the JDK.
 *
 * <pre>
 * import   := 'import' package '.' (class | '*')
 * class    := (package '.')? name
 * member   := class '.' name ('(' arguments ')')?
 * creation := 'new' class generics? '(' arguments ')'
 * </pre>
 */
final class JdkReader {

    /** The types that may stand between angle brackets, where they mean nothing, but must be known. */
    private static final Set<String> PARAMETERS =
            Set.of("Object", "List", "Map", "Number", "CharSequence", "Collection", "Set");

    private final Cursor cursor;
    private final Scope scope;
    private final ArgumentReader arguments;

    JdkReader(Cursor cursor, Scope scope, ArgumentReader arguments) {
        this.cursor = cursor;
        this.scope = scope;
        this.arguments = arguments;
    }

    /** {@code LocalDate.of(2026, 1, 31)} */
    record Static(String type, String name, Arguments arguments) implements Expression {
        @Override
        public Object value(Run run) {
            return arguments == null
                    ? Jdk.constant(run, type, name)
                    : Jdk.statically(run, type, name, arguments.alone(run));
        }
    }

    /** {@code new BigDecimal('1.50')} */
    record Creation(String type, Arguments arguments) implements Expression {
        @Override
        public Object value(Run run) {
            return Jdk.made(run, type, arguments.alone(run));
        }
    }

    /** An import, which changes nothing, as Groovy knows all these classes without. */
    void imported() {
        cursor.expect("import");
        StringBuilder inPackage =
                new StringBuilder(cursor.take(Token.Kind.IDENTIFIER).text());
        cursor.expect(".");
        Token next = cursor.take();
        while (cursor.accept(".")) {
            inPackage.append('.').append(next.text());
            next = cursor.take();
        }
        boolean field = inPackage.toString().equals("groovy.transform") && next.is("Field");
        boolean known =
                next.is("*") ? Jdk.isPackage(inPackage.toString()) : Jdk.isClass(inPackage.toString(), next.text());
        if (!known && !field) {
            throw new Declined();
        }
        if (field) {
            scope.importField();
        }
    }

    /** Whether a class may begin with that name, if a point stands behind it. */
    static boolean isClass(String name) {
        return name.equals("java") || Character.isUpperCase(name.charAt(0)) && Jdk.isClass(name);
    }

    /** What is asked of a class, whose first name has been taken. */
    Expression member(Token first) {
        String type = first.is("java") ? qualified() : first.text();
        cursor.expect(".");
        Token name = cursor.take(Token.Kind.IDENTIFIER);
        scope.note(name.text(), name.start());
        return new Static(type, name.text(), cursor.is("(") ? arguments.parenthesized() : null);
    }

    /** The name of a class, behind the first word of its package. */
    private String qualified() {
        StringBuilder inPackage = new StringBuilder("java");
        cursor.expect(".");
        Token part = cursor.take(Token.Kind.IDENTIFIER);
        scope.note(part.text(), part.start());
        while (!Jdk.isClass(inPackage.toString(), part.text())) {
            inPackage.append('.').append(part.text());
            cursor.expect(".");
            part = cursor.take(Token.Kind.IDENTIFIER);
            scope.note(part.text(), part.start());
        }
        return part.text();
    }

    /** A new object; {@code new} has been taken. */
    Expression creation() {
        Token first = cursor.take(Token.Kind.IDENTIFIER);
        String type = first.is("java") ? unnoted() : first.text();
        if (!Jdk.isClass(type) || scope.find(type) != null) {
            throw new Declined();
        }
        generics();
        Expression creation = new Creation(type, arguments.parenthesized());
        if (cursor.is("{")) {
            throw new Declined();
        }
        return creation;
    }

    private String unnoted() {
        Map<String, Integer> outer = scope.words(new HashMap<>());
        String type = qualified();
        scope.words(outer);
        return type;
    }

    /** Shape: {@code <String, List<String>>} */
    void generics() {
        if (!cursor.is("<")) {
            return;
        }
        int depth = 0;
        do {
            Token token = cursor.take();
            boolean known = token.kind() == Token.Kind.IDENTIFIER
                    && (PARAMETERS.contains(token.text()) || Jdk.isClass(token.text()));
            if (!known && !List.of(",", "<", ">").contains(token.text())) {
                throw new Declined();
            }
            depth += token.is("<") ? 1 : token.is(">") ? -1 : 0;
        } while (depth > 0);
    }
}
