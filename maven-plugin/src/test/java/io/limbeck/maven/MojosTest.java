package io.limbeck.maven;

import static org.apache.maven.api.plugin.testing.MojoExtension.setVariableValueToObject;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.apache.maven.api.plugin.testing.InjectMojo;
import org.apache.maven.api.plugin.testing.MojoParameter;
import org.apache.maven.api.plugin.testing.MojoTest;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@MojoTest
class MojosTest {

    private static final String ACCOUNT = """
            revision 'a1b2c3d4e5f6', message: 'create account'

            upgrade {
                createTable('account') { column 'id', bigint, primaryKey: true }
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void writeScript() throws Exception {
        Files.createDirectories(folder.resolve("migrations"));
        Files.writeString(folder.resolve("migrations/a1b2c3d4e5f6_create_account.groovy"), ACCOUNT);
    }

    @Test
    @InjectMojo(goal = "migrate")
    @MojoParameter(name = "skip", value = "true")
    void aSkippedGoalDoesNothing(MigrateMojo migrate) throws Exception {
        migrate.execute();
        assertThat(migrate.reached()).isNull();
    }

    @Test
    @InjectMojo(goal = "migrate")
    void migrateLeavesWhatLaterPluginsRead(MigrateMojo migrate) throws Exception {
        configure(migrate, Map.of("url", "jdbc:derby:memory:later;create=true;user=ann;password=s3cret"));
        migrate.execute();
        assertThat(migrate.project().getProperties())
                .containsEntry("db.current", "a1b2c3d4e5f6")
                .containsEntry("db.url", "jdbc:derby:memory:later;create=true");
    }

    @Test
    @InjectMojo(goal = "migrate")
    void wrongScriptsAreAFailureWithTheMessageAlone(MigrateMojo migrate) throws Exception {
        Files.writeString(folder.resolve("migrations/b2_bad.groovy"), ACCOUNT.replace("createTable", "createTabel"));
        configure(migrate, Map.of("url", "jdbc:derby:memory:wrong;create=true"));
        assertThatThrownBy(migrate::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasNoCause();
    }

    @Test
    @InjectMojo(goal = "migrate")
    void whatIsOutOfOrderFailsWhereThePomSaysSo(MigrateMojo migrate) throws Exception {
        configure(migrate, Map.of("url", "jdbc:derby:memory:order;create=true", "outOfOrder", "fail"));
        migrate.execute();
        Files.writeString(
                folder.resolve("migrations/a0.groovy"),
                "revision 'a0'\n\nupgrade {\n    createTable('x') { column 'id', integer }\n}\n");
        Files.writeString(
                folder.resolve("migrations/a1b2c3d4e5f6_create_account.groovy"),
                ACCOUNT.replace("message:", "down: 'a0', message:"));
        assertThatThrownBy(migrate::execute)
                .isInstanceOf(MojoFailureException.class)
                .hasMessageContaining("revision 'a0' is applied behind revisions that need it")
                .hasMessageContaining("outOfOrder=allow");
        setVariableValueToObject(migrate, "outOfOrder", "allow");
        migrate.execute();
    }

    @Test
    @InjectMojo(goal = "downgrade")
    void aDowngradeWithoutATargetIsAnError(DowngradeMojo downgrade) throws Exception {
        configure(downgrade, Map.of("url", "jdbc:derby:memory:aimless;create=true"));
        assertThatThrownBy(downgrade::execute)
                .isInstanceOf(MojoExecutionException.class)
                .hasNoCause()
                .hasMessageContaining("-Ddb.target=base");
    }

    @Test
    @InjectMojo(goal = "sql")
    @MojoParameter(name = "output", value = "-")
    void sqlGoesToStandardOutputIfThePomSaysSo(SqlMojo sql) throws Exception {
        configure(sql, Map.of("dialect", "postgresql"));
        sql.execute();
        assertThat(sql.workspace().target().resolve("db/upgrade.sql")).doesNotExist();
    }

    @Test
    @InjectMojo(goal = "sql")
    void sqlIsWrittenWhereItIsWanted(SqlMojo sql) throws Exception {
        Path file = folder.resolve("out/up.sql");
        configure(sql, Map.of("dialect", "postgresql", "output", file.toString()));
        sql.execute();
        assertThat(file).content().contains("CREATE TABLE account");
    }

    @Test
    @InjectMojo(goal = "init")
    void initOverwritesNothing(InitMojo init) throws Exception {
        configure(init, Map.of());
        init.execute();
        assertThat(folder.resolve("env.groovy")).exists();
        assertThat(folder.resolve("migrations/a1b2c3d4e5f6_create_account.groovy"))
                .content()
                .isEqualTo(ACCOUNT);
    }

    private void configure(ScriptMojo goal, Map<String, Object> parameters) throws Exception {
        setVariableValueToObject(goal, "directory", folder.toFile());
        for (Map.Entry<String, Object> parameter : parameters.entrySet()) {
            setVariableValueToObject(goal, parameter.getKey(), parameter.getValue());
        }
    }
}
