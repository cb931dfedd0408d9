package io.limbeck.it.benchmark;

import java.util.List;

/** What is measured, and of whom. */
enum Measure {
    FIRST("first", "all pending, literal scripts", false, Contender.RAW),
    GROOVY("groovy", "all pending, a tenth of the scripts holds real Groovy, first run", true, Contender.RAW),
    LATER("later", "the same with what the first run has compiled", true, Contender.RAW),
    NOTHING("nothing", "nothing to do", false, Contender.ROWS),
    PENDING("pending", "one pending on top of all others", false, Contender.ROWS),
    MAVEN("maven", "`mvn db:migrate`, nothing to do", false, Contender.ROWS),
    /** Limbeck's own parts, which nobody else has. */
    PARTS("parts", "parts in a warm JVM", false, Contender.LIMBECK);

    private final String word;
    private final String title;
    private final boolean real;
    private final Contender floor;

    Measure(String word, String title, boolean real, Contender floor) {
        this.word = word;
        this.title = title;
        this.real = real;
        this.floor = floor;
    }

    /** What it is called on the command line. */
    String word() {
        return word;
    }

    String title() {
        return title;
    }

    boolean real() {
        return real;
    }

    /** The floor first, then everybody. */
    List<Contender> contenders() {
        return List.of(floor, Contender.LIMBECK, Contender.MYBATIS, Contender.FLYWAY, Contender.LIQUIBASE);
    }

    /** Whether it starts from a database that has all migrations. */
    boolean behindAll() {
        return this == NOTHING || this == PENDING || this == MAVEN;
    }
}
