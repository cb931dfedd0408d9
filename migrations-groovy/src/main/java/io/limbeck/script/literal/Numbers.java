package io.limbeck.script.literal;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Arithmetic with Integer, Long and BigDecimal, as Groovy's {@code NumberMath} and its subclasses do it. */
final class Numbers {

    private static final int EXTRA_PRECISION = Integer.getInteger("groovy.division.extra.precision", 10);
    private static final int LEAST_SCALE = Integer.getInteger("groovy.division.min.scale", 10);

    private Numbers() {}

    static boolean isNumber(Object value) {
        return value instanceof Integer || value instanceof Long || value instanceof BigDecimal;
    }

    static Object of(Operator operator, Object left, Object right) {
        if (!isNumber(left) || !isNumber(right)) {
            throw new Declined();
        }
        if (operator == Operator.DIVIDE) {
            return quotient(decimal(left), decimal(right));
        }
        if (left instanceof BigDecimal || right instanceof BigDecimal) {
            return decimals(operator, decimal(left), decimal(right));
        }
        return left instanceof Integer a && right instanceof Integer b
                ? (Object) integers(operator, a, b)
                : (Object) longs(operator, ((Number) left).longValue(), ((Number) right).longValue());
    }

    private static int integers(Operator operator, int left, int right) {
        return switch (operator) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case REMAINDER -> left % divisor(right);
            default -> throw new Declined();
        };
    }

    private static long longs(Operator operator, long left, long right) {
        return switch (operator) {
            case PLUS -> left + right;
            case MINUS -> left - right;
            case TIMES -> left * right;
            case REMAINDER -> left % divisor(right);
            default -> throw new Declined();
        };
    }

    private static long divisor(long value) {
        if (value == 0) {
            throw new Declined();
        }
        return value;
    }

    private static int divisor(int value) {
        return (int) divisor((long) value);
    }

    private static BigDecimal decimals(Operator operator, BigDecimal left, BigDecimal right) {
        return switch (operator) {
            case PLUS -> left.add(right);
            case MINUS -> left.subtract(right);
            case TIMES -> left.multiply(right);
            default -> throw new Declined();
        };
    }

    /** {@code BigDecimalMath.divideImpl} */
    private static BigDecimal quotient(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw new Declined();
        }
        try {
            return left.divide(right);
        } catch (ArithmeticException endless) {
            int precision = Math.max(left.precision(), right.precision()) + EXTRA_PRECISION;
            BigDecimal result = left.divide(right, new MathContext(precision));
            int scale = Math.max(Math.max(left.scale(), right.scale()), LEAST_SCALE);
            return result.scale() > scale ? result.setScale(scale, RoundingMode.HALF_UP) : result;
        }
    }

    static Object negative(Object value) {
        if (value instanceof Integer whole) {
            return -whole;
        }
        if (value instanceof Long whole) {
            return -whole;
        }
        if (value instanceof BigDecimal number) {
            return number.negate();
        }
        throw new Declined();
    }

    static int compare(Object left, Object right) {
        return decimal(left).compareTo(decimal(right));
    }

    private static BigDecimal decimal(Object value) {
        if (!isNumber(value)) {
            throw new Declined();
        }
        return value instanceof BigDecimal number ? number : BigDecimal.valueOf(((Number) value).longValue());
    }
}
