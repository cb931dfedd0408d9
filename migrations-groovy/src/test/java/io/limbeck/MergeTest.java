package io.limbeck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeTest {

    @TempDir
    Path folder;

    @BeforeEach
    void history() throws IOException {
        script("a1", "revision 'a1', message: 'create account'", """
                createTable('account') { column 'id', bigint, primaryKey: true; column 'email', varchar(50) }""");
        script("b1", "revision 'b1', down: 'a1', message: 'add phone'", "addColumn 'account', 'phone', varchar(20)");
    }

    @Test
    void databasesThatStoodAtEitherBranchMigrateThroughTheMerge() throws IOException {
        script("c1", "revision 'c1', down: 'a1', message: 'add cart'", "createTable('cart') { column 'id', bigint }");
        at("left").upgrade("b1");
        at("right").upgrade("c1");

        assertThatThrownBy(() -> at("left").upgrade()).hasMessageContaining("mvn db:merge");
        MergeReport merge = at("left").merge(NewMerge.ofHeads());

        assertThat(merge.isProven()).isTrue();
        assertThat(merge.warnings()).isEmpty();
        assertThat(Files.readString(merge.script()))
                .matches(
                        "revision '[0-9a-f]{12}', down: \\['b1', 'c1'\\], message: 'merge b1 and c1'\n\nupgrade \\{\n}\n");
        assertThat(at("left").upgrade().headsAfter())
                .isEqualTo(at("right").upgrade().headsAfter())
                .hasSize(1);
        at("left").checkHeads();
    }

    @Test
    void whatMayNotBeExchangedStandsInTheScript() throws IOException {
        script("c1", "revision 'c1', down: 'a1'", "dropTable 'account'");

        MergeReport merge = at("db").merge(NewMerge.ofHeads());

        assertThat(merge.isProven()).isFalse();
        assertThat(merge.warnings()).extracting(Problem::code).containsExactly("order-matters");
        assertThat(Files.readString(merge.script())).contains("""

                // The order of the branches matters; databases that took different ones differ:
                // - in one of the two orders there is no table 'account' at this point
                //     b1.groovy:3:1: addColumn 'account', 'phone', varchar(20)
                //     c1.groovy:3:1: dropTable 'account'

                upgrade {
                }
                """);
        assertThat(at("db").heads()).hasSize(1);
    }

    @Test
    void whatIsJoinedAlreadyCannotBeMerged() {
        assertRefused("nothing-to-merge", () -> at("db").merge(NewMerge.ofHeads()));
        assertRefused(
                "nothing-to-merge",
                () -> at("db").merge(new NewMerge(Optional.of("a1,b1"), Optional.empty(), List.of())));
    }

    @Test
    void aDatabaseBehindTheHeadsIsTold() {
        assertRefused("not-at-heads", () -> at("db").checkHeads());
        at("db").upgrade("a1");
        assertRefused("not-at-heads", () -> at("db").checkHeads());
        at("db").upgrade();
        at("db").checkHeads();
    }

    @Test
    void aRevisionThatNoScriptHasIsToldWithItsRowAndAStampGetsOutOfIt() throws IOException {
        at("db").upgrade();
        Files.delete(folder.resolve("migrations/b1.groovy"));
        for (ThrowingCallable run : List.<ThrowingCallable>of(
                () -> at("db").upgrade(), () -> at("db").downgrade("base"), () -> at("db").plan("heads"))) {
            assertThatThrownBy(run)
                    .message()
                    .matches("(?s)revision 'b1' \\(add phone\\) is applied, but no script declares it; it was applied"
                            + " on \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC by SA\n.*b1\\.groovy.*"
                            + "mvn db:stamp -Ddb.target=a1`\\..*");
        }
        assertThat(at("db").status()).hasSize(2);
        at("db").stamp("a1");
        assertThat(at("db").upgrade().isEmpty()).isTrue();
    }

    @Test
    void branchPointsComeWithWhatFollowsThem() throws IOException {
        script("c1", "revision 'c1', down: 'a1'", "");
        List<BranchPoint> points = Limbeck.configure().directory(folder).load().branches();
        assertThat(points).hasSize(1);
        assertThat(points.get(0).revision().revision().id()).isEqualTo("a1");
        assertThat(points.get(0).children())
                .extracting(child -> child.revision().id())
                .containsExactly("b1", "c1");
    }

    @Test
    void aFileIsCalledAsTheTemplateSays() throws IOException {
        Files.writeString(folder.resolve("env.groovy"), "configure { fileTemplate '{year}/{rev}-{slug}' }\n");
        Path named = at("db").revision(NewRevision.of("Add cart"));
        assertThat(folder.resolve("migrations").relativize(named).toString())
                .matches("20\\d\\d/[0-9a-f]{12}-add_cart\\.groovy");
        assertThat(at("db").history("")).hasSize(3);

        Limbeck wrong = configuration("db").fileTemplate("{slag}").load();
        assertThatThrownBy(() -> wrong.revision(NewRevision.of("x"))).hasMessageContaining("'{slag}'");
    }

    @Test
    void aCommandRunsOnTheNewFileAndItsFailureIsSeen() throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(folder.resolve("env.groovy"), """
                configure { postWrite { file -> new File(file.path + '.seen').text = file.name } }
                """);
        Path written =
                configuration("db").postWrite("'" + java + "' -version").load().revision(NewRevision.of("seen"));
        assertThat(Path.of(written + ".seen")).exists();

        Limbeck failing =
                configuration("db").postWrite("'" + java + "' {file} --no").load();
        assertThatThrownBy(() -> failing.revision(NewRevision.of("unseen")))
                .hasMessageContaining("failed on the new script: it ended with 1")
                .hasMessageContaining("was written and stays");
    }

    private Limbeck at(String database) {
        return configuration(database).load();
    }

    private Configuration configuration(String database) {
        return Limbeck.configure()
                .directory(folder)
                .url("jdbc:h2:" + folder.resolve("data").resolve(database))
                .username("sa");
    }

    private void script(String name, String header, String body) throws IOException {
        Path file = folder.resolve("migrations").resolve(name + ".groovy");
        Files.createDirectories(file.getParent());
        Files.writeString(file, header + "\nupgrade {\n" + body + "\n}\n");
    }

    private static void assertRefused(String code, Runnable run) {
        assertThatThrownBy(run::run)
                .isInstanceOfSatisfying(
                        LimbeckException.class,
                        refused -> assertThat(Set.of(code))
                                .contains(refused.problems().get(0).code()));
    }
}
