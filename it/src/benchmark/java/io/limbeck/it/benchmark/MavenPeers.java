package io.limbeck.it.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The peers' own plugins for the same migrations, each with a Derby database of its own.
 *
 * @param project whose POM configures them, with the scripts of all contenders in its folder {@code scripts}
 */
record MavenPeers(Path project) {

    static final List<Contender> ALL = List.of(Contender.MYBATIS, Contender.FLYWAY, Contender.LIQUIBASE);

    /** Lays out MyBatis' scripts as its plugin wants them. */
    void prepare() throws IOException {
        Path mybatis = project.resolve("scripts/mybatis");
        Path home = Files.createDirectories(project.resolve("mybatis"));
        Files.move(mybatis, home.resolve("scripts"));
        Files.createDirectories(home.resolve("drivers"));
        Files.writeString(
                Files.createDirectories(home.resolve("environments")).resolve("development.properties"),
                """
                        time_zone=GMT+0:00
                        script_char_set=UTF-8
                        driver=org.apache.derby.jdbc.EmbeddedDriver
                        url=URL
                        username=
                        password=
                        changelog=changelog
                        send_full_script=false
                        delimiter=;
                        """.replace("URL", url(Contender.MYBATIS)));
    }

    String goal(Contender contender) {
        return switch (contender) {
            case MYBATIS -> "org.mybatis.maven:migrations-maven-plugin:" + version(contender) + ":up";
            case FLYWAY -> "org.flywaydb:flyway-maven-plugin:" + version(contender) + ":migrate";
            case LIQUIBASE -> "org.liquibase:liquibase-maven-plugin:" + version(contender) + ":update";
            default -> throw new IllegalArgumentException(contender.title());
        };
    }

    /** The plugins as a POM configures them. */
    String plugins() {
        return plugin(Contender.MYBATIS, "<repository>" + project.resolve("mybatis") + "</repository>", "")
                + plugin(
                        Contender.FLYWAY,
                        "<url>" + url(Contender.FLYWAY) + "</url><locations><location>filesystem:"
                                + project.resolve("scripts/flyway") + "</location></locations>",
                        dependency("org.flywaydb", "flyway-database-derby", version(Contender.FLYWAY)))
                + plugin(
                        Contender.LIQUIBASE,
                        "<url>" + url(Contender.LIQUIBASE) + "</url><searchPath>"
                                + project.resolve("scripts/liquibase")
                                + "</searchPath><changeLogFile>changelog.xml</changeLogFile>",
                        "");
    }

    private String plugin(Contender contender, String configuration, String dependencies) {
        String[] goal = goal(contender).split(":");
        String derby = System.getProperty("derby.version");
        return "<plugin><groupId>" + goal[0] + "</groupId><artifactId>" + goal[1] + "</artifactId><version>" + goal[2]
                + "</version><configuration>" + configuration + "</configuration><dependencies>"
                + dependencies
                + dependency("org.apache.derby", "derby", derby)
                + dependency("org.apache.derby", "derbytools", derby)
                + "</dependencies></plugin>\n";
    }

    private static String dependency(String group, String artifact, String version) {
        return "<dependency><groupId>" + group + "</groupId><artifactId>" + artifact + "</artifactId><version>"
                + version + "</version></dependency>";
    }

    private String url(Contender contender) {
        return "jdbc:derby:" + project.resolve("target/" + contender.folder()) + ";create=true";
    }

    /** As the profile {@code benchmark} says. */
    private static String version(Contender contender) {
        return System.getProperty(contender.folder() + ".plugin.version");
    }
}
