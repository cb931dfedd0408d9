package io.limbeck.it.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * Builds that have nothing to migrate, on Derby on disk: {@code mvn db:migrate}, a goal that does the same with raw JDBC,
 * the goals of the peers' plugins, and {@code mvn validate}, which is what Maven takes for itself.
 *
 * <p>They use a local repository of links to the user's own, in which Limbeck's artifacts are those of this build.
 */
record MavenBuilds(Options options, Path home) {

    private static final String VERSION = "0.1.0-SNAPSHOT";
    private static final Path ROOT = root();

    Result result(int size) throws IOException {
        Path repository = repository();
        Path project = Files.createTempDirectory(home, "project");
        Scripts.write(project.resolve("scripts"), size, false, Store.DERBY);
        Path folder = Files.createDirectories(project.resolve("src/main/db"));
        Files.move(project.resolve("scripts/limbeck/migrations"), folder.resolve("migrations"));
        MavenPeers peers = new MavenPeers(project);
        peers.prepare();
        Files.writeString(project.resolve("pom.xml"), pom().replace("PLUGINS", peers.plugins()));
        Child child = new Child(project);
        String url = "jdbc:derby:" + project.resolve("target/derby") + ";create=true";
        List<String> migrate = maven(repository, "io.limbeck:db-maven-plugin:" + VERSION + ":migrate", url);
        child.run(migrate);
        for (Contender peer : wanted()) {
            // with the registries at hand, as this may be the first time that somebody asks for the plugin
            child.run(List.of("mvn", "-q", "-B", "-Dmaven.repo.local=" + repository, peers.goal(peer)));
        }
        Result result = Result.of(Measure.MAVEN, Store.DERBY_ON_DISK, size);
        for (int round = 0; round < options.rounds(); round++) {
            result.add(Contender.VALIDATE, child.run(maven(repository, "validate", url)));
            result.add(
                    Contender.ROWS,
                    child.run(maven(repository, "io.limbeck:raw-maven-plugin:" + VERSION + ":raw", url)));
            result.add(Contender.LIMBECK, child.run(migrate));
            for (Contender peer : wanted()) {
                result.add(
                        peer,
                        child.run(List.of(
                                "mvn", "-o", "-q", "-B", "-Dmaven.repo.local=" + repository, peers.goal(peer))));
            }
        }
        return result;
    }

    private List<Contender> wanted() {
        return MavenPeers.ALL.stream().filter(options.contenders()::contains).toList();
    }

    private static List<String> maven(Path repository, String goal, String url) {
        return List.of("mvn", "-o", "-q", "-B", "-Dmaven.repo.local=" + repository, "-Ddb.url=" + url, goal);
    }

    private static String pom() {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <groupId>io.limbeck.benchmark</groupId>
                  <artifactId>project</artifactId>
                  <version>1</version>
                  <packaging>pom</packaging>
                  <build>
                    <plugins>
                      PLUGINS
                    </plugins>
                  </build>
                </project>
                """;
    }

    private Path repository() throws IOException {
        Path users =
                Path.of(System.getProperty("maven.repo.local", System.getProperty("user.home") + "/.m2/repository"));
        Path repository = Files.createTempDirectory(home, "repository");
        link(users, repository, "io");
        link(users.resolve("io"), repository.resolve("io"), "limbeck");
        Path limbeck = repository.resolve("io/limbeck");
        put(limbeck, "limbeck", ROOT.resolve("pom.xml"), null);
        for (String module : List.of("dsl", "migrations-groovy", "maven-plugin")) {
            String name = module.equals("maven-plugin") ? "db-maven-plugin" : "limbeck-" + module;
            put(
                    limbeck,
                    name,
                    ROOT.resolve(module + "/pom.xml"),
                    ROOT.resolve(module + "/target/" + name + "-" + VERSION + ".jar"));
        }
        Path pom = Files.writeString(home.resolve("raw-pom.xml"), rawPom());
        put(limbeck, "raw-maven-plugin", pom, rawPlugin());
        return repository;
    }

    private static void link(Path from, Path to, String except) throws IOException {
        Files.createDirectories(to);
        List<Path> entries = new ArrayList<>();
        if (Files.isDirectory(from)) {
            try (Stream<Path> found = Files.list(from)) {
                found.forEach(entries::add);
            }
        }
        for (Path entry : entries) {
            if (!entry.getFileName().toString().equals(except)) {
                Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
            }
        }
    }

    private static void put(Path group, String name, Path pom, Path jar) throws IOException {
        Path folder = Files.createDirectories(group.resolve(name + "/" + VERSION));
        Files.copy(pom, folder.resolve(name + "-" + VERSION + ".pom"));
        if (jar != null) {
            Files.copy(jar, folder.resolve(name + "-" + VERSION + ".jar"));
        }
    }

    private static String rawPom() {
        return """
                <project>
                  <modelVersion>4.0.0</modelVersion>
                  <parent>
                    <groupId>io.limbeck</groupId>
                    <artifactId>limbeck</artifactId>
                    <version>VERSION</version>
                  </parent>
                  <artifactId>raw-maven-plugin</artifactId>
                  <packaging>maven-plugin</packaging>
                  <dependencies>
                    <dependency>
                      <groupId>org.apache.derby</groupId>
                      <artifactId>derby</artifactId>
                    </dependency>
                    <dependency>
                      <groupId>org.apache.derby</groupId>
                      <artifactId>derbytools</artifactId>
                    </dependency>
                  </dependencies>
                </project>
                """.replace("VERSION", VERSION);
    }

    private Path rawPlugin() throws IOException {
        Path jar = home.resolve("raw.jar");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            out.putNextEntry(new JarEntry("META-INF/maven/plugin.xml"));
            out.write("""
                    <plugin>
                      <name>raw</name>
                      <groupId>io.limbeck</groupId>
                      <artifactId>raw-maven-plugin</artifactId>
                      <version>VERSION</version>
                      <goalPrefix>raw</goalPrefix>
                      <isolatedRealm>false</isolatedRealm>
                      <inheritedByDefault>true</inheritedByDefault>
                      <mojos>
                        <mojo>
                          <goal>raw</goal>
                          <requiresProject>false</requiresProject>
                          <implementation>io.limbeck.it.benchmark.RawMojo</implementation>
                          <language>java</language>
                          <instantiationStrategy>per-lookup</instantiationStrategy>
                          <executionStrategy>once-per-session</executionStrategy>
                          <threadSafe>true</threadSafe>
                        </mojo>
                      </mojos>
                    </plugin>
                    """.replace("VERSION", VERSION).getBytes(java.nio.charset.StandardCharsets.UTF_8));
            for (String name : List.of("RawMojo", "run/RunRawRows", "run/Peak")) {
                String path = "io/limbeck/it/benchmark/" + name + ".class";
                out.putNextEntry(new JarEntry(path));
                out.write(MavenBuilds.class
                        .getClassLoader()
                        .getResourceAsStream(path)
                        .readAllBytes());
            }
        }
        return jar;
    }

    /** The folder of the whole project: the nearest above this one that has the plugin's module. */
    private static Path root() {
        Path folder = Path.of(System.getProperty("benchmark.root", "")).toAbsolutePath();
        while (folder != null && !Files.exists(folder.resolve("maven-plugin/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
