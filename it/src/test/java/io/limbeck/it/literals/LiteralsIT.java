package io.limbeck.it.literals;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.it.Databases;
import io.limbeck.it.Project;
import io.limbeck.it.TestDatabase;
import io.limbeck.revision.Direction;
import io.limbeck.type.Literal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every value of {@link Samples} by every {@link Road}, online and through the written script, read back by JDBC. What
 * does not come back is refused beforehand, and {@code literals/<dialect>.txt} lists it; {@code -Dgolden.write=true} writes
 * that anew.
 */
@DisplayName("A value comes back as it was")
class LiteralsIT {

    private static final Path LISTS = Path.of("src/test/resources/literals");

    @TempDir
    Path folder;

    private int runs;

    @ParameterizedTest
    @EnumSource
    @DisplayName("or is refused before anything is sent")
    void everyValueByEveryRoad(Databases kind) throws Exception {
        var refused = new TreeMap<String, String>();
        for (var samples : Samples.values()) {
            try (var online = kind.fresh();
                    var offline = kind.fresh()) {
                var chosen = new EnumMap<Road, List<Integer>>(Road.class);
                for (var road : Road.values()) {
                    chosen.put(
                            road,
                            !road.takes(samples)
                                    ? new ArrayList<>()
                                    : new ArrayList<>(
                                            IntStream.range(0, samples.all().size())
                                                    .boxed()
                                                    .toList()));
                }
                var name = samples.name().toLowerCase(Locale.ROOT);
                var planned = accepted(
                        online,
                        samples,
                        chosen,
                        name,
                        refused,
                        project -> project.limbeck().plan("heads"));
                planned.limbeck().upgrade();
                assertThat(wrong(online, samples, chosen)).as(name + ", online").isEmpty();

                var written = accepted(
                        offline,
                        samples,
                        chosen,
                        name + " written",
                        refused,
                        project -> project.sql(Direction.UPGRADE, "base:heads"));
                written.runByClient(Direction.UPGRADE, "base:heads");
                assertThat(wrong(offline, samples, chosen))
                        .as(name + ", through the script")
                        .isEmpty();
            }
        }
        var text = new StringBuilder();
        refused.forEach(
                (what, why) -> text.append(what).append(": ").append(why).append('\n'));
        var list = LISTS.resolve(kind.dialect() + ".txt");
        if (Boolean.getBoolean("golden.write")) {
            Files.writeString(list, text.toString());
        }
        assertThat(text.toString()).isEqualTo(Files.readString(list));
    }

    /** A project of the chosen values without those that are refused. */
    private Project accepted(
            TestDatabase database,
            Samples samples,
            Map<Road, List<Integer>> chosen,
            String name,
            Map<String, String> refused,
            Consumer<Project> attempt)
            throws Exception {
        while (true) {
            var project = project(database, samples, chosen);
            try {
                attempt.accept(project);
                return project;
            } catch (LimbeckException e) {
                leaveOut(e, samples, chosen, name, refused);
            }
        }
    }

    private static void leaveOut(
            LimbeckException failure,
            Samples samples,
            Map<Road, List<Integer>> chosen,
            String name,
            Map<String, String> refused) {
        var lost = new EnumMap<Road, List<Integer>>(Road.class);
        for (Problem problem : failure.problems()) {
            var place = problem.place().orElseThrow(() -> failure);
            var file = place.source().replaceAll(".*/", "").split("[._]");
            var road = Road.valueOf(file[0].toUpperCase(Locale.ROOT));
            var index = file[1].equals("groovy") ? Road.at(place.line(), chosen.get(road)) : Integer.valueOf(file[1]);
            lost.computeIfAbsent(road, any -> new ArrayList<>()).add(index);
            refused.put(name + " by " + file[0] + ", " + shown(samples.all().get(index)), problem.fact());
        }
        lost.forEach((road, some) -> chosen.get(road).removeAll(some));
        assertThat(lost).as(failure.getMessage()).isNotEmpty();
    }

    private static String shown(Object value) {
        var script = new Literal(value).script();
        return script.length() <= 60 ? script : script.substring(0, 50) + "… of " + script.length();
    }

    private Project project(TestDatabase database, Samples samples, Map<Road, List<Integer>> chosen) throws Exception {
        var project = new Project(folder.resolve("run" + runs++), database);
        var migrations = Files.createDirectories(project.migrations());
        for (var road : Road.values()) {
            for (var file : road.files(samples, chosen.get(road)).entrySet()) {
                Files.writeString(migrations.resolve(file.getKey()), file.getValue());
            }
        }
        return project;
    }

    private static List<String> wrong(TestDatabase database, Samples samples, Map<Road, List<Integer>> chosen)
            throws SQLException {
        var wrong = new ArrayList<String>();
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            for (var road : Road.values()) {
                for (var index : chosen.get(road)) {
                    try (var rows = statement.executeQuery("select v from " + road.table(index) + " where id = 1")) {
                        rows.next();
                        var value = samples.all().get(index);
                        var back = samples == Samples.JSON ? Back.equalJson(value, rows) : Back.equal(value, rows);
                        if (!back) {
                            wrong.add(road + " of " + shown(value) + " came back as " + rows.getString(1));
                        }
                    }
                }
            }
        }
        return wrong;
    }
}
