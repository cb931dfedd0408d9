package io.limbeck.script.literal;

import java.math.BigDecimal;
import java.math.BigInteger;

/** What scripts may ask of numbers, and of what may be counted as such. */
final class JdkNumbers {

    private static final int LONGEST = 1000;

    private JdkNumbers() {}

    static Object of(String signature, Given given) {
        BigDecimal decimal = given.owner() instanceof BigDecimal owner ? written(owner) : BigDecimal.ZERO;
        return switch (signature) {
            case "BigDecimal.ZERO" -> BigDecimal.ZERO;
            case "BigDecimal.ONE" -> BigDecimal.ONE;
            case "BigDecimal.TEN" -> BigDecimal.TEN;
            case "new BigDecimal(text)" -> new BigDecimal(given.text(0));
            case "new BigDecimal(int)" -> new BigDecimal(given.integer(0));
            case "new BigDecimal(long)", "BigDecimal.valueOf(long)" -> BigDecimal.valueOf(given.whole(0));
            case "decimal#setScale(int)" -> written(decimal.setScale(Math.min(given.integer(0), LONGEST + 1)));
            case "decimal#negate()" -> decimal.negate();
            case "decimal#abs()" -> decimal.abs();
            case "decimal#signum()" -> decimal.signum();
            case "decimal#scale()" -> decimal.scale();
            case "decimal#precision()" -> decimal.precision();
            case "decimal#stripTrailingZeros()" -> decimal.stripTrailingZeros();
            case "decimal#toPlainString()" -> decimal.toPlainString();
            case "decimal#toString()" -> decimal.toString();
            case "decimal#intValue()" -> decimal.intValue();
            case "decimal#longValue()" -> decimal.longValue();
            case "decimal#add(decimal)" -> decimal.add(given.decimal(0));
            case "decimal#subtract(decimal)" -> decimal.subtract(given.decimal(0));
            case "decimal#multiply(decimal)" -> decimal.multiply(given.decimal(0));
            case "BigInteger.ZERO" -> BigInteger.ZERO;
            case "BigInteger.ONE" -> BigInteger.ONE;
            case "BigInteger.TEN" -> BigInteger.TEN;
            case "new BigInteger(text)" -> new BigInteger(given.text(0));
            case "BigInteger.valueOf(long)" -> BigInteger.valueOf(given.whole(0));
            case "BigInteger#toString()" -> given.owner().toString();
            case "Math.abs(int)" -> Math.abs(given.integer(0));
            case "Math.abs(long)" -> Math.abs(given.whole(0));
            case "Math.max(int, int)" -> Math.max(given.integer(0), given.integer(1));
            case "Math.max(long, long)" -> Math.max(given.whole(0), given.whole(1));
            case "Math.min(int, int)" -> Math.min(given.integer(0), given.integer(1));
            case "Math.min(long, long)" -> Math.min(given.whole(0), given.whole(1));
            case "Math.floorMod(int, int)" -> Math.floorMod(given.integer(0), given.integer(1));
            case "Math.floorDiv(int, int)" -> Math.floorDiv(given.integer(0), given.integer(1));
            default -> Jdk.UNKNOWN;
        };
    }

    /** A number that is no longer than somebody may have written it. */
    private static BigDecimal written(BigDecimal number) {
        if (Math.abs((long) number.scale()) > LONGEST) {
            throw new Declined();
        }
        return number;
    }

    static Object whole(String signature, Given given) {
        return switch (signature) {
            case "Integer.MAX_VALUE" -> Integer.MAX_VALUE;
            case "Integer.MIN_VALUE" -> Integer.MIN_VALUE;
            case "Integer.valueOf(int)" -> given.integer(0);
            case "Integer.valueOf(text)", "Integer.parseInt(text)" -> Integer.valueOf(given.text(0));
            case "Integer.toString(int)" -> Integer.toString(given.integer(0));
            case "Integer.toHexString(int)" -> Integer.toHexString(given.integer(0));
            case "int#intValue()" -> given.owner();
            case "int#longValue()", "int#toLong()" -> ((Integer) given.owner()).longValue();
            case "int#abs()" -> Math.abs((Integer) given.owner());
            case "Long.MAX_VALUE" -> Long.MAX_VALUE;
            case "Long.MIN_VALUE" -> Long.MIN_VALUE;
            case "Long.valueOf(long)" -> given.whole(0);
            case "Long.valueOf(text)", "Long.parseLong(text)" -> Long.valueOf(given.text(0));
            case "Long.toString(long)" -> Long.toString(given.whole(0));
            case "long#toString()" -> given.owner().toString();
            case "long#longValue()" -> given.owner();
            case "long#intValue()", "long#toInteger()" -> ((Long) given.owner()).intValue();
            case "long#abs()" -> Math.abs((Long) given.owner());
            case "Boolean.TRUE" -> true;
            case "Boolean.FALSE" -> false;
            case "Boolean.valueOf(text)", "Boolean.parseBoolean(text)" -> Boolean.valueOf(given.text(0));
            case "Boolean.valueOf(boolean)" -> given.arguments().get(0);
            default -> Jdk.UNKNOWN;
        };
    }
}
