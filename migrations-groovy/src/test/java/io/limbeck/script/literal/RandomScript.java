package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a migration with variables, loops, closures and methods; now and then something that no reader knows. */
public final class RandomScript extends RandomExpressions {

    private static final int DEEPEST = 3;

    private final StringBuilder out = new StringBuilder();
    private int names;
    private boolean methods;
    private int indent;

    private RandomScript(Random random) {
        super(random);
    }

    public static String of(long seed) {
        return new RandomScript(new Random(seed)).script();
    }

    private String script() {
        out.append("revision 'a1', message: 'generated'\n");
        while (chance(2)) {
            declaration();
        }
        if (chance(3)) {
            methods = true;
            List<Local> outer = locals;
            locals = new ArrayList<>(List.of(new Local("given", Kind.TEXT, false)));
            out.append(pick("def", "void", "String")).append(" helper(").append(pick("", "String ", "def ", "Object "));
            out.append("given) {\n");
            statements(1 + random.nextInt(3), 2);
            line(pick("given + '_h'", "return \"h_$given\"", "'x'", text(1)));
            out.append("}\n");
            locals = outer;
        }
        out.append("upgrade {\n");
        statements(2 + random.nextInt(6), 0);
        out.append("}\n");
        if (chance(4)) {
            out.append("downgrade {\n");
            statements(1 + random.nextInt(3), 1);
            out.append("}\n");
        }
        return out.toString();
    }

    // ---- statements

    private void statements(int count, int depth) {
        List<Local> outer = locals;
        locals = new ArrayList<>(outer);
        indent++;
        for (int i = 0; i < count; i++) {
            statement(depth);
        }
        indent--;
        locals = outer;
    }

    private void statement(int depth) {
        switch (random.nextInt(depth < DEEPEST ? chance(6) ? 19 : 18 : 9)) {
            case 0, 1 -> declaration();
            case 2 -> assignment();
            case 3, 4 ->
                line("insert 't', [a: " + any(2) + ", b: " + any(2) + pick("", ", a" + ": 5L", ", c: 'c'") + "]");
            case 5 -> call("dropTable", text(2) + pick("", "", ", ifExists: " + truth(2)));
            case 6 -> call("addColumn", text(1) + ", " + text(1) + ", " + type() + pick("", ", nullable: " + truth(1)));
            case 7 -> call("createIndex", "'t', " + texts(2) + pick("", ", name: " + text(1)));
            case 8 -> call("execute", text(1) + ", reverse: " + text(1));
            case 9 -> branch(depth);
            case 10, 11 -> loop(depth);
            case 12, 13 -> each(depth);
            case 14 -> {
                line("createTable(" + text(1) + pick("", ", comment: " + text(1)) + ") {");
                indent++;
                call("column", text(1) + ", " + type());
                for (Local local : locals) {
                    if (local.kind() == Kind.TEXTS) {
                        line(local.name() + ".each { column it, " + type() + " }");
                    }
                }
                indent--;
                line("}");
            }
            case 15 -> choice(depth);
            case 16 -> attempt(depth);
            case 17 -> within(depth);
            default -> odd(depth);
        }
    }

    /** A call, in parentheses where what comes first would make something else of it. */
    private void call(String verb, String arguments) {
        boolean plain = Character.isLetter(arguments.charAt(0)) || "'\"".indexOf(arguments.charAt(0)) >= 0;
        line(plain && chance(2) ? verb + " " + arguments : verb + "(" + arguments + ")");
    }

    private void declaration() {
        Kind kind = kind();
        String value = expression(kind, 2);
        String name = "v" + names++;
        boolean fixed = chance(5);
        String type = switch (kind) {
            case TEXT -> pick("def", "String", "var", "def");
            case NUMBER -> pick("def", "def", "def", "int", "Integer", "long", "BigDecimal");
            case TRUTH -> pick("def", "boolean");
            case TEXTS, NUMBERS -> pick("def", "List", "List<Object>");
            case MAP -> pick("def", "Map", "Map<String, Object>");
        };
        line((fixed ? pick("final ", "final " + (type.equals("def") ? "" : type + " ")) : type + " ") + name + " = "
                + value);
        locals.add(new Local(name, kind, fixed));
    }

