package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.revision.Direction;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code -Dfuzz.rounds=2000} tries more; {@code -Dfuzz.seed=…} tries others. */
@DisplayName("Bad input ends in a clear error or in a correct run:")
class NonsenseTest {

    private static final int ROUNDS = Integer.getInteger("fuzz.rounds", 25);
    private static final long SEED = Long.getLong("fuzz.seed", 20261123);

    private static final List<String> SNIPPETS = List.of(
            "'",
            "\"",
            "'''",
            "\\",
            "\0",
            "{",
            "}",
            "(",
            ")",
            "[",
            "]",
            ",",
            ":",
            ";",
            "$",
            "$$",
            "${",
            "/*",
            "*/",
            "//",
            "--",
            "\n",
            "\r",
            "\r\n",
            "\t",
            "\uFEFF",
            "\u2028",
            "🦊",
            "ß",
            "null",
            "true",
            "[:]",
            "[]",
            "-1",
            "0x",
            "99999999999999999999",
            "1e999",
            "upgrade {",
            "downgrade {",
            "revision 'x'",
            "down:",
            "-- upgrade",
            "-- revision: zz",
            "DELIMITER //",
            "GO",
            "/",
            "begin",
            "end",
            "' or 1=1 --",
            "\"\"",
            "a.b.c",
            "it -> it",
            "def",
            "class X {}",
            "import java.io.File",
            "x".repeat(3000));

    private static final List<String> TARGETS = List.of(
            "",
            " ",
            "heads",
            "head",
            "base",
            "a1",
            "b",
            "zz",
            "+1",
            "-1",
            "+0",
            "+99999999999",
            "a1+1",
            "a1-5",
            "label@head",
            "@",
            ":",
            "a1:b2",
            "base:heads",
            "heads:base",
            "a,b",
            ",",
            "a1,,b2",
            "'",
            "\0",
            "a1:b2:a1",
            "é",
            "x".repeat(999));

    private static final String WELL = "well";

    /** Problems that come when statements have run. */
    private static final Set<String> AFTER_STATEMENTS = Set.of(WELL, "statement-failed", "hook-failed");

    @TempDir
    Path folder;

    private final List<String> unclear = new ArrayList<>();
    private Random random;

