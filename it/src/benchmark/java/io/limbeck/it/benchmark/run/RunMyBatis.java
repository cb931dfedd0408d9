package io.limbeck.it.benchmark.run;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Properties;
import org.apache.ibatis.migration.FileMigrationLoader;
import org.apache.ibatis.migration.JdbcConnectionProvider;
import org.apache.ibatis.migration.operations.UpOperation;
import org.apache.ibatis.migration.options.DatabaseOperationOption;

/** MyBatis Migrations' job. Arguments: URL, user, password, folder. */
public final class RunMyBatis {

    private RunMyBatis() {}

    public static void main(String[] arguments) throws Exception {
        String driver = arguments[0].startsWith("jdbc:derby")
                ? "org.apache.derby.jdbc.EmbeddedDriver"
                : "org.postgresql.Driver";
        new UpOperation()
                .operate(
                        new JdbcConnectionProvider(driver, arguments[0], arguments[1], arguments[2]),
                        new FileMigrationLoader(Path.of(arguments[3]).toFile(), "UTF-8", new Properties()),
                        new DatabaseOperationOption(),
                        new PrintStream(OutputStream.nullOutputStream()));
        Peak.print();
    }
}
