package io.limbeck.dialect;

import io.limbeck.schema.Identity;
import io.limbeck.schema.Sequence;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.Optional;

/**
 * How a sequence counts that nobody has told more than its name.
 *
 * @param least the least value of one that counts downwards
 * @param greatest the greatest value of one that counts upwards
 * @param cache how many values it prepares, where that can be said
 */
public record Counting(long least, long greatest, Optional<Long> cache) {

    /** By the range of a type of numbers, or of {@code bigint}; nothing is prepared. */
    public static Counting of(Optional<Type> type) {
        Kind kind = type.map(known -> known instanceof Scalar scalar ? scalar.kind() : Kind.BIGINT)
                .orElse(Kind.BIGINT);
        return switch (kind) {
            case SMALLINT -> new Counting(Short.MIN_VALUE, Short.MAX_VALUE, Optional.of(1L));
            case INTEGER -> new Counting(Integer.MIN_VALUE, Integer.MAX_VALUE, Optional.of(1L));
            default -> new Counting(Long.MIN_VALUE, Long.MAX_VALUE, Optional.of(1L));
        };
    }

    Identity plain(Identity told) {
        boolean up = up(told.increment());
        return new Identity(
                told.always(),
                told.start().filter(value -> value != usualStart(up, told.min(), told.max())),
                told.increment().filter(value -> value != 1),
                told.min().filter(value -> value != usualMin(up)),
                told.max().filter(value -> value != usualMax(up)),
                told.cycle().filter(cycle -> cycle),
                told.cache().filter(size -> !cache.equals(Optional.of(size))));
    }

    Sequence plain(Sequence told) {
        boolean up = up(told.increment());
        return new Sequence(
                told.name(),
                told.start().filter(value -> value != usualStart(up, told.min(), told.max())),
                told.increment().filter(value -> value != 1),
                told.min().filter(value -> value != usualMin(up)),
                told.max().filter(value -> value != usualMax(up)),
                told.cycle().filter(cycle -> cycle),
                told.cache().filter(size -> !cache.equals(Optional.of(size))));
    }

    /** With everything said that goes without saying, but for where it begins. */
    Identity whole(Identity told) {
        boolean up = up(told.increment());
        return new Identity(
                told.always(),
                told.start(),
                Optional.of(told.increment().orElse(1L)),
                Optional.of(told.min().orElse(usualMin(up))),
                Optional.of(told.max().orElse(usualMax(up))),
                Optional.of(told.cycle().orElse(false)),
                told.cache().or(() -> cache));
    }

    /** With everything said that goes without saying, but for where it begins. */
    Sequence whole(Sequence told) {
        boolean up = up(told.increment());
        return new Sequence(
                told.name(),
                told.start(),
                Optional.of(told.increment().orElse(1L)),
                Optional.of(told.min().orElse(usualMin(up))),
                Optional.of(told.max().orElse(usualMax(up))),
                Optional.of(told.cycle().orElse(false)),
                told.cache().or(() -> cache));
    }

    private static boolean up(Optional<Long> increment) {
        return increment.orElse(1L) > 0;
    }

    private long usualMin(boolean up) {
        return up ? 1 : least;
    }

    private long usualMax(boolean up) {
        return up ? greatest : -1;
    }

    private long usualStart(boolean up, Optional<Long> min, Optional<Long> max) {
        return up ? min.orElse(usualMin(true)) : max.orElse(usualMax(false));
    }
}
