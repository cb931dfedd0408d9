package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Groovy's operators and methods do with regular expressions. */
final class Patterns {

    private Patterns() {}

    /** {@code ~/pattern/} */
    record Compiled(Expression text) implements Expression {
        @Override
        public Object value(Run run) {
            return text.value(run) instanceof CharSequence pattern ? of(pattern) : declined();
        }
    }

    /** A pattern, or the text of one. */
    private static Pattern of(Object pattern) {
        if (pattern instanceof Pattern compiled) {
            return compiled;
        }
        return pattern instanceof CharSequence text ? Pattern.compile(text.toString()) : declined();
    }

    /** {@code text ==~ pattern} */
    static boolean matches(Object text, Object pattern) {
        boolean both = text != null && pattern != null;
        return both && of(pattern).matcher(Texts.of(text)).matches();
    }

    /** {@code text =~ pattern} */
    static Search search(Object text, Object pattern, Run run) {
        return text instanceof CharSequence ? new Search(of(pattern).matcher(text.toString()), run) : declined();
    }

    static Object call(Run run, Pattern pattern, String name, List<Object> arguments) {
        boolean matcher = name.equals("matcher") && arguments.size() == 1;
        return matcher && arguments.get(0) instanceof CharSequence text ? search(text, pattern, run) : declined();
    }

    // ---- methods of strings

    static Object call(Run run, String text, String name, Object pattern) {
        return switch (name) {
            case "matches" -> matches(text, of(pattern));
            case "find" -> {
                Matcher matcher = of(pattern).matcher(text);
                yield matcher.find() ? matcher.group() : null;
            }
            case "findAll" -> {
                List<Object> found = new ArrayList<>();
                Matcher matcher = of(pattern).matcher(text);
                while (matcher.find()) {
                    run.count();
                    found.add(matcher.group());
                }
                yield run.made(found);
            }
            case "split" -> {
                Object[] parts = text.split(pattern.toString());
                run.count(parts.length);
                yield pattern instanceof Pattern ? declined() : new Sequence(Arrays.asList(parts));
            }
            default -> Jdk.call(run, text, name, Collections.singletonList(pattern));
        };
    }

    static Object call(Run run, String text, String name, Object pattern, Object other) {
        long longest = (text.length() + 1L) * (other instanceof CharSequence with ? with.length() + 1L : 1L);
        run.count((int) Math.min(Run.MOST_STEPS, longest / Texts.CHARACTERS_A_STEP));
        Matcher matcher = of(pattern).matcher(text);
        String replaced = switch (name) {
            case "replaceAll" ->
                other instanceof Routine routine
                        ? matcher.replaceAll(found -> replacement(run, routine, matcher))
                        : matcher.replaceAll(replacement(other));
            case "replaceFirst" -> matcher.replaceFirst(replacement(other));
            default -> declined();
        };
        run.count(replaced.length() / Texts.CHARACTERS_A_STEP);
        return replaced;
    }

    private static String replacement(Object text) {
        return text instanceof CharSequence ? text.toString() : declined();
    }

    /** What a closure makes of what was found; it would get a list if there were groups. */
    private static String replacement(Run run, Routine routine, Matcher found) {
        if (found.groupCount() > 0) {
            throw new Declined();
        }
        run.count();
        return Matcher.quoteReplacement(Texts.of(routine.call(run, found.group())));
    }

    private static <T> T declined() {
        throw new Declined();
    }
}
