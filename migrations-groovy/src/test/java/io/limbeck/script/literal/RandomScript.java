package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes a migration with variables, loops, closures and methods; now and then something that no reader knows. */
final class RandomScript {

    private static final int DEEPEST = 3;

    /** What a variable holds. */
    private enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        TEXTS,
        NUMBERS,
        MAP
    }

    private record Local(String name, Kind kind, boolean fixed) {}

    private final Random random;
    private final StringBuilder out = new StringBuilder();
    private List<Local> locals = new ArrayList<>();
    private int names;
    private boolean methods;
    private int indent;

    private RandomScript(Random random) {
        this.random = random;
    }

    static String of(long seed) {
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
        switch (random.nextInt(depth < DEEPEST ? chance(6) ? 16 : 15 : 9)) {
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
                    if (local.kind == Kind.TEXTS) {
                        line(local.name + ".each { column it, " + type() + " }");
                    }
                }
                indent--;
                line("}");
            }
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
        if (local == null || local.fixed && !chance(50)) {
            return;
        }
        String name = local.name;
        line(
                switch (local.kind) {
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
                "dropTable x.table",
                "if (dialect == 'h2') dropTable 'a'",
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

    private void line(String text) {
        out.append("    ".repeat(indent)).append(text);
        out.append(pick("\n", "\n", "\n", "\n", " // end\n", "\n\n", " /* it's */\n", ";\n"));
    }

    // ---- expressions

    private Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    private Local local(Kind kind) {
        List<Local> fitting =
                locals.stream().filter(local -> local.kind == kind).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    private String expression(Kind kind, int depth) {
        return switch (kind) {
            case TEXT -> text(depth);
            case NUMBER -> number(depth);
            case TRUTH -> truth(depth);
            case TEXTS -> texts(depth);
            case NUMBERS -> numbers(depth);
            case MAP -> map(depth);
        };
    }

    private String any(int depth) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> number(depth);
            case 3, 4, 5 -> text(depth);
            case 6 -> truth(depth);
            default -> chance(3) ? expression(kind(), depth) : "null";
        };
    }

    private String text(int depth) {
        Local local = local(Kind.TEXT);
        if (local != null && chance(3)) {
            return local.name;
        }
        if (depth <= 0) {
            return pick(
                    "'a'", "'b'", "\"c\"", "'A b'", "'it''s'".replace("''", "\\'"), "'''x'''", "'name'", "''", "'$x'");
        }
        return switch (random.nextInt(15)) {
            case 0, 1, 2 -> gstring(depth);
            case 3 -> text(depth - 1) + " + " + pick(text(depth - 1), text(0), number(depth - 1));
            case 4 ->
                "(" + text(depth - 1) + ")"
                        + pick(
                                ".toUpperCase()",
                                ".toLowerCase()",
                                ".trim()",
                                ".capitalize()",
                                ".reverse()",
                                ".padLeft(4, '0')",
                                ".padRight(3) + '|'",
                                ".replace('a', 'z')",
                                ".replace(" + text(0) + ", \"r\")",
                                ".toString()",
                                ".substring(1)",
                                ".concat('q')",
                                "[0]",
                                "[-1]");
            case 5 ->
                texts(depth - 1)
                        + pick(
                                ".join(', ')",
                                ".join()",
                                "[0]",
                                ".join('-')",
                                chance(4) ? ".first()" : "[1]",
                                chance(4) ? ".last()" : "[7]",
                                chance(4) ? "[-1]" : "[0]");
            case 6 -> "(" + truth(depth - 1) + " ? " + text(depth - 1) + " : " + text(depth - 1) + ")";
            case 7 -> "(" + text(depth - 1) + " ?: " + text(depth - 1) + ")";
            case 8 -> map(depth - 1) + pick(".a", "['a']", "?.a", ".get('a')", "[" + text(0) + "]");
            case 9 -> numbers(depth - 1) + ".join(" + text(0) + ")";
            case 10 -> text(depth - 1) + " * " + pick("2", "0", "3", chance(9) ? "-1" : "1");
            case 11 -> number(depth - 1) + " + " + text(depth - 1);
            default -> text(0);
        };
    }

    private String gstring(int depth) {
        StringBuilder text = new StringBuilder();
        Local local = local(Kind.TEXT);
        int parts = 1 + random.nextInt(3);
        for (int i = 0; i < parts; i++) {
            text.append(pick("", "a", " ", "\\n", "\\$", "it's ", "_", "\\u0041", "é"));
            text.append(
                    local != null && chance(2)
                            ? pick(
                                    "$" + local.name,
                                    "${" + local.name + "}",
                                    "$" + local.name + " ",
                                    "$" + local.name + ".")
                            : pick(
                                    "${" + number(depth - 1) + "}",
                                    "${" + pick("'q'", "\"r s\"", "['a', 'b'].join(\", \")", "'x'.padLeft(3)") + "}",
                                    "${ " + truth(0) + " }"));
        }
        String body = text.toString();
        return chance(4) ? "\"\"\"" + body + "\n\"\"\"" : "\"" + body + "\"";
    }

    private String number(int depth) {
        Local local = local(Kind.NUMBER);
        if (local != null && chance(2)) {
            return local.name;
        }
        if (depth <= 0) {
            return pick(
                    "0",
                    "1",
                    "2",
                    "3",
                    "7",
                    "10",
                    "100",
                    "-1",
                    "5L",
                    "1.50",
                    "0.1",
                    "2147483647",
                    "1e2",
                    chance(9) ? "3g" : "4",
                    chance(9) ? "1.5d" : "2.5");
        }
        return switch (random.nextInt(10)) {
            case 0, 1 -> number(depth - 1) + pick(" + ", " - ", " * ", "+", " / ", " % ") + number(depth - 1);
            case 2 -> "(" + number(depth - 1) + pick(" - ", " / ", " / ", " * ") + number(depth - 1) + ")";
            case 3 -> "-(" + number(depth - 1) + ")";
            case 4 -> texts(depth - 1) + ".size()";
            case 5 -> "(" + text(depth - 1) + ")" + pick(".size()", ".length()", ".indexOf('a')");
            case 6 -> numbers(depth - 1) + pick("[0]", "[1]", ".size()", ".size()", "[1]");
            default -> number(0);
        };
    }

    private String truth(int depth) {
        Local local = local(Kind.TRUTH);
        if (local != null && chance(3)) {
            return local.name;
        }
        if (depth <= 0) {
            return pick("true", "false", "true");
        }
        return switch (random.nextInt(14)) {
            case 0 -> number(depth - 1) + pick(" == ", " != ", " < ", " <= ", " > ", " >= ") + number(depth - 1);
            case 1, 2 -> text(depth - 1) + pick(" == ", " != ", " < ", " >= ") + text(depth - 1);
            case 3 -> text(depth - 1) + " in " + texts(depth - 1);
            case 4 -> number(depth - 1) + " in " + pick(numbers(depth - 1), range());
            case 5 -> "!" + pick("(" + any(depth - 1) + ")", truth(0), texts(0));
            case 6 -> "(" + any(depth - 1) + pick(" && ", " || ") + any(depth - 1) + ")";
            case 7 -> texts(depth - 1) + " == " + texts(depth - 1);
            case 8 -> texts(depth - 1) + pick(".any { it }", ".every { it == 'a' }", ".contains('a')", ".isEmpty()");
            case 9 ->
                "(" + text(depth - 1) + ")" + pick(".startsWith('a')", ".contains('a')", ".endsWith(" + text(0) + ")");
            case 10 -> map(depth - 1) + ".containsKey(" + text(0) + ")";
            case 11 -> any(0) + pick(" == ", " != ") + (chance(9) ? any(0) : "null");
            default -> truth(0);
        };
    }

    private String texts(int depth) {
        Local local = local(Kind.TEXTS);
        if (local != null && chance(2)) {
            return local.name;
        }
        if (depth <= 0) {
            return pick("['a', 'b']", "['x']", "['a', \"g${1}\"]", "['p', 'q', 'r',]", "[]");
        }
        return switch (random.nextInt(11)) {
            case 0 -> texts(depth - 1) + ".collect { " + pick("it + 'x'", "\"${it}_id\"", "it.toUpperCase()") + " }";
            case 1 -> texts(depth - 1) + ".findAll { " + pick("it != 'a'", "it", "it.size() > 1") + " }";
            case 2 -> "(" + texts(depth - 1) + " + " + pick(texts(depth - 1), text(0)) + ")";
            case 3 -> "'a,b,c'.tokenize(',')";
            case 4 -> range() + ".collect { \"n$it\" }";
            case 5 -> "[" + text(depth - 1) + ", " + text(depth - 1) + "]";
            case 6 -> map(depth - 1) + ".collect { k, v -> k }";
            case 7 -> texts(depth - 1) + ".collect { if (it == 'a') { 'was' } else { return it } }";
            case 8 -> texts(depth - 1) + ".collect { def q = it; " + pick("q", "def r = q + 'r'", "q += 's'") + " }";
            case 9 -> texts(depth - 1) + ".reverse()";
            default -> texts(0);
        };
    }

    private String numbers(int depth) {
        Local local = local(Kind.NUMBERS);
        if (local != null && chance(2)) {
            return local.name;
        }
        if (depth <= 0) {
            return pick("[1, 2]", "[3L, 1.5]", "[0]", "[]");
        }
        return switch (random.nextInt(5)) {
            case 0 -> range() + ".collect { it * 2 }";
            case 1 -> numbers(depth - 1) + ".findAll { it > 1 }";
            case 2 -> "[" + number(depth - 1) + ", " + number(depth - 1) + "]";
            default -> numbers(0);
        };
    }

    private String map(int depth) {
        Local local = local(Kind.MAP);
        if (local != null && chance(2)) {
            return local.name;
        }
        if (depth <= 0) {
            return pick("[a: 1, b: 'x']", "[a: 'y']", "['a': 2, 'n m': 3]");
        }
        return switch (random.nextInt(6)) {
            case 0 -> "[(" + text(depth - 1) + "): " + any(depth - 1) + "]";
            case 1 -> "[a: " + any(depth - 1) + ", n: " + any(depth - 1) + "]";
            case 2 -> texts(depth - 1) + ".collectEntries { [(it): " + pick("1", "it", "it.size()") + "] }";
            case 3 -> map(depth - 1) + ".findAll { k, v -> v }";
            case 4 -> "(" + map(depth - 1) + " + [z: " + any(0) + "])";
            default -> map(0);
        };
    }

    private String range() {
        return "(" + pick("0", "1", "3", "-1") + pick("..", "..<") + pick("2", "0", "3", "-2") + ")";
    }

    private String type() {
        return pick("text", "bigint", "varchar(20)", "decimal(12, 2)", "varchar(10 + " + random.nextInt(5) + ")");
    }

    private boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
