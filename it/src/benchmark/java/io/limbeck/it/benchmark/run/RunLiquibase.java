package io.limbeck.it.benchmark.run;

import java.nio.file.Path;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Scope;
import liquibase.command.CommandScope;
import liquibase.command.core.UpdateCommandStep;
import liquibase.command.core.helpers.DbUrlConnectionArgumentsCommandStep;
import liquibase.resource.DirectoryResourceAccessor;

/** Liquibase's job. Arguments: URL, user, password, folder. */
public final class RunLiquibase {

    private RunLiquibase() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        try (DirectoryResourceAccessor folder = new DirectoryResourceAccessor(Path.of(arguments[3]))) {
            Scope.child(
                    Scope.Attr.resourceAccessor,
                    folder,
                    () -> new CommandScope(UpdateCommandStep.COMMAND_NAME)
                            .addArgumentValue(UpdateCommandStep.CHANGELOG_FILE_ARG, "changelog.xml")
                            .addArgumentValue(DbUrlConnectionArgumentsCommandStep.URL_ARG, arguments[0])
                            .addArgumentValue(DbUrlConnectionArgumentsCommandStep.USERNAME_ARG, arguments[1])
                            .addArgumentValue(DbUrlConnectionArgumentsCommandStep.PASSWORD_ARG, arguments[2])
                            .execute());
        }
        Peak.print();
    }
}