    @Test
    @DisplayName("scripts, SQL scripts, env.groovy and rows of files")
    void files() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            random = new Random(SEED + round);
            Project project = sound(folder.resolve("round" + round));
            List<String> names =
                    List.of("migrations/a1.groovy", "migrations/b2.sql", "env.groovy", "migrations/rows.csv");
            Path file = project.folder().resolve(names.get(random.nextInt(names.size())));
            byte[] spoiled = spoiled(Files.readAllBytes(file));
            Files.write(file, spoiled);
            String input = "seed " + (SEED + round) + ", " + file.getFileName() + ":\n"
                    + new String(spoiled, StandardCharsets.UTF_8);
            check(input, limbeck -> limbeck.validate(), project.offline("h2"));
            check(input, limbeck -> limbeck.sql("heads", new StringWriter()), project.offline("postgresql"));
            Memory database = Memory.h2();
            unlessRefused(input, database, limbeck -> limbeck.upgrade("heads"), project.on(database));
            unlessRefused(input, database, limbeck -> limbeck.downgrade("base"), project.on(database));
        }
    }

    @Test
    @DisplayName("version rows that somebody edited")
    void rows() throws Exception {
        List<String> columns = List.of(
                "revision",
                "message",
                "script",
                "checksum",
                "applied_at",
                "applied_by",
                "duration_ms",
                "statements",
                "statements_done",
                "status",
                "journal");
        List<String> values = List.of(
                "null",
                "''",
                "'zz'",
                "'running'",
                "'reverting'",
                "'undoing'",
                "'<1:0123456789ab >ffff'",
                "'<9'",
                "'(clean)'",
                "'RUNNING  '",
                "-1",
                "0",
                "7",
                "2147483647",
                "timestamp '9999-12-31 23:59:59'",
                "'>'",
                "'> >'",
                "'0123456789ab'",
                "'0123456789ab ffff >ffff'",
                "'(lock)'",
                "'repeatable:x'",
                "'" + "y".repeat(100) + "'");
        for (int round = 0; round < ROUNDS; round++) {
            random = new Random(SEED + round);
            Project project = sound(folder.resolve("round" + round));
            Memory database = Memory.h2();
            project.on(database).load().upgrade("heads");
            StringBuilder edits = new StringBuilder("seed " + (SEED + round));
            for (int edit = 0; edit <= random.nextInt(3); edit++) {
                String sql = "update db_version set " + columns.get(random.nextInt(columns.size())) + " = "
                        + values.get(random.nextInt(values.size()))
                        + (random.nextBoolean() ? " where revision = 'b2'" : "");
                try {
                    database.execute(sql);
                    edits.append('\n').append(sql);
                } catch (SQLException notPossible) {
                    edits.append("\nnot ").append(sql);
                }
            }
            String input = edits.toString();
            check(input, Limbeck::status, project.on(database));
            check(input, Limbeck::validate, project.on(database));
            Repair repair = Repair.values()[random.nextInt(4)];
            unlessRefused(input, database, limbeck -> limbeck.repair(repair), project.on(database));
            unlessRefused(input, database, Limbeck::repair, project.on(database));
            unlessRefused(input, database, limbeck -> limbeck.upgrade("heads"), project.on(database));
            unlessRefused(input, database, limbeck -> limbeck.downgrade("base"), project.on(database));
        }
    }

    @Test
    @DisplayName("targets and options")
    void parameters() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            random = new Random(SEED + round);
            Project project = sound(folder.resolve("round" + round));
            Memory database = Memory.h2();
            String target = TARGETS.get(random.nextInt(TARGETS.size()));
            String other = random.nextBoolean() ? target : SNIPPETS.get(random.nextInt(SNIPPETS.size()));
            String input = "seed " + (SEED + round) + ", '" + target + "', '" + other + "'";
            unlessRefused(input, database, limbeck -> limbeck.upgrade(target), project.on(database));
            unlessRefused(input, database, limbeck -> limbeck.downgrade(target), project.on(database));
            unlessRefused(input, database, limbeck -> limbeck.stamp(target), project.on(database));
            check(input, limbeck -> limbeck.show(target), project.on(database));
            check(input, limbeck -> limbeck.history(target), project.on(database));
            check(
                    input,
                    limbeck -> limbeck.sql(Direction.DOWNGRADE, target, new StringWriter()),
                    project.offline("h2"));
            check(
                    input,
                    limbeck -> limbeck.upgrade("heads"),
                    project.on(database).versionTable(other));
            check(
                    input,
                    limbeck -> limbeck.upgrade("heads"),
                    project.on(database).versionTableSchema(other));
            check(
                    input,
                    limbeck -> limbeck.upgrade("heads"),
                    project.on(database).schema(other));
            check(input, limbeck -> limbeck.sql("heads", new StringWriter()), project.offline(other));
        }
    }

    private static Project sound(Path folder) {
        return new Project(folder)
                .environment("configure {\n    versionTable 'db_version'\n    beforeRevision { revision -> }\n}\n")
                .file("rows.csv", "id,name\n1,Ada\n2,\"Brian \"\"B\"\" K\"\n")
                .revision("a1", "", """
                            createTable('t') {
                                column 'id', integer, primaryKey: true
                                column 'name', varchar(40), default: 'x'
                                index 'name'
                            }
                            insert 't', csv: 'rows.csv'
                            createTable('u') { column 'id', integer, references: 't(id)' }
                        """)
                .file("b2.sql", """
                        -- revision: b2
                        -- down: a1
                        -- message: names
                        -- upgrade
                        create table v (id integer, name varchar(20) default 'a;b');
                        insert into v values (1, 'it''s'); -- one
                        /* two */ create index ix_v on v (name);
                        -- downgrade
                        drop table v;
                        """);
    }

    private byte[] spoiled(byte[] bytes) {
        List<Byte> spoiled = new ArrayList<>();
        for (byte each : bytes) {
            spoiled.add(each);
        }
        for (int i = 0; i <= random.nextInt(3); i++) {
            int at = random.nextInt(spoiled.size() + 1);
            int length = Math.min(1 + random.nextInt(12), spoiled.size() - at);
            switch (random.nextInt(5)) {
                case 0 -> spoiled.subList(at, at + length).clear();
                case 1 -> spoiled.addAll(at, new ArrayList<>(spoiled.subList(at, at + length)));
                case 2 -> spoiled.add(at, (byte) random.nextInt(256));
                case 3 -> spoiled.subList(at, spoiled.size()).clear();
                default -> {
                    byte[] snippet =
                            SNIPPETS.get(random.nextInt(SNIPPETS.size())).getBytes(StandardCharsets.UTF_8);
                    List<Byte> more = new ArrayList<>();
                    for (byte each : snippet) {
                        more.add(each);
                    }
                    spoiled.addAll(at, more);
                }
            }
        }
        byte[] result = new byte[spoiled.size()];
        for (int i = 0; i < result.length; i++) {
            result[i] = spoiled.get(i);
        }
        return result;
    }

    /** What is refused before its first statement, or by a repair, leaves the database as it was. */
    private void unlessRefused(String input, Memory database, Consumer<Limbeck> work, Configuration configuration) {
        String before = state(database);
        boolean refused = check(input, work, configuration).stream()
                .noneMatch(problem -> AFTER_STATEMENTS.contains(problem.code()));
        if (refused && !state(database).equals(before)) {
            unclear.add(input + "\n=> refused, but before it was\n" + before + "\nand is\n" + state(database));
        }
    }

    private static String state(Memory database) {
        try {
            String tables = database.tables();
            return tables
                    + (List.of(tables.split(" ")).contains("db_version")
                            ? "\n"
                                    + database.rows(
                                            "select * from db_version where revision <> '(lock)' order by revision")
                            : "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What went wrong, if anything did; a run that went well says so by a problem of its own. */
    private List<Problem> check(String input, Consumer<Limbeck> work, Configuration configuration) {
        try {
            work.accept(configuration.lockTimeout(Duration.ofMillis(1)).load());
            return List.of(Problem.of(WELL, "", null));
        } catch (LimbeckException clear) {
            boolean worded = !clear.problems().isEmpty()
                    && clear.problems().stream().allMatch(problem -> isClear(problem.fact()));
            if (!worded) {
                unclear.add(input + "\n=> " + clear.getMessage());
            }
            return clear.problems();
        } catch (RuntimeException | StackOverflowError | AssertionError thrown) {
            unclear.add(input + "\n=> " + thrown + "\n"
                    + Arrays.stream(thrown.getStackTrace())
                            .limit(8)
                            .map(frame -> "   " + frame)
                            .collect(Collectors.joining("\n")));
            return List.of(Problem.of(WELL, "", null));
        }
    }

    /** Exceptions are told where a script threw them. */
    private static boolean isClear(String fact) {
        return !fact.isBlank()
                && !fact.contains("\tat ")
                && !fact.contains("io.limbeck.")
                && !fact.contains("Script_")
                && (!fact.contains("Exception:") || fact.startsWith("the script failed here: "));
    }

    @AfterEach
    void nothingIsUnclear() {
        assertThat(unclear).as("%s of them", unclear.size()).isEmpty();
    }
}