    private void assignment() {
        Local local = local(kind());
        if (local == null || local.fixed() && !chance(50)) {
            return;
        }
        String name = local.name();
        line(
                switch (local.kind()) {
                    case TEXT -> name + pick(" = ", " += ") + text(2);
                    case NUMBER -> pick(name + "++", name + "--", name + pick(" += ", " -= ", " = ") + number(1));
                    case TRUTH -> name + " = " + truth(2);
                    case TEXTS ->
                        pick(name + " << " + text(1), name + ".add(" + text(1) + ")", name + " += " + text(1));
                    case NUMBERS ->
                        pick(name + " << " + number(1), name + " += " + numbers(1), name + "[0] = " + number(1));
                    case MAP ->
                        pick(
                                name + "." + pick("a", "n") + " = " + any(1),
                                name + "[" + text(1) + "] = " + any(1),
                                name + ".put(" + text(1) + ", " + any(1) + ")",
                                name + " += [k: " + any(1) + "]",
                                name + " << [k: " + any(1) + "]");
                });
    }

    private void branch(int depth) {
        line("if (" + any(2) + ") {");
        statements(1 + random.nextInt(2), depth + 1);
        if (chance(2)) {
            line(pick("} else {", "}\n else {", "} else if (" + truth(1) + ") {"));
            statements(1, depth + 1);
        }
        line("}");
    }

    private void choice(int depth) {
        head("switch (" + any(1) + ") {");
        int cases = random.nextInt(4);
        for (int i = 0; i < cases; i++) {
            head("case " + library.label() + ":");
            if (chance(5)) {
                head("case " + library.label() + ":");
            }
            statements(chance(9) ? 0 : 1 + random.nextInt(2), depth + 1);
            if (!chance(3)) {
                line("break");
            }
        }
        if (chance(2)) {
            head("default:");
            statements(1, depth + 1);
        }
        line("}");
    }

    private void attempt(int depth) {
        line("try {");
        statements(1, depth + 1);
        boolean caught = !chance(3);
        if (caught) {
            line(pick("} catch (Exception e", "} catch (e") + names++ + ") {");
            statements(1, depth + 1);
        }
        if (!caught || chance(3)) {
            line("} finally {");
            statements(1, depth + 1);
        }
        line("}");
    }

    private void within(int depth) {
        String name = "v" + names++;
        switch (random.nextInt(5)) {
            case 0 -> line(map(1) + ".with { insert 't', [a: a, b: " + text(1) + ", c: it.a] }");
            case 1 -> line(texts(1) + pick(".with", ".tap") + " { " + name + " -> createIndex 't', " + name + " }");
            case 2 -> line("[name: " + text(1) + "].with { dropTable name; insert name, [c: " + any(1) + "] }");
            case 3 -> line("assert " + truth(1) + pick("", " : " + text(1)));
            default -> {
                line("def " + name + " = " + pick("new StringBuilder()", "new StringBuilder(" + text(1) + ")"));
                line(name
                        + pick(".append(" + any(1) + ")", " << " + text(1), ".append('x').append(" + number(1) + ")"));
                line("execute \"select '${" + name + ".toString()}' " + depth + "\"");
            }
        }
    }

    private void loop(int depth) {
        List<Local> outer = locals;
        locals = new ArrayList<>(outer);
        String name = "v" + names++;
        switch (random.nextInt(6)) {
            case 0 -> line("for (" + pick("", "def ", "String ") + name + " in " + texts(1) + ") {");
            case 1 -> line("for (" + pick("", "int ") + name + " in " + range() + ") {");
            case 2 ->
                line("for (int " + name + " = 0; " + name + " < " + random.nextInt(4) + "; " + name
                        + pick("++", " += 2") + ") {");
            case 3 -> line("for (" + name + " in " + map(1) + ") {");
            case 4 -> line("for (" + pick("def ", "Object ") + name + " : " + numbers(1) + ") {");
            default -> {
                line("for (" + name + " in " + texts(1) + ") dropTable " + name);
                locals = outer;
                return;
            }
        }
        String head = out.substring(out.lastIndexOf("for ("));
        Kind kind = head.contains(" in [a") || head.contains(": ") && head.contains(" in [") ? null : Kind.NUMBER;
        if (kind != null && head.contains("'")) {
            kind = Kind.TEXT;
        }
        if (kind != null) {
            locals.add(new Local(name, kind, false));
        } else {
            line("insert 't', [k: " + name + ".key, v: " + name + ".value]");
        }
        statements(1 + random.nextInt(2), depth + 1);
        if (chance(8)) {
            line(pick("break", "continue", "if (" + truth(1) + ") break"));
        }
        line("}");
        locals = outer;
    }

