package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.StringJoiner;

/** The methods of lists, ranges, and whatever else can be gone through. */
final class Lists {

    private Lists() {}

    static Object call(Run run, Sequence sequence, String name, List<Object> arguments) {
        if (name.equals("findAll") || name.equals("isEmpty")) {
            throw new Declined();
        }
        Object answer = of(run, sequence.elements(), name, arguments);
        return answer == sequence.elements() ? sequence : answer;
    }

    static Object call(Run run, List<?> list, String name, List<Object> arguments) {
        if (arguments.isEmpty()) {
            switch (name) {
                case "first":
                    return list.isEmpty() ? declined() : list.get(0);
                case "last":
                    return list.isEmpty() ? declined() : list.get(list.size() - 1);
                case "reverse":
                    run.count(list.size());
                    List<Object> reversed = new ArrayList<>(list);
                    Collections.reverse(reversed);
                    return run.made(reversed);
                default:
                    break;
            }
        }
        if (arguments.size() == 1) {
            Object argument = arguments.get(0);
            switch (name) {
                case "get", "getAt":
                    return argument instanceof Integer at && at >= 0 && at < list.size() ? list.get(at) : declined();
                case "contains":
                    return Operations.contains(list, argument, run);
                case "indexOf":
                    run.count(list.size());
                    return list instanceof Range ? declined() : list.indexOf(Maps.key(argument));
                case "add", "addAll", "plus", "leftShift":
                    return grown(run, list, name, argument);
                default:
                    break;
            }
        }
        return of(run, list, name, arguments);
    }

    private static Object grown(Run run, List<?> list, String name, Object argument) {
        if (list instanceof Range) {
            return declined();
        }
        return switch (name) {
            case "plus" -> Operations.of(Operator.PLUS, list, argument, run);
            case "leftShift" -> Operations.of(Operator.APPEND, list, argument, run);
            case "add" -> changing(run, list).add(argument);
            default -> {
                if (!(argument instanceof List<?> more)) {
                    yield declined();
                }
                run.count(more.size());
                yield changing(run, list).addAll(more);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static List<Object> changing(Run run, List<?> list) {
        return (List<Object>) run.changing(list);
    }

    private static Object of(Run run, Collection<?> elements, String name, List<Object> arguments) {
        if (arguments.isEmpty()) {
            return switch (name) {
                case "size" -> elements.size();
                case "isEmpty" -> elements.isEmpty();
                case "join" -> joined(run, elements, "");
                default -> declined();
            };
        }
        if (arguments.size() > 1) {
            return declined();
        }
        if (arguments.get(0) instanceof CharSequence separator && name.equals("join")) {
            return joined(run, elements, separator.toString());
        }
        if (!(arguments.get(0) instanceof Routine routine)) {
            return declined();
        }
        return switch (name) {
            case "each" -> {
                for (Object element : elements) {
                    run.count();
                    routine.call(run, element);
                }
                yield elements;
            }
            case "eachWithIndex" -> {
                int index = 0;
                for (Object element : elements) {
                    run.count();
                    routine.call(run, element, index++);
                }
                yield elements;
            }
            case "collect" -> {
                List<Object> collected = new ArrayList<>();
                for (Object element : elements) {
                    run.count();
                    collected.add(routine.call(run, element));
                }
                yield run.made(collected);
            }
            case "collectEntries" -> Maps.of(run, elements, routine);
            case "findAll" -> {
                List<Object> found = new ArrayList<>();
                for (Object element : elements) {
                    if (isTrue(run, routine, element)) {
                        found.add(element);
                    }
                }
                yield run.made(found);
            }
            case "find" -> {
                for (Object element : elements) {
                    if (isTrue(run, routine, element)) {
                        yield element;
                    }
                }
                yield null;
            }
            case "any" -> {
                boolean any = false;
                for (Object element : elements) {
                    if (isTrue(run, routine, element)) {
                        any = true;
                        break;
                    }
                }
                yield any;
            }
            case "every" -> {
                boolean every = true;
                for (Object element : elements) {
                    if (!isTrue(run, routine, element)) {
                        every = false;
                        break;
                    }
                }
                yield every;
            }
            default -> declined();
        };
    }

    private static boolean isTrue(Run run, Routine routine, Object element) {
        run.count();
        return Operations.truth(routine.call(run, element));
    }

    private static String joined(Run run, Collection<?> elements, String separator) {
        StringJoiner text = new StringJoiner(separator);
        for (Object element : elements) {
            text.add(Texts.of(element));
        }
        run.count(elements.size() + text.length() / Texts.CHARACTERS_A_STEP);
        return text.toString();
    }

    /** {@code list[index]}: from the end where it is negative, and nothing behind the end. */
    static Object element(List<?> list, Object index) {
        if (!(index instanceof Integer number)) {
            return declined();
        }
        int at = number < 0 ? number + list.size() : number;
        if (at < 0) {
            return declined();
        }
        return at < list.size() ? list.get(at) : null;
    }

    static Object element(Sequence sequence, Object index) {
        boolean inside = index instanceof Integer at
                && at >= 0
                && at < sequence.elements().size();
        return inside ? new ArrayList<>(sequence.elements()).get((Integer) index) : declined();
    }

    /** {@code list[1..2]}, where both ends are in the list */
    static List<Object> part(Run run, List<?> list, Range part) {
        run.count(part.size());
        return part.isWithin(list.size())
                ? run.made(new ArrayList<>(list.subList(part.first(), part.first() + part.size())))
                : declined();
    }

    private static <T> T declined() {
        throw new Declined();
    }
}
