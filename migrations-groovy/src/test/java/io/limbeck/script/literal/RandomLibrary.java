package io.limbeck.script.literal;

/** Writes expressions with patterns, choices, and what the JDK has, around others. */
final class RandomLibrary {

    private final RandomExpressions expressions;

    RandomLibrary(RandomExpressions expressions) {
        this.expressions = expressions;
    }

    private String pick(String... choices) {
        return expressions.pick(choices);
    }

    String pattern() {
        return pick("/a/", "/[ab]/", "/.*/", "/\\w+/", "/(a)(b)?/", "'a|x'", "~/b+/", "\"[a-c]\"", "/^it/", "/\\d/");
    }

    String text(int depth) {
        String text = "(" + expressions.text(depth) + ")";
        return switch (expressions.random.nextInt(11)) {
            case 0 -> text + ".replaceAll(" + pattern() + ", " + pick("'_'", "\"<${1}>\"", "'$0$0'", "'$1'") + ")";
            case 1 -> text + ".replaceAll(" + pattern() + ") { " + pick("it", "'z'", "it.toUpperCase()") + " }";
            case 2 -> text + ".replaceFirst(" + pattern() + ", " + expressions.text(0) + ")";
            case 3 -> "(" + text + ".find(" + pattern() + ") ?: " + expressions.text(0) + ")";
            case 4 -> text + ".findAll(" + pattern() + ").join('+')";
            case 5 ->
                text + pick(".split(", ".tokenize(") + pick("'a'", "/[ab]/", "','") + ")" + pick("[0]", ".join()");
            case 6 -> text + ".split()" + pick("[0]", ".join('-')");
            case 7 -> choice(expressions.any(depth), expressions.text(depth), expressions.text(0));
            case 8 -> text + ".with { " + pick("it + 'w'", "toUpperCase()", "\"$it\"", "it") + " }";
            case 9 ->
                pick(
                        "String.format('%s-%03d', " + text + ", " + number(0) + ")",
                        "'%5s|%s'.formatted(" + text + ", 7)",
                        "String.join(', ', " + expressions.texts(depth) + ")",
                        "String.valueOf(" + expressions.any(0) + ")",
                        "new StringBuilder(" + text + ").append(" + expressions.any(0) + ").toString()");
            default ->
                date() + pick(".toString()", ".plusDays(1) + 'x'", " + 'x'").replace(" + 'x'", ".toString()");
        };
    }

    private String choice(String subject, String first, String second) {
        return "(switch (" + subject + ") { case " + label() + " -> " + first
                + pick("; ", "\n", "; case " + label() + ", " + label() + " -> " + expressions.text(0) + "\n")
                + pick("default -> " + second, "default -> " + second, "case 'q' -> 'r'; default -> 'd'") + " })";
    }

    String label() {
        return pick(
                "'a'",
                "'b'",
                "\"c\"",
                "1",
                "2",
                "1.5",
                "['a', 'x']",
                "[1, 2]",
                "null",
                "true",
                "(1..3)",
                "~/a.*/",
                "[a: 1]",
                "{ it == 'a' }",
                "''");
    }

    String number(int depth) {
        return switch (expressions.random.nextInt(7)) {
            case 0 -> date() + pick(".year", ".dayOfMonth", ".monthValue", ".lengthOfMonth()", ".toEpochDay()");
            case 1 ->
                pick(
                        "Integer.valueOf('12')",
                        "Integer.parseInt('-4')",
                        "Long.valueOf(5)",
                        "'7'.toInteger()",
                        "'8'.toLong()");
            case 2 -> "Math." + pick("max", "min") + "(" + pick("2", "-1", "3L") + ", " + pick("1", "9", "4L") + ")";
            case 3 -> "Math.abs(" + pick("-2", "5", "-3L") + ")";
            case 4 -> pick("new BigDecimal('2.50')", "BigDecimal.valueOf(3)", "1.5.negate()", "2.5.setScale(2)");
            case 5 -> "(" + expressions.text(depth) + " =~ " + pattern() + ").count";
            default -> "7";
        };
    }

    String truth(int depth) {
        String text = "(" + expressions.text(depth) + ")";
        return switch (expressions.random.nextInt(7)) {
            case 0 -> text + " ==~ " + pattern();
            case 1 -> "(" + text + " =~ " + pattern() + " ? true : false)";
            case 2 -> "!(" + text + " =~ " + pattern() + ")";
            case 3 -> text + " !in " + expressions.texts(0);
            case 4 -> text + pick(" in ", " !in ") + label();
            case 5 -> date() + pick(" < ", " == ", " >= ", " != ") + date();
            default -> text + ".matches(" + pattern() + ")";
        };
    }

    String texts(int depth) {
        return switch (expressions.random.nextInt(4)) {
            case 0 ->
                expressions.texts(depth) + "*." + pick("toUpperCase()", "trim()", "concat('s')", "size()*.toString()");
            case 1 -> "(" + expressions.text(depth) + ").findAll(" + pattern() + ")";
            case 2 -> expressions.texts(depth) + ".findAll { it " + pick("==~ ", "=~ ") + pattern() + " }";
            default -> "new ArrayList" + pick("", "<>", "<String>") + "(" + expressions.texts(depth) + ")";
        };
    }

    String map(int depth) {
        return switch (expressions.random.nextInt(3)) {
            case 0 -> expressions.map(depth) + ".tap { " + pick("z = " + number(0), "put('y', 1)", "it.x = a") + " }";
            case 1 -> "new " + pick("LinkedHashMap", "LinkedHashMap<>", "TreeMap") + "(" + expressions.map(depth) + ")";
            default -> "[d: " + date() + "]";
        };
    }

    String date() {
        return pick(
                        "LocalDate.of(2024, 2, 29)",
                        "java.time.LocalDate.of(2023, 12, 31)",
                        "LocalDate.parse('2024-01-05')",
                        "LocalDate.of(2024, " + (1 + expressions.random.nextInt(13)) + ", 30)")
                + pick("", "", ".plusDays(1)", ".minusMonths(2L)", ".withDayOfMonth(1)", ".plusYears(1)");
    }

    String value() {
        return pick(
                date(),
                date() + ".atTime(5, 6)",
                "LocalTime.of(1, 2)",
                "Instant.ofEpochSecond(5)",
                "UUID.nameUUIDFromBytes('x'.bytes)",
                "new BigInteger('99')",
                "new BigDecimal(\"1.${5}\")",
                "\"" + "${" + date().replace("'", "\"") + "}\"");
    }
}
