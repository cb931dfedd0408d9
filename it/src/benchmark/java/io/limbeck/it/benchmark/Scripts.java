package io.limbeck.it.benchmark;

import io.limbeck.Limbeck;
import io.limbeck.plan.Plan;
import io.limbeck.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One history in the words of every contender: migrations of four statements each, which make a table, index it, add a
 * column and a row. The SQL of the others is what Limbeck renders, so all send the same.
 *
 * @param folder has one folder for each contender
 * @param tenth what every tenth script is like, the others being literal
 */
record Scripts(Path folder, Tenth tenth) {

    /** A history of so many migrations for a database, literal or with real Groovy in a tenth of them. */
    static Scripts write(Path folder, int size, boolean real, Store store) {
        return write(folder, size, real ? Tenth.GROOVY : Tenth.LITERAL, store);
    }

    /** A history of so many migrations for a database. */
    static Scripts write(Path folder, int size, Tenth tenth, Store store) {
        Scripts scripts = new Scripts(folder, tenth);
        try {
            for (String each : List.of("limbeck/migrations", "raw", "flyway", "liquibase/changes", "mybatis")) {
                Files.createDirectories(folder.resolve(each));
            }
            scripts.writeFrame();
            for (int number = 1; number <= size; number++) {
                scripts.writeGroovy(number);
            }
            try (Store.Place place = store.fresh(folder);
                    Limbeck limbeck = Limbeck.configure()
                            .directory(folder.resolve("limbeck"))
                            .url(place.url())
                            .username(place.username())
                            .password(place.password())
                            .load()) {
                List<Plan.Step> steps = limbeck.plan("heads").steps();
                for (int i = 0; i < steps.size(); i++) {
                    scripts.writeSql(i + 1, statements(steps.get(i)));
                }
            }
            return scripts;
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** The same for Limbeck alone. */
    static void writeForLimbeck(Path folder, int size) throws IOException {
        Files.createDirectories(folder.resolve("limbeck/migrations"));
        Scripts scripts = new Scripts(folder, Tenth.LITERAL);
        for (int number = 1; number <= size; number++) {
            scripts.writeGroovy(number);
        }
    }

    Path of(Contender contender) {
        return folder.resolve(contender.folder());
    }

    /** One more, for a database that has had all others; it speaks of the very first table. */
    void append(int number) {
        String column = "more_" + number;
        try {
            writeGroovy(number);
            writeSql(number, List.of("ALTER TABLE " + table(1) + " ADD COLUMN " + column + " INTEGER"));
            Files.writeString(
                    groovy(number),
                    head(number) + "upgrade {\n    addColumn '" + table(1) + "', '" + column + "', integer\n}\n");
        } catch (IOException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static List<String> statements(Plan.Step step) {
        return step.parts().stream()
                .filter(part -> part.site().isPresent())
                .map(part -> ((Statement.Sql) part.statement()).text())
                .toList();
    }

    private static String table(int number) {
        return String.format(Locale.ROOT, "t_%05d", number);
    }

    private static String id(int number) {
        return String.format(Locale.ROOT, "%012x", number * 0x9e3779b97f4aL & 0xffffffffffffL);
    }

    private Path groovy(int number) {
        return folder.resolve("limbeck/migrations/" + id(number) + "_table_" + number + ".groovy");
    }

    private static String head(int number) {
        return "revision '" + id(number) + "'" + (number == 1 ? "" : ", down: '" + id(number - 1) + "'")
                + ", message: 'table " + number + "'\n\n";
    }

    private void writeGroovy(int number) throws IOException {
        Tenth kind = number % 10 == 0 ? tenth : Tenth.LITERAL;
        Files.writeString(groovy(number), head(number) + kind.body(table(number)));
    }

    private void writeFrame() throws IOException {
        Files.writeString(folder.resolve("liquibase/changelog.xml"), """
                <databaseChangeLog xmlns="http://www.liquibase.org/xml/ns/dbchangelog"
                    xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"
                    xsi:schemaLocation="http://www.liquibase.org/xml/ns/dbchangelog
                        http://www.liquibase.org/xml/ns/dbchangelog/dbchangelog-latest.xsd">
                  <includeAll path="changes"/>
                </databaseChangeLog>
                """);
        Files.writeString(folder.resolve("mybatis/20260101000000_changelog.sql"), """
                -- // changelog
                CREATE TABLE changelog (
                  id NUMERIC(20,0) NOT NULL PRIMARY KEY,
                  applied_at VARCHAR(25) NOT NULL,
                  description VARCHAR(255) NOT NULL
                );

                -- //@UNDO
                DROP TABLE changelog;
                """);
    }

    private void writeSql(int number, List<String> statements) throws IOException {
        String name = String.format(Locale.ROOT, "%05d", number);
        String sql = statements.stream().map(text -> text + ";\n").collect(Collectors.joining());
        Files.writeString(folder.resolve("raw/" + name + ".sql"), sql);
        Files.writeString(folder.resolve("flyway/V" + name + "__table.sql"), sql);
        Files.writeString(
                folder.resolve("liquibase/changes/" + name + ".sql"),
                "--liquibase formatted sql\n--changeset benchmark:" + number + "\n" + sql);
        Files.writeString(
                folder.resolve("mybatis/202601020" + name + "_table.sql"),
                "-- // table " + number + "\n" + sql + "\n-- //@UNDO\nDROP TABLE " + table(number) + ";\n");
    }
}
