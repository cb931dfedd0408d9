package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Writes expressions of a wanted kind, now and then with the variables that there are. */
abstract class RandomExpressions {

    /** What a variable holds. */
    enum Kind {
        TEXT,
        NUMBER,
        TRUTH,
        TEXTS,
        NUMBERS,
        MAP
    }

    record Local(String name, Kind kind, boolean fixed) {}

    final Random random;
    List<Local> locals = new ArrayList<>();
    final RandomLibrary library = new RandomLibrary(this);

    RandomExpressions(Random random) {
        this.random = random;
    }

    final Kind kind() {
        return Kind.values()[random.nextInt(Kind.values().length)];
    }

    final Local local(Kind kind) {
        List<Local> fitting =
                locals.stream().filter(local -> local.kind() == kind).toList();
        return fitting.isEmpty() ? null : fitting.get(random.nextInt(fitting.size()));
    }

    final String expression(Kind kind, int depth) {
        return switch (kind) {
            case TEXT -> text(depth);
            case NUMBER -> number(depth);
            case TRUTH -> truth(depth);
            case TEXTS -> texts(depth);
            case NUMBERS -> numbers(depth);
            case MAP -> map(depth);
        };
    }

    final String any(int depth) {
        return switch (random.nextInt(8)) {
            case 0, 1, 2 -> number(depth);
            case 3, 4, 5 -> text(depth);
            case 6 -> truth(depth);
            default -> chance(3) ? expression(kind(), depth) : chance(2) ? library.value() : "null";
        };
    }

    final String text(int depth) {
        Local local = local(Kind.TEXT);
        if (local != null && chance(3)) {
            return local.name();
        }
        if (depth <= 0) {
            return pick(
                    "'a'", "'b'", "\"c\"", "'A b'", "'it''s'".replace("''", "\\'"), "'''x'''", "'name'", "''", "'$x'");
        }
        return switch (random.nextInt(18)) {
            case 16, 17 -> library.text(depth - 1);
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
                                ".stripIndent()",
                                ".stripMargin()",
                                "[0..1]",
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
            case 12 -> pick("dialect", "x.tall", "x['short']", "(x.tall ?: 'd')", "\"$dialect ${x.tall}\"");
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
                                    "$" + local.name(),
                                    "${" + local.name() + "}",
                                    "$" + local.name() + " ",
                                    "$" + local.name() + ".")
                            : pick(
                                    "${" + number(depth - 1) + "}",
                                    "${" + pick("'q'", "\"r s\"", "['a', 'b'].join(\", \")", "'x'.padLeft(3)") + "}",
                                    "${ " + truth(0) + " }"));
        }
        String body = text.toString();
        return chance(4) ? "\"\"\"" + body + "\n\"\"\"" : "\"" + body + "\"";
    }

    final String number(int depth) {
        Local local = local(Kind.NUMBER);
        if (local != null && chance(2)) {
            return local.name();
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
        return switch (random.nextInt(11)) {
            case 10 -> library.number(depth - 1);
            case 0, 1 -> number(depth - 1) + pick(" + ", " - ", " * ", "+", " / ", " % ") + number(depth - 1);
            case 2 -> "(" + number(depth - 1) + pick(" - ", " / ", " / ", " * ") + number(depth - 1) + ")";
            case 3 -> "-(" + number(depth - 1) + ")";
            case 4 -> texts(depth - 1) + ".size()";
            case 5 -> "(" + text(depth - 1) + ")" + pick(".size()", ".length()", ".indexOf('a')");
            case 6 -> numbers(depth - 1) + pick("[0]", "[1]", ".size()", ".size()", "[1]");
            default -> number(0);
        };
    }

    final String truth(int depth) {
        Local local = local(Kind.TRUTH);
        if (local != null && chance(3)) {
            return local.name();
        }
        if (depth <= 0) {
            return pick("true", "false", "true");
        }
        return switch (random.nextInt(17)) {
            case 15, 16 -> library.truth(depth - 1);
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
            case 12 -> pick("offline", "dialect == 'h2'", "dialect != 'h2'", "x.tall == 'yes'", "x.containsKey('a')");
            default -> truth(0);
        };
    }

    final String texts(int depth) {
        Local local = local(Kind.TEXTS);
        if (local != null && chance(2)) {
            return local.name();
        }
        if (depth <= 0) {
            return pick("['a', 'b']", "['x']", "['a', \"g${1}\"]", "['p', 'q', 'r',]", "[]");
        }
        return switch (random.nextInt(12)) {
            case 11 -> library.texts(depth - 1);
            case 0 -> texts(depth - 1) + ".collect { " + pick("it + 'x'", "\"${it}_id\"", "it.toUpperCase()") + " }";
            case 1 -> texts(depth - 1) + ".findAll { " + pick("it != 'a'", "it", "it.size() > 1") + " }";
            case 2 -> "(" + texts(depth - 1) + " + " + pick(texts(depth - 1), text(0)) + ")";
            case 3 -> "'a,b,c'.tokenize(',')" + pick("", "[0..1]", "[1..<2]");
            case 4 -> range() + ".collect { \"n$it\" }";
            case 5 -> "[" + text(depth - 1) + ", " + text(depth - 1) + "]";
            case 6 -> map(depth - 1) + ".collect { k, v -> k }";
            case 7 -> texts(depth - 1) + ".collect { if (it == 'a') { 'was' } else { return it } }";
            case 8 -> texts(depth - 1) + ".collect { def q = it; " + pick("q", "def r = q + 'r'", "q += 's'") + " }";
            case 9 -> texts(depth - 1) + ".reverse()";
            default -> texts(0);
        };
    }

    final String numbers(int depth) {
        Local local = local(Kind.NUMBERS);
        if (local != null && chance(2)) {
            return local.name();
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

    final String map(int depth) {
        Local local = local(Kind.MAP);
        if (local != null && chance(2)) {
            return local.name();
        }
        if (depth <= 0) {
            return pick("[a: 1, b: 'x']", "[a: 'y']", "['a': 2, 'n m': 3]");
        }
        return switch (random.nextInt(7)) {
            case 6 -> library.map(depth - 1);
            case 0 -> "[(" + text(depth - 1) + "): " + any(depth - 1) + "]";
            case 1 -> "[a: " + any(depth - 1) + ", n: " + any(depth - 1) + "]";
            case 2 -> texts(depth - 1) + ".collectEntries { [(it): " + pick("1", "it", "it.size()") + "] }";
            case 3 -> map(depth - 1) + ".findAll { k, v -> v }";
            case 4 -> "(" + map(depth - 1) + " + [z: " + any(0) + "])";
            default -> map(0);
        };
    }

    final String range() {
        return "(" + pick("0", "1", "3", "-1") + pick("..", "..<") + pick("2", "0", "3", "-2") + ")";
    }

    final String type() {
        return pick("text", "bigint", "varchar(20)", "decimal(12, 2)", "varchar(10 + " + random.nextInt(5) + ")");
    }

    final boolean chance(int of) {
        return random.nextInt(of) == 0;
    }

    final String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
