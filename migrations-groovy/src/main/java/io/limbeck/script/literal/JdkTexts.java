package io.limbeck.script.literal;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.regex.Pattern;

/** What scripts may ask of strings beyond what {@link Texts} does, and of what is made of them. */
final class JdkTexts {

    /** What no locale has its own way to write, but for digits, and what is not long. */
    private static final Pattern SAME_EVERYWHERE =
            Pattern.compile("(?:[^%]|%%|%(?:-?[1-9]\\d{0,2})?s|%0?\\d{0,3}[dxX])*");

    private JdkTexts() {}

    static Object of(String signature, Given given) {
        int parenthesis = signature.indexOf('(');
        return switch (parenthesis < 0 ? signature : signature.substring(0, parenthesis)) {
            case "String.format", "text#formatted" -> formatted(given);
            case "String.join" -> joined(given);
            case "StringBuilder#append" -> appended(given);
            default -> exactly(signature, given);
        };
    }

    private static Object exactly(String signature, Given given) {
        String owner = given.owner() instanceof CharSequence text ? text.toString() : "";
        return switch (signature) {
            case "String.valueOf(int)", "String.valueOf(long)", "String.valueOf(boolean)", "String.valueOf(text)" ->
                given.text(0);
            case "String.valueOf(decimal)", "String.valueOf(LocalDate)", "String.valueOf(UUID)" -> given.text(0);
            case "text#toInteger()" -> Integer.valueOf(owner.trim());
            case "text#toLong()" -> Long.valueOf(owner.trim());
            case "text#toBigDecimal()" -> new BigDecimal(owner.trim());
            case "text#getBytes()" -> owner.getBytes(Charset.defaultCharset());
            case "text#getBytes(text)" -> owner.getBytes(Charset.forName(given.text(0)));
            case "text#isBlank()" -> owner.isBlank();
            case "UUID.fromString(text)" -> UUID.fromString(given.text(0));
            case "UUID.nameUUIDFromBytes(bytes)" -> UUID.nameUUIDFromBytes(given.as(byte[].class, 0));
            case "new UUID(long, long)" -> new UUID(given.whole(0), given.whole(1));
            case "UUID#toString()" -> given.owner().toString();
            case "new StringBuilder()" -> given.run().made(new Growing(new StringBuilder()));
            case "new StringBuilder(text)" -> given.run().made(new Growing(new StringBuilder(given.text(0))));
            case "StringBuilder#toString()" -> growing(given).toString();
            case "StringBuilder#length()" -> growing(given).length();
            default -> Jdk.UNKNOWN;
        };
    }

    /** What has become of it so far is known only where it is made. */
    private static StringBuilder growing(Given given) {
        return given.run().changing((Growing) given.owner()).text();
    }

    private static Object appended(Given given) {
        if (given.arguments().size() != 1) {
            return Jdk.UNKNOWN;
        }
        Object value = given.arguments().get(0);
        if (value == null) {
            throw new Declined();
        }
        String text = Texts.of(value);
        given.run().count(text.length() / Texts.CHARACTERS_A_STEP);
        growing(given).append(text);
        return given.owner();
    }

    private static Object joined(Given given) {
        List<Object> arguments = given.arguments();
        if (arguments.size() < 2 || !(arguments.get(0) instanceof CharSequence separator)) {
            return Jdk.UNKNOWN;
        }
        boolean list = arguments.size() == 2 && arguments.get(1) instanceof List<?>;
        Collection<?> parts = list ? (List<?>) arguments.get(1) : arguments.subList(1, arguments.size());
        StringJoiner text = new StringJoiner(separator);
        for (Object part : parts) {
            if (!(part instanceof CharSequence)) {
                throw new Declined();
            }
            text.add((CharSequence) part);
        }
        given.run().count(parts.size() + text.length() / Texts.CHARACTERS_A_STEP);
        return text.toString();
    }

    private static Object formatted(Given given) {
        boolean method = given.owner() != null;
        Object format = method ? given.owner() : given.arguments().get(0);
        if (!(format instanceof CharSequence text)
                || !SAME_EVERYWHERE.matcher(text).matches()) {
            throw new Declined();
        }
        List<Object> values = method
                ? given.arguments()
                : given.arguments().subList(1, given.arguments().size());
        for (Object value : values) {
            boolean plain = value instanceof CharSequence || value instanceof Boolean || Numbers.isNumber(value);
            if (!plain) {
                throw new Declined();
            }
        }
        return String.format(text.toString(), values.toArray());
    }
}