    private void each(int depth) {
        List<Local> outer = locals;
        locals = new ArrayList<>(outer);
        String name = "v" + names++;
        switch (random.nextInt(8)) {
            case 0, 1 -> {
                line(texts(1) + pick(".each { ", "\n.each {") + "dropTable it }");
                locals = outer;
                return;
            }
            case 2 -> {
                line(texts(1) + ".each { " + pick("", "def ", "String ") + name + " ->");
                locals.add(new Local(name, Kind.TEXT, false));
            }
            case 3 -> {
                line(texts(1) + ".eachWithIndex { " + name + ", i" + name + " ->");
                locals.add(new Local(name, Kind.TEXT, false));
                locals.add(new Local("i" + name, Kind.NUMBER, false));
            }
            case 4 -> {
                line(map(1) + ".each { " + name + ", w" + name + " ->");
                locals.add(new Local(name, Kind.TEXT, false));
                line("insert 't', [k: " + name + ", v: w" + name + "]");
            }
            case 5 -> {
                line(pick("3", "0", "1") + ".times { " + name + " ->");
                locals.add(new Local(name, Kind.NUMBER, false));
            }
            case 6 -> {
                line(range() + ".each { " + name + " ->");
                locals.add(new Local(name, Kind.NUMBER, false));
            }
            default -> {
                line("[[" + text(1) + ", " + number(1) + "], ['q', 5]].each { " + name + ", n" + name + " ->");
                locals.add(new Local(name, Kind.TEXT, false));
                locals.add(new Local("n" + name, Kind.NUMBER, false));
            }
        }
        statements(1 + random.nextInt(2), depth + 1);
        line("}");
        locals = outer;
    }

    private void odd(int depth) {
        String name = "v" + names++;
        line(pick(
                "x.each { k, v -> insert 't', [k: k, v: v] }",
                "if (dialect == 'postgresql') dropTable 'a'",
                name + " = " + text(1),
                "dropTable(*" + texts(1) + ")",
                "on('postgresql') { dropTable " + text(1) + " }",
                "on('h2') { dropTable " + text(1) + " }",
                "autocommit { dropTable " + text(1) + " }",
                "def " + name + " = { it + 'x' }; dropTable " + name + "('y')",
                "def " + name + " = { a, b -> dropTable a; b }; dropTable " + name + "('y', " + text(1) + ")",
                methods ? "helper " + text(1) : "helper " + text(1),
                methods ? "dropTable \"${helper(" + text(0) + ")}\"" : "renameTabel 'x'",
                "def text = " + text(1) + "; addColumn 't', 'c', text",
                "alterTable('t') { " + texts(1) + ".each { addColumn it, text } }",
                "insert 't', " + pick("[a: 1]", map(1)),
                "def it = 4",
                "while (false) { dropTable 'never' }",
                "assert 1 == 1",
                "dropTable " + texts(1) + "*.toUpperCase().join('')",
                "switch (1) { case 1: dropTable 'a' }",
                "dropTable 'a' // " + depth));
    }

    /** A line behind which no semicolon may stand. */
    private void head(String text) {
        out.append("    ".repeat(indent)).append(text).append(pick("\n", " // on\n"));
    }

    private void line(String text) {
        out.append("    ".repeat(indent)).append(text);
        out.append(pick("\n", "\n", "\n", "\n", " // end\n", "\n\n", " /* it's */\n", ";\n"));
    }
}
