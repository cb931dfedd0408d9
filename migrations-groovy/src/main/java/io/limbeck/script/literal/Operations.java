package io.limbeck.script.literal;

import io.limbeck.call.Unknown;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What Groovy's operators do with the values that a script may hold here; anything else is declined. */
final class Operations {

    private Operations() {}

    static Object of(Operator operator, Object left, Object right, Run run) {
        run.count();
        return switch (operator) {
            case PLUS -> plus(left, right, run);
            case TIMES ->
                left instanceof CharSequence ? Texts.repeated(left.toString(), right, run) : times(left, right);
            case MINUS, DIVIDE, REMAINDER -> Numbers.of(operator, left, right);
            case APPEND -> append(left, right, run);
            case UP_TO -> range(left, right, false);
            case UP_TO_BEFORE -> range(left, right, true);
            case LESS -> compare(left, right) < 0;
            case LESS_OR_EQUAL -> compare(left, right) <= 0;
            case GREATER -> compare(left, right) > 0;
            case GREATER_OR_EQUAL -> compare(left, right) >= 0;
            case IN -> isCase(right, left, run);
            case NOT_IN -> !isCase(right, left, run);
            case EQUAL -> equal(left, right, run);
            case UNEQUAL -> !equal(left, right, run);
            case SEARCH -> Patterns.search(left, right, run);
            case MATCH -> Patterns.matches(left, right);
        };
    }

    private static Object times(Object left, Object right) {
        return Numbers.of(Operator.TIMES, left, right);
    }

    private static Object plus(Object left, Object right, Run run) {
        if (left instanceof CharSequence || left instanceof Number && right instanceof String) {
            return Texts.joined(left, right, run);
        }
        if (left instanceof Range || right instanceof Range || right instanceof Sequence) {
            throw new Declined();
        }
        if (left instanceof List<?> list) {
            List<Object> sum = new ArrayList<>(list);
            if (right instanceof List<?> more) {
                sum.addAll(more);
            } else if (right instanceof Map<?, ?>) {
                throw new Declined();
            } else {
                sum.add(right);
            }
            run.count(sum.size());
            return run.made(sum);
        }
        if (left instanceof Map<?, ?> map && right instanceof Map<?, ?> more) {
            Maps.requireInsertionOrder(map);
            Map<Object, Object> sum = new LinkedHashMap<>(map);
            sum.putAll(more);
            run.count(sum.size());
            return run.made(sum);
        }
        return Numbers.of(Operator.PLUS, left, right);
    }

    /** Shape: {@code list << element} or {@code map << [a: 1]} */
    @SuppressWarnings("unchecked")
    private static Object append(Object left, Object right, Run run) {
        if (left instanceof List<?> && !(left instanceof Range)) {
            ((List<Object>) run.changing(left)).add(right);
        } else if (left instanceof Map<?, ?> && right instanceof Map<?, ?> more) {
            run.count(more.size());
            ((Map<Object, Object>) run.changing(left)).putAll(more);
        } else if (left instanceof Growing) {
            return Jdk.call(run, left, "append", Collections.singletonList(right));
        } else {
            throw new Declined();
        }
        return left;
    }

    private static Range range(Object left, Object right, boolean exclusive) {
        if (left instanceof Integer from && right instanceof Integer to) {
            return Range.of(from, to, exclusive);
        }
        throw new Declined();
    }

    private static int compare(Object left, Object right) {
        if (left instanceof CharSequence && right instanceof CharSequence) {
            return left.toString().compareTo(right.toString());
        }
        return Jdk.isPlain(left) ? compareMoments(left, right) : Numbers.compare(left, right);
    }

    @SuppressWarnings("unchecked")
    private static int compareMoments(Object left, Object right) {
        boolean comparable = left instanceof Comparable<?> && left.getClass() == right.getClass();
        if (!comparable || left instanceof BigInteger) {
            throw new Declined();
        }
        return ((Comparable<Object>) left).compareTo(right);
    }

    /** What {@code case label} asks, and {@code value in label}. */
    static boolean isCase(Object label, Object value, Run run) {
        run.count();
        if (label == null) {
            return value == null;
        }
        if (label instanceof CharSequence) {
            return value != null && label.toString().contentEquals(Texts.of(value));
        }
        if (Numbers.isNumber(label)) {
            return value instanceof CharSequence || value instanceof Boolean
                    ? false
                    : Numbers.compare(label, value) == 0;
        }
        if (label instanceof Boolean) {
            return label.equals(Maps.key(value));
        }
        if (label instanceof Map<?, ?> map) {
            return truth(map.get(Maps.key(value)));
        }
        if (label instanceof Routine routine) {
            return truth(routine.call(run, value));
        }
        if (label instanceof Pattern) {
            return Patterns.matches(value, label);
        }
        return contains(label, value, run);
    }

    static boolean contains(Object collection, Object element, Run run) {
        boolean odd = collection instanceof Range && !(element instanceof Integer);
        if (odd || !(collection instanceof List<?> list)) {
            throw new Declined();
        }
        run.count(list.size());
        return list.contains(Maps.key(element));
    }

    /** {@code DefaultTypeTransformation.compareEqual} */
    private static boolean equal(Object left, Object right, Run run) {
        if (left == Unknown.VALUE || right == Unknown.VALUE) {
            throw new Declined();
        }
        if (left == right || left == null || right == null) {
            return left == right;
        }
        if (left instanceof CharSequence && right instanceof CharSequence) {
            return left.toString().contentEquals((CharSequence) right);
        }
        if (Numbers.isNumber(left) && Numbers.isNumber(right)) {
            return Numbers.compare(left, right) == 0;
        }
        if (left instanceof Boolean && right instanceof Boolean) {
            return left.equals(right);
        }
        if (left instanceof List<?> list && right instanceof List<?> other) {
            return equal(list, other, run);
        }
        if (Jdk.isPlain(left) && left.getClass() == right.getClass()) {
            return left.equals(right);
        }
        throw new Declined();
    }

    private static boolean equal(List<?> left, List<?> right, Run run) {
        if (left.size() != right.size()) {
            return false;
        }
        run.count(left.size());
        for (int i = 0; i < left.size(); i++) {
            if (!equal(left.get(i), right.get(i), run)) {
                return false;
            }
        }
        return true;
    }

    /** Groovy's truth. */
    static boolean truth(Object value) {
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean answer) {
            return answer;
        }
        if (value instanceof CharSequence text) {
            return text.length() > 0;
        }
        if (Numbers.isNumber(value)) {
            return ((Number) value).doubleValue() != 0;
        }
        if (value instanceof Collection<?> collection) {
            return !collection.isEmpty();
        }
        if (value instanceof Map<?, ?> map) {
            return !map.isEmpty();
        }
        if (value instanceof Search search) {
            return search.isTrue();
        }
        throw new Declined();
    }
}
