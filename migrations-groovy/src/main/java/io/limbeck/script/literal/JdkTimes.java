package io.limbeck.script.literal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.Period;

/** What scripts may ask of times of a day, moments, and the time between. */
final class JdkTimes {

    private JdkTimes() {}

    static Object of(String signature, Given given) {
        Object owner = given.owner();
        if (owner instanceof LocalTime time) {
            return time(signature, time, given);
        }
        if (owner instanceof Instant instant) {
            return instant(signature, instant, given);
        }
        if (owner instanceof Duration || owner instanceof Period) {
            return between(signature, given);
        }
        return switch (signature) {
            case "LocalTime.MIDNIGHT" -> LocalTime.MIDNIGHT;
            case "LocalTime.NOON" -> LocalTime.NOON;
            case "LocalTime.of(int, int)" -> LocalTime.of(given.integer(0), given.integer(1));
            case "LocalTime.of(int, int, int)" -> LocalTime.of(given.integer(0), given.integer(1), given.integer(2));
            case "LocalTime.parse(text)" -> LocalTime.parse(given.text(0));
            case "Instant.EPOCH" -> Instant.EPOCH;
            case "Instant.parse(text)" -> Instant.parse(given.text(0));
            case "Instant.ofEpochSecond(long)" -> Instant.ofEpochSecond(given.whole(0));
            case "Instant.ofEpochMilli(long)" -> Instant.ofEpochMilli(given.whole(0));
            case "OffsetDateTime.parse(text)" -> OffsetDateTime.parse(given.text(0));
            case "OffsetDateTime#toString()" -> owner.toString();
            case "Duration.ZERO" -> Duration.ZERO;
            case "Duration.parse(text)" -> Duration.parse(given.text(0));
            case "Duration.ofDays(long)" -> Duration.ofDays(given.whole(0));
            case "Duration.ofHours(long)" -> Duration.ofHours(given.whole(0));
            case "Duration.ofMinutes(long)" -> Duration.ofMinutes(given.whole(0));
            case "Duration.ofSeconds(long)" -> Duration.ofSeconds(given.whole(0));
            case "Duration.ofMillis(long)" -> Duration.ofMillis(given.whole(0));
            case "Duration.between(LocalDateTime, LocalDateTime)" ->
                Duration.between(given.as(LocalDateTime.class, 0), given.as(LocalDateTime.class, 1));
            case "Period.ZERO" -> Period.ZERO;
            case "Period.parse(text)" -> Period.parse(given.text(0));
            case "Period.of(int, int, int)" -> Period.of(given.integer(0), given.integer(1), given.integer(2));
            case "Period.ofDays(int)" -> Period.ofDays(given.integer(0));
            case "Period.ofWeeks(int)" -> Period.ofWeeks(given.integer(0));
            case "Period.ofMonths(int)" -> Period.ofMonths(given.integer(0));
            case "Period.ofYears(int)" -> Period.ofYears(given.integer(0));
            case "Period.between(LocalDate, LocalDate)" ->
                Period.between(given.as(LocalDate.class, 0), given.as(LocalDate.class, 1));
            default -> Jdk.UNKNOWN;
        };
    }

    private static Object time(String signature, LocalTime time, Given given) {
        return switch (signature) {
            case "LocalTime#plusHours(long)" -> time.plusHours(given.whole(0));
            case "LocalTime#plusMinutes(long)" -> time.plusMinutes(given.whole(0));
            case "LocalTime#plusSeconds(long)" -> time.plusSeconds(given.whole(0));
            case "LocalTime#minusHours(long)" -> time.minusHours(given.whole(0));
            case "LocalTime#minusMinutes(long)" -> time.minusMinutes(given.whole(0));
            case "LocalTime#minusSeconds(long)" -> time.minusSeconds(given.whole(0));
            case "LocalTime#getHour()" -> time.getHour();
            case "LocalTime#getMinute()" -> time.getMinute();
            case "LocalTime#getSecond()" -> time.getSecond();
            case "LocalTime#isBefore(LocalTime)" -> time.isBefore(given.as(LocalTime.class, 0));
            case "LocalTime#isAfter(LocalTime)" -> time.isAfter(given.as(LocalTime.class, 0));
            case "LocalTime#toString()" -> time.toString();
            default -> Jdk.UNKNOWN;
        };
    }

    private static Object instant(String signature, Instant instant, Given given) {
        return switch (signature) {
            case "Instant#plusSeconds(long)" -> instant.plusSeconds(given.whole(0));
            case "Instant#minusSeconds(long)" -> instant.minusSeconds(given.whole(0));
            case "Instant#plusMillis(long)" -> instant.plusMillis(given.whole(0));
            case "Instant#minusMillis(long)" -> instant.minusMillis(given.whole(0));
            case "Instant#plus(Duration)" -> instant.plus(given.as(Duration.class, 0));
            case "Instant#minus(Duration)" -> instant.minus(given.as(Duration.class, 0));
            case "Instant#getEpochSecond()" -> instant.getEpochSecond();
            case "Instant#toEpochMilli()" -> instant.toEpochMilli();
            case "Instant#isBefore(Instant)" -> instant.isBefore(given.as(Instant.class, 0));
            case "Instant#isAfter(Instant)" -> instant.isAfter(given.as(Instant.class, 0));
            case "Instant#toString()" -> instant.toString();
            default -> Jdk.UNKNOWN;
        };
    }

    private static Object between(String signature, Given given) {
        return switch (signature) {
            case "Duration#toDays()" -> ((Duration) given.owner()).toDays();
            case "Duration#toHours()" -> ((Duration) given.owner()).toHours();
            case "Duration#toMinutes()" -> ((Duration) given.owner()).toMinutes();
            case "Duration#toMillis()" -> ((Duration) given.owner()).toMillis();
            case "Duration#getSeconds()" -> ((Duration) given.owner()).getSeconds();
            case "Duration#plus(Duration)" -> ((Duration) given.owner()).plus(given.as(Duration.class, 0));
            case "Period#getDays()" -> ((Period) given.owner()).getDays();
            case "Period#getMonths()" -> ((Period) given.owner()).getMonths();
            case "Period#getYears()" -> ((Period) given.owner()).getYears();
            case "Duration#toString()", "Period#toString()" -> given.owner().toString();
            default -> Jdk.UNKNOWN;
        };
    }
}
