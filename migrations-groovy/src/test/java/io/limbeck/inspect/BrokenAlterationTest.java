package io.limbeck.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialects;
import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** H2 alters a table by a copy, for which it drops the table and which it then calls like it, each for itself. */
@DisplayName("An alteration that ended while H2 had two tables, or none of the name")
class BrokenAlterationTest {

    private static final Name PERSON = Name.of("person");

    @Test
    @DisplayName("loses the copy where the table is still there")
    void copyGoes() throws SQLException {
        try (Connection connection = connection("copy_goes")) {
            send(connection, "create table person (id integer, email varchar(80))");
            send(connection, "create table person_copy_1_2 (id integer)");
            LiveParts parts = new LiveParts(connection, Dialects.of("h2"));

            assertThat(parts.remains(PERSON)).containsExactly("DROP TABLE \"PUBLIC\".\"PERSON_COPY_1_2\" CASCADE");
            assertThat(parts.apply(new Part(Part.Kind.COLUMN, PERSON, "email"))).isEqualTo(Part.Presence.PRESENT);
        }
    }

    @Test
    @DisplayName("ends with the copy in the table's place, with its rows, constraints and indexes, where it is dropped")
    void copyStays() throws SQLException {
        try (Connection connection = connection("copy_stays")) {
            send(
                    connection,
                    "create table person_copy_1_2 (id integer constraint person_copy_1_2_pk primary key, name varchar(40),"
                            + " constraint person_copy_1_2_ck check (id > 0))");
            send(connection, "create index person_copy_1_2_ix on person_copy_1_2 (name)");
            send(connection, "insert into person_copy_1_2 values (1, 'Ada')");
            LiveParts parts = new LiveParts(connection, Dialects.of("h2"));
            assertThat(parts.apply(new Part(Part.Kind.COLUMN, PERSON, "email"))).isEqualTo(Part.Presence.ABSENT);
            assertThat(parts.apply(new Part(Part.Kind.COLUMN, PERSON, "name"))).isEqualTo(Part.Presence.PRESENT);

            List<String> remains = parts.remains(PERSON);
            for (String statement : remains) {
                send(connection, statement);
            }

            assertThat(remains).hasSize(4).first().asString().contains("RENAME TO \"PERSON\"");
            assertThat(parts.remains(PERSON)).isEmpty();
            assertThat(parts.apply(new Part(Part.Kind.CONSTRAINT, PERSON, "pk")))
                    .isEqualTo(Part.Presence.PRESENT);
            assertThat(parts.apply(new Part(Part.Kind.CONSTRAINT, PERSON, "ck")))
                    .isEqualTo(Part.Presence.PRESENT);
            assertThat(parts.apply(new Part(Part.Kind.INDEX, PERSON, "ix"))).isEqualTo(Part.Presence.PRESENT);
            send(connection, "insert into person select id + 1, name from person where name = 'Ada'");
        }
    }

    private static Connection connection(String name) throws SQLException {
        return DriverManager.getConnection("jdbc:h2:mem:" + name);
    }

    private static void send(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
