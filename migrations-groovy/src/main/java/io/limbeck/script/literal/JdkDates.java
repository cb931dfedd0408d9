package io.limbeck.script.literal;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Period;

/** What scripts may ask of days. */
final class JdkDates {

    private JdkDates() {}

    static Object date(String signature, Given given) {
        LocalDate date = (LocalDate) given.owner();
        return switch (signature) {
            case "LocalDate.EPOCH" -> LocalDate.EPOCH;
            case "LocalDate.of(int, int, int)" -> LocalDate.of(given.integer(0), given.integer(1), given.integer(2));
            case "LocalDate.ofYearDay(int, int)" -> LocalDate.ofYearDay(given.integer(0), given.integer(1));
            case "LocalDate.ofEpochDay(long)" -> LocalDate.ofEpochDay(given.whole(0));
            case "LocalDate.parse(text)" -> LocalDate.parse(given.text(0));
            case "LocalDate#plusDays(long)" -> date.plusDays(given.whole(0));
            case "LocalDate#plusWeeks(long)" -> date.plusWeeks(given.whole(0));
            case "LocalDate#plusMonths(long)" -> date.plusMonths(given.whole(0));
            case "LocalDate#plusYears(long)" -> date.plusYears(given.whole(0));
            case "LocalDate#minusDays(long)" -> date.minusDays(given.whole(0));
            case "LocalDate#minusWeeks(long)" -> date.minusWeeks(given.whole(0));
            case "LocalDate#minusMonths(long)" -> date.minusMonths(given.whole(0));
            case "LocalDate#minusYears(long)" -> date.minusYears(given.whole(0));
            case "LocalDate#plus(Period)" -> date.plus(given.as(Period.class, 0));
            case "LocalDate#minus(Period)" -> date.minus(given.as(Period.class, 0));
            case "LocalDate#withDayOfMonth(int)" -> date.withDayOfMonth(given.integer(0));
            case "LocalDate#withDayOfYear(int)" -> date.withDayOfYear(given.integer(0));
            case "LocalDate#withMonth(int)" -> date.withMonth(given.integer(0));
            case "LocalDate#withYear(int)" -> date.withYear(given.integer(0));
            case "LocalDate#getYear()" -> date.getYear();
            case "LocalDate#getMonthValue()" -> date.getMonthValue();
            case "LocalDate#getDayOfMonth()" -> date.getDayOfMonth();
            case "LocalDate#getDayOfYear()" -> date.getDayOfYear();
            case "LocalDate#isLeapYear()" -> date.isLeapYear();
            case "LocalDate#lengthOfMonth()" -> date.lengthOfMonth();
            case "LocalDate#lengthOfYear()" -> date.lengthOfYear();
            case "LocalDate#toEpochDay()" -> date.toEpochDay();
            case "LocalDate#isBefore(LocalDate)" -> date.isBefore(given.as(LocalDate.class, 0));
            case "LocalDate#isAfter(LocalDate)" -> date.isAfter(given.as(LocalDate.class, 0));
            case "LocalDate#isEqual(LocalDate)" -> date.isEqual(given.as(LocalDate.class, 0));
            case "LocalDate#atStartOfDay()" -> date.atStartOfDay();
            case "LocalDate#atTime(int, int)" -> date.atTime(given.integer(0), given.integer(1));
            case "LocalDate#atTime(LocalTime)" -> date.atTime(given.as(LocalTime.class, 0));
            case "LocalDate#toString()" -> date.toString();
            default -> Jdk.UNKNOWN;
        };
    }

    static Object dateTime(String signature, Given given) {
        LocalDateTime time = (LocalDateTime) given.owner();
        return switch (signature) {
            case "LocalDateTime.of(int, int, int, int, int)" -> of(given, 0);
            case "LocalDateTime.of(int, int, int, int, int, int)" -> of(given, given.integer(5));
            case "LocalDateTime.of(LocalDate, LocalTime)" ->
                LocalDateTime.of(given.as(LocalDate.class, 0), given.as(LocalTime.class, 1));
            case "LocalDateTime.parse(text)" -> LocalDateTime.parse(given.text(0));
            case "LocalDateTime#plusDays(long)" -> time.plusDays(given.whole(0));
            case "LocalDateTime#plusWeeks(long)" -> time.plusWeeks(given.whole(0));
            case "LocalDateTime#plusMonths(long)" -> time.plusMonths(given.whole(0));
            case "LocalDateTime#plusYears(long)" -> time.plusYears(given.whole(0));
            case "LocalDateTime#plusHours(long)" -> time.plusHours(given.whole(0));
            case "LocalDateTime#plusMinutes(long)" -> time.plusMinutes(given.whole(0));
            case "LocalDateTime#plusSeconds(long)" -> time.plusSeconds(given.whole(0));
            case "LocalDateTime#minusDays(long)" -> time.minusDays(given.whole(0));
            case "LocalDateTime#minusWeeks(long)" -> time.minusWeeks(given.whole(0));
            case "LocalDateTime#minusMonths(long)" -> time.minusMonths(given.whole(0));
            case "LocalDateTime#minusYears(long)" -> time.minusYears(given.whole(0));
            case "LocalDateTime#minusHours(long)" -> time.minusHours(given.whole(0));
            case "LocalDateTime#minusMinutes(long)" -> time.minusMinutes(given.whole(0));
            case "LocalDateTime#minusSeconds(long)" -> time.minusSeconds(given.whole(0));
            case "LocalDateTime#getYear()" -> time.getYear();
            case "LocalDateTime#getMonthValue()" -> time.getMonthValue();
            case "LocalDateTime#getDayOfMonth()" -> time.getDayOfMonth();
            case "LocalDateTime#getHour()" -> time.getHour();
            case "LocalDateTime#getMinute()" -> time.getMinute();
            case "LocalDateTime#getSecond()" -> time.getSecond();
            case "LocalDateTime#toLocalDate()" -> time.toLocalDate();
            case "LocalDateTime#toLocalTime()" -> time.toLocalTime();
            case "LocalDateTime#isBefore(LocalDateTime)" -> time.isBefore(given.as(LocalDateTime.class, 0));
            case "LocalDateTime#isAfter(LocalDateTime)" -> time.isAfter(given.as(LocalDateTime.class, 0));
            case "LocalDateTime#toString()" -> time.toString();
            default -> Jdk.UNKNOWN;
        };
    }

    private static LocalDateTime of(Given given, int second) {
        return LocalDateTime.of(
                given.integer(0), given.integer(1), given.integer(2), given.integer(3), given.integer(4), second);
    }
}
