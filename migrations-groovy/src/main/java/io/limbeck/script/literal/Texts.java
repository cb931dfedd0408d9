package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.StringTokenizer;

/** What Groovy's operators and methods do with strings. */
final class Texts {

    /** So that a script with much text ends as soon as one with many statements. */
    static final int CHARACTERS_A_STEP = 100;

    private Texts() {}

    /** A value as it stands in a string. */
    static String of(Object value) {
        boolean plain =
                value == null || value instanceof CharSequence || value instanceof Boolean || Numbers.isNumber(value);
        if (!plain && !Jdk.isPlain(value)) {
            throw new Declined();
        }
        return String.valueOf(value);
    }

    /** {@code left + right}: a computed string stays one only with another string behind it. */
    static Object joined(Object left, Object right, Run run) {
        String text = of(left) + of(right);
        run.count(text.length() / CHARACTERS_A_STEP);
        if (!(left instanceof Interpolated)) {
            return text;
        }
        if (!(right instanceof CharSequence)) {
            throw new Declined();
        }
        return new Interpolated(text);
    }

    static String repeated(String text, Object times, Run run) {
        if (!(times instanceof Integer count) || count < 0) {
            throw new Declined();
        }
        run.count((int) Math.min(Run.MOST_STEPS, (long) text.length() * count / CHARACTERS_A_STEP));
        return text.repeat(count);
    }

    static String element(String text, Object index) {
        if (index instanceof Range part && part.isWithin(text.length())) {
            return text.substring(part.first(), part.first() + part.size());
        }
        if (!(index instanceof Integer at)) {
            throw new Declined();
        }
        int from = at < 0 ? at + text.length() : at;
        return from < 0 || from >= text.length() ? declined() : text.substring(from, from + 1);
    }

    /** What makes SQL over several lines begin at the left. */
    static Object stripped(Run run, CharSequence owner, String name, List<Object> arguments) {
        String text = owner.toString();
        run.count(text.length() / CHARACTERS_A_STEP);
        if (!arguments.isEmpty() || text.isEmpty()) {
            throw new Declined();
        }
        if (name.equals("stripIndent")) {
            return owner instanceof String ? text.stripIndent() : declined();
        }
        StringBuilder lines = new StringBuilder();
        for (String line : text.lines().toList()) {
            int margin = 0;
            while (margin < line.length() && line.charAt(margin) <= ' ') {
                margin++;
            }
            lines.append(line.startsWith("|", margin) ? line.substring(margin + 1) : line)
                    .append('\n');
        }
        return text.endsWith("\n") ? lines.toString() : lines.substring(0, lines.length() - 1);
    }

    private static <T> T declined() {
        throw new Declined();
    }

    static Object call(Run run, String text, String name, List<Object> arguments) {
        run.count(text.length() / CHARACTERS_A_STEP);
        return switch (arguments.size()) {
            case 0 -> call(run, text, name);
            case 1 -> call(run, text, name, arguments.get(0));
            case 2 -> call(run, text, name, arguments.get(0), arguments.get(1));
            default -> Jdk.call(run, text, name, arguments);
        };
    }

    private static Object call(Run run, String text, String name) {
        return switch (name) {
            case "toUpperCase" -> text.toUpperCase();
            case "toLowerCase" -> text.toLowerCase();
            case "trim" -> text.trim();
            case "strip" -> text.strip();
            case "capitalize" -> capitalized(text);
            case "uncapitalize" -> text.isEmpty() ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
            case "reverse" -> new StringBuilder(text).reverse().toString();
            case "size", "length" -> text.length();
            case "isEmpty" -> text.isEmpty();
            case "toString" -> text;
            case "tokenize" -> tokens(run, new StringTokenizer(text));
            case "split" -> new Sequence(Collections.list(new StringTokenizer(text)));
            default -> Jdk.call(run, text, name, List.of());
        };
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static List<Object> tokens(Run run, StringTokenizer tokens) {
        List<Object> list = new ArrayList<>(Collections.list(tokens));
        run.count(list.size());
        return run.made(list);
    }

    private static Object call(Run run, String text, String name, Object argument) {
        if (argument instanceof Integer number) {
            return switch (name) {
                case "padLeft" -> padded(run, text, number) + text;
                case "padRight" -> text + padded(run, text, number);
                case "substring" -> substring(text, number, text.length());
                case "multiply" -> repeated(text, number, run);
                default -> Jdk.call(run, text, name, List.of(number));
            };
        }
        if (!(argument instanceof CharSequence)) {
            return Patterns.call(run, text, name, argument);
        }
        String other = argument.toString();
        return switch (name) {
            case "startsWith" -> text.startsWith(other);
            case "endsWith" -> text.endsWith(other);
            case "contains" -> text.contains(other);
            case "indexOf" -> text.indexOf(other);
            case "concat" -> joined(text, other, run);
            case "tokenize" -> tokens(run, new StringTokenizer(text, other));
            default -> Patterns.call(run, text, name, other);
        };
    }

    private static String padded(Run run, String text, int size) {
        return repeated(" ", Math.max(0, size - text.length()), run);
    }

    private static String substring(String text, int from, int to) {
        return from < 0 || to < from || to > text.length() ? declined() : text.substring(from, to);
    }

    private static Object call(Run run, String text, String name, Object first, Object second) {
        if (name.equals("substring") && first instanceof Integer from && second instanceof Integer to) {
            return substring(text, from, to);
        }
        boolean pads = name.equals("padLeft") || name.equals("padRight");
        if (pads && first instanceof Integer size && second instanceof CharSequence filler && filler.length() == 1) {
            String padding = repeated(filler.toString(), Math.max(0, size - text.length()), run);
            return name.equals("padLeft") ? padding + text : text + padding;
        }
        if (name.startsWith("replace") && !name.equals("replace")) {
            return Patterns.call(run, text, name, first, second);
        }
        if (!name.equals("replace")) {
            return Jdk.call(run, text, name, Arrays.asList(first, second));
        }
        boolean replaces = first instanceof CharSequence && second instanceof CharSequence;
        if (!replaces || ((CharSequence) first).isEmpty()) {
            throw new Declined();
        }
        long longest = (long) text.length() * (((CharSequence) second).length() + 1);
        run.count((int) Math.min(Run.MOST_STEPS, longest / CHARACTERS_A_STEP));
        return text.replace((CharSequence) first, (CharSequence) second);
    }
}
