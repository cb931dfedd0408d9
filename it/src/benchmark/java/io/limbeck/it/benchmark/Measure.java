package io.limbeck.it.benchmark;

import java.util.List;

/** What is measured, and of whom. */
enum Measure {
    FIRST("first", "all pending, literal scripts", Tenth.LITERAL, Contender.RAW),
    LOOPS("loops", "all pending, a tenth of the scripts holds loops and variables", Tenth.LOOPS, Contender.RAW),
    GROOVY("groovy", "all pending, a tenth of the scripts holds real Groovy, first run", Tenth.GROOVY, Contender.RAW),
    LATER("later", "the same with what the first run has compiled", Tenth.GROOVY, Contender.RAW),
    NOTHING("nothing", "nothing to do", Tenth.LITERAL, Contender.ROWS),
    PENDING("pending", "one pending on top of all others", Tenth.LITERAL, Contender.ROWS),
    MAVEN("maven", "`mvn db:migrate`, nothing to do", Tenth.LITERAL, Contender.ROWS),
    /** Limbeck's own parts, which nobody else has. */
    PARTS("parts", "parts in a warm JVM", Tenth.LITERAL, Contender.LIMBECK);

    private final String word;
    private final String title;
    private final Tenth tenth;
    private final Contender floor;

    Measure(String word, String title, Tenth tenth, Contender floor) {
        this.word = word;
        this.title = title;
        this.tenth = tenth;
        this.floor = floor;
    }

    /** What it is called on the command line. */
    String word() {
        return word;
    }

    String title() {
        return title;
    }

    Tenth tenth() {
        return tenth;
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
