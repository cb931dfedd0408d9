package io.limbeck.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.limbeck.call.Site;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.Recorded;
import io.limbeck.error.Place;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameTable;
import io.limbeck.plan.History;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.script.GroovyScripts;
import io.limbeck.script.ScriptFolders;
import io.limbeck.script.ScriptRecorder;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommutationTest {

    /** A case of {@code clashes.txt}: a title after ##, then the ancestor, two branches and what is told, divided by --. */
    record Case(String title, List<String> parts) {
        @Override
        public String toString() {
            return title;
        }
    }

    static Stream<Case> cases() {
        return Arrays.stream(resource().split("(?m)^## ")).skip(1).map(text -> {
            int line = text.indexOf('\n');
            return new Case(
                    text.substring(0, line), List.of(text.substring(line + 1).split("(?m)^--.*\n", -1)));
        });
    }

    @ParameterizedTest
    @MethodSource("cases")
    void branchesAreComparedOperationByOperation(Case given, @TempDir Path folder) throws IOException {
        write(folder, "a", "revision 'a'", given.parts().get(0));
        write(folder, "b", "revision 'b', down: 'a'", given.parts().get(1));
        write(folder, "c", "revision 'c', down: 'a'", given.parts().get(2));
        ClassLoader loader = CommutationTest.class.getClassLoader();
        try (ScriptFolders folders = new ScriptFolders(loader);
                GroovyScripts compiler = new GroovyScripts(loader)) {
            History history = new History(folders.scripts(List.of(folder.toString())));
            var dialect = Dialects.of("postgresql");
            Naming naming = Naming.of(Map.of(), dialect.maxIdentifier());
            Branches branches = new Branches(history, new ScriptRecorder(dialect, naming, false, Map.of(), compiler));
            Comparison comparison = branches.compare(
                    history.graph().find("b").orElseThrow(),
                    history.graph().find("c").orElseThrow());
            StringBuilder told = new StringBuilder();
            comparison
                    .clashes()
                    .forEach(clash -> told.append(clash.certain() ? "! " : "? ")
                            .append(clash.problem().where())
                            .append(": ")
                            .append(clash.problem().fact())
                            .append('\n'));
            assertThat(told.toString()).isEqualTo(given.parts().get(3).stripTrailing() + (told.isEmpty() ? "" : "\n"));
            assertThat(comparison.joined().isPresent())
                    .isEqualTo(comparison.clashes().stream().noneMatch(Clash::certain));
        }
    }

    private static void write(Path folder, String name, String header, String body) throws IOException {
        Files.writeString(folder.resolve(name + ".groovy"), header + "\nupgrade {\n" + body + "}\n");
    }

    @Test
    void branchesCommuteExactlyWhereNoPairOfTheirOperationsIsToBlame() {
        int proven = 0;
        for (int seed = 0; seed < 2000; seed++) {
            Random random = new Random(seed);
            Schema ancestor = random(random, Schema.EMPTY, 4).after();
            List<Recorded> one = random(random, ancestor, 1 + random.nextInt(4)).operations();
            List<Recorded> other =
                    random(random, ancestor, 1 + random.nextInt(4)).operations();
            Comparison comparison = Commutation.compare(ancestor, one, other);
            try {
                assertThat(comparison.clashes().isEmpty())
                        .isEqualTo(comparison.joined().isPresent());
                comparison.joined().ifPresent(joined -> {
                    assertThat(joined.sameAs(fold(fold(ancestor, one), other))).isTrue();
                    assertThat(joined.sameAs(fold(fold(ancestor, other), one))).isTrue();
                });
            } catch (AssertionError e) {
                fail("seed " + seed, e);
            }
            proven += comparison.joined().isPresent() ? 1 : 0;
        }
        assertThat(proven).isBetween(200, 1800);
    }

    private record Branch(List<Recorded> operations, Schema after) {}

    private static Schema fold(Schema before, List<Recorded> operations) {
        Schema state = before;
        for (Recorded recorded : operations) {
            state = recorded.operation().resolved(state).apply(state);
        }
        return state;
    }

    private static Branch random(Random random, Schema before, int size) {
        List<Recorded> operations = new ArrayList<>();
        Schema state = before;
        while (operations.size() < size) {
            Operation operation = random(random);
            try {
                state = operation.apply(state);
                operations.add(new Recorded(operation, Site.at(Place.file("x")), false));
            } catch (Refusal impossible) {
                // another one
            }
        }
        return new Branch(operations, state);
    }

    private static Operation random(Random random) {
        Name table = Name.of("t" + random.nextInt(4));
        String column = "c" + random.nextInt(4);
        Column made = Column.of(column, Scalar.of(random.nextBoolean() ? Kind.INTEGER : Kind.TEXT));
        return switch (random.nextInt(7)) {
            case 0, 1 -> new CreateTable(Table.of(table, List.of(made)), false);
            case 2 -> new DropTable(table, false, false);
            case 3 -> new RenameTable(table, "t" + random.nextInt(4));
            case 4 -> new DropColumn(table, column, false);
            case 5 -> new RenameColumn(table, column, "c" + random.nextInt(4));
            default -> new AddColumn(table, made, List.of(), List.of(), Optional.empty(), false, false);
        };
    }

    private static String resource() {
        try (var file = CommutationTest.class.getResourceAsStream("clashes.txt")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
