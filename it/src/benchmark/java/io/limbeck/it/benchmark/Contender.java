package io.limbeck.it.benchmark;

import io.limbeck.it.benchmark.run.RunFlyway;
import io.limbeck.it.benchmark.run.RunLimbeck;
import io.limbeck.it.benchmark.run.RunLiquibase;
import io.limbeck.it.benchmark.run.RunMyBatis;
import io.limbeck.it.benchmark.run.RunRawJdbc;
import io.limbeck.it.benchmark.run.RunRawRows;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Who is measured: a program, the jars that it needs, and the folder of scripts that it reads. */
enum Contender {
    RAW("raw JDBC", RunRawJdbc.class, "raw"),
    ROWS("raw JDBC", RunRawRows.class, "raw"),
    /** What Maven takes for itself. */
    VALIDATE("mvn validate", RunRawRows.class, "raw"),
    LIMBECK(
            "Limbeck",
            RunLimbeck.class,
            "limbeck",
            "limbeck-",
            "pcollections",
            "groovy-5",
            "groovy-sql",
            "groovy-json"),
    MYBATIS("MyBatis Migrations", RunMyBatis.class, "mybatis", "mybatis-migrations"),
    FLYWAY("Flyway", RunFlyway.class, "flyway", "flyway-", "jackson-"),
    LIQUIBASE(
            "Liquibase",
            RunLiquibase.class,
            "liquibase",
            "liquibase-",
            "snakeyaml",
            "commons-collections4",
            "commons-text",
            "opencsv",
            "jaxb-api",
            "commons-lang3",
            "commons-io");

    private final String title;
    private final Class<?> program;
    private final String folder;
    private final List<String> jars;

    Contender(String title, Class<?> program, String folder, String... jars) {
        this.title = title;
        this.program = program;
        this.folder = folder;
        this.jars = List.of(jars);
    }

    String title() {
        return title;
    }

    String program() {
        return program.getName();
    }

    String folder() {
        return folder;
    }

    /** Of this process's class path: the database's driver, what the contender needs, and last the programs themselves. */
    String classPath(Store store) {
        List<String> path = new ArrayList<>();
        store.driver().forEach(jar -> path.addAll(found(jar)));
        jars.forEach(jar -> path.addAll(found(jar)));
        path.add(programs().toString());
        return String.join(File.pathSeparator, path);
    }

    private static List<String> found(String jar) {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> {
                    String name = Path.of(entry).getFileName().toString();
                    return name.startsWith(jar) && name.endsWith(".jar") && !name.endsWith("-tests.jar");
                })
                .toList();
    }

    private Path programs() {
        try {
            return Path.of(
                    program.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
