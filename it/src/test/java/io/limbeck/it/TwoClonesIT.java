package io.limbeck.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.limbeck.Limbeck;
import io.limbeck.MergeReport;
import io.limbeck.NewMerge;
import io.limbeck.NewRevision;
import io.limbeck.it.catalogue.Catalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Two branches made in two clones of a repository")
class TwoClonesIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    @DisplayName("are two heads after git merged them, are joined, and databases that stood at either migrate")
    void twoClones(Databases kind) throws Exception {
        Path origin = Files.createDirectories(folder.resolve("origin"));
        Git main = Git.init(origin);
        write(origin, "create account", "createTable('account') { column 'id', bigint, primaryKey: true }");
        main.commit("Create the account");
        Git anna = main.cloneTo(folder.resolve("anna"));
        Git ben = main.cloneTo(folder.resolve("ben"));

        anna.run("checkout", "--quiet", "-b", "phones");
        write(anna.folder(), "add phone", "addColumn 'account', 'phone', varchar(20)");
        anna.commit("Add the phone");
        ben.run("checkout", "--quiet", "-b", "carts");
        write(ben.folder(), "create cart", """
                createTable('cart') {
                    column 'id', bigint, primaryKey: true
                    column 'account_id', bigint, references: 'account(id)'
                }""");
        ben.commit("Create the cart");

        try (TestDatabase annas = kind.fresh();
                TestDatabase bens = kind.fresh()) {
            limbeck(anna.folder(), annas).upgrade();
            limbeck(ben.folder(), bens).upgrade();

            main.run("pull", "--quiet", "--no-rebase", anna.folder().toString(), "phones");
            main.run("pull", "--quiet", "--no-rebase", "--no-edit", ben.folder().toString(), "carts");
            for (TestDatabase database : List.of(annas, bens)) {
                assertThatThrownBy(() -> limbeck(origin, database).upgrade())
                        .hasMessageContaining("there are 2 heads: ")
                        .hasMessageContaining("_add_phone.groovy")
                        .hasMessageContaining("_create_cart.groovy")
                        .hasMessageContaining("Join them: mvn db:merge");
            }
            MergeReport merge = limbeck(origin, annas).merge(NewMerge.ofHeads());
            assertThat(merge.isProven()).isTrue();
            main.commit("Join the branches");

            anna.run("pull", "--quiet", "origin", "main");
            ben.run("pull", "--quiet", "origin", "main");
            assertThat(limbeck(anna.folder(), annas).upgrade().steps()).hasSize(2);
            assertThat(limbeck(ben.folder(), bens).upgrade().steps()).hasSize(2);
            assertThat(catalogue(annas)).isEqualTo(catalogue(bens)).containsIgnoringCase("cart");
            limbeck(ben.folder(), annas).checkHeads();
            limbeck(anna.folder(), bens).checkHeads();
        }
    }

    private static void write(Path repository, String message, String operation) throws IOException {
        Path script = Limbeck.configure().directory(scripts(repository)).load().revision(NewRevision.of(message));
        String header = Files.readString(script).lines().findFirst().orElseThrow();
        Files.writeString(script, header + "\n\nupgrade {\n" + operation.indent(4) + "}\n");
    }

    private static Path scripts(Path repository) throws IOException {
        Path scripts = repository.resolve("src/main/db");
        Files.createDirectories(scripts.resolve("migrations"));
        return scripts;
    }

    private static Limbeck limbeck(Path repository, TestDatabase database) {
        return Limbeck.configure()
                .directory(repository.resolve("src/main/db"))
                .url(database.url())
                .username(database.username())
                .password(database.password())
                .load();
    }

    private static String catalogue(TestDatabase database) throws Exception {
        try (var connection = database.connect()) {
            return Catalogue.of(connection).without("db_version").text();
        }
    }
}
