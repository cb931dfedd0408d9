package io.limbeck.it.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.it.Databases;
import io.limbeck.it.TestDatabase;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every word can name a table and a column as a dialect quotes it, and nothing is quoted without need. */
class ReservedWordsIT {

    /** As many columns as each database's index takes beside another one. */
    private static final int MANY = 15;

    /** The databases that drop several tables in one statement, which takes a table's name as every other one does. */
    private static final Set<Databases> SEVERAL_TABLES =
            Set.of(Databases.MARIADB, Databases.MYSQL, Databases.POSTGRESQL);

    private static final String COMMON = """
            account action active address age alias amount answer area attribute author balance begin birthday body
            brand bucket bytes catalog category cause channel charge city class client code color comment commit
            company condition connection content contact count country created created_at currency customer data
            database date day days delay delete_at department depth description detail device dictionary direction
            disabled domain double duration email enabled end end_date entity entry error event events exclude
            expires explain external extra family file filter first flag flags format found function general global
            group groups hash height history hold host hour hours id image index info input instance interval item
            items job key keys kind label language last last_name lateral length level limit link list local location
            lock log login logs mail map mask master match max member message meta method min minute minutes mode
            model module month months name names namespace nation new next no node nodes note notes number object
            offset old operator option options order orders origin owner page parameter parent part partition
            password path payload percent period permission phone plan policy position precision prepare price
            priority privileges product profile project properties property public quantity query question queue rank
            rate rating raw reason recipient record reference references region relation release repeat replace report
            request reset resource response result results return review right rights role roles row row_number rows
            rule rules scale schedule schema scope score section sender sequence serial server session setting
            settings share shop size slug some sort source space start start_date state statement status step stock
            storage store street string style subject success sum summary system tag tags target task team temp
            template text ticket time timestamp title to token topic total trace transaction translation trigger type
            types units until updated updated_at url usage user user_id username users value values version view
            visible volume week weight width window work year years zip zone json xml array both cube current
            localtime localtimestamp national nothing null of offset only over overlay portion public qualify recursive
            regexp rollup rownum savepoint search set sets show similar skip specific sql sqrt static substring symmetric
            sysdate table tables tablespace temporary then ties today trailing treat trim true truncate uescape unnest
            upsert using varying when whenever where with within without absolute after all alter and any as asc before
            between bigint bit blob boolean by call cascade case cast char character check clob close coalesce collate
            column constraint create cross cursor decimal declare default deferrable desc distinct do drop each else
            except execute exists false fetch float for foreign from full grant having in inner inout insert int integer
            intersect into is join leading left like minus natural nchar none not numeric nullif on or out outer
            primary procedure real rollback select smallint union unique unknown update varchar
            """;

    @ParameterizedTest
    @EnumSource(Databases.class)
    void everyWordIsQuotedWhereItMustBeAndNowhereElse(Databases kind) throws SQLException {
        Set<String> unquotable = new TreeSet<>();
        Set<String> needless = new TreeSet<>();
        try (TestDatabase database = kind.fresh();
                Connection connection = database.connect()) {
            if (kind == Databases.SQLITE) {
                run(connection, "pragma synchronous = off");
            }
            Dialect dialect = Dialects.of(kind.dialect() + ":"
                    + connection.getMetaData().getDatabaseMajorVersion() + "."
                    + connection.getMetaData().getDatabaseMinorVersion());
            List<String> words = List.copyOf(words(connection));
            for (int i = 0; i < words.size(); i += MANY) {
                List<String> some = words.subList(i, Math.min(words.size(), i + MANY)).stream()
                        .map(dialect::quote)
                        .toList();
                unquotable.addAll(failing(kind, connection, some));
            }
            for (String word : words) {
                if (!dialect.quote(word).equals(word) && serve(kind, connection, List.of(word))) {
                    needless.add(word);
                }
            }
        }
        assertThat(unquotable).as("words that must be quoted").isEmpty();
        assertThat(needless).as("words that are quoted without need").isEmpty();
    }

    private static Set<String> words(Connection connection) throws SQLException {
        Set<String> words = new TreeSet<>(List.of(COMMON.strip().split("\\s+")));
        Dialects.names().forEach(name -> words.addAll(Dialects.of(name).reservedWords()));
        for (String word :
                connection.getMetaData().getSQLKeywords().toLowerCase().split("\\s*,\\s*")) {
            if (word.matches("[a-z_][a-z0-9_]*")) {
                words.add(word);
            }
        }
        return words;
    }

    /** The names that do not serve, found by halving a list that as a whole does not. */
    private static List<String> failing(Databases kind, Connection connection, List<String> names) throws SQLException {
        if (serve(kind, connection, names)) {
            return List.of();
        }
        if (names.size() == 1) {
            return names;
        }
        int half = names.size() / 2;
        List<String> failing = new ArrayList<>(failing(kind, connection, names.subList(0, half)));
        failing.addAll(failing(kind, connection, names.subList(half, names.size())));
        return failing;
    }

    /** Whether tables and columns can bear the names, and the columns be used. */
    private static boolean serve(Databases kind, Connection connection, List<String> names) throws SQLException {
        String made = null;
        try {
            if (SEVERAL_TABLES.contains(kind) && names.size() > 1) {
                run(connection, "drop table if exists " + String.join(", ", names));
            } else {
                for (String name : names) {
                    run(connection, "create table " + name + " (" + name + " integer)");
                    made = name;
                    run(connection, "insert into " + name + " (" + name + ") values (1)");
                    run(connection, "update " + name + " set " + name + " = " + name + " + 1");
                    run(connection, "drop table " + name);
                    made = null;
                }
            }
            run(
                    connection,
                    "create table of_words (spare integer not null, " + each(names, "%s integer, ")
                            + each(names, "check (%s > 0), ") + "check (spare > 0), unique (spare, " + list(names)
                            + "))");
        } catch (SQLException refused) {
            if (made != null) {
                run(connection, "drop table " + made);
            }
            return false;
        }
        try {
            run(connection, "create index ix_of_words on of_words (" + list(names) + ")");
            run(
                    connection,
                    "insert into of_words (" + list(names) + ", spare) values (" + "1, ".repeat(names.size()) + "2)");
            run(connection, "update of_words set " + "spare = " + names.get(0) + each(names, ", %1$s = %1$s + 1"));
            try (var statement = connection.createStatement();
                    var rows = statement.executeQuery("select " + list(names) + " from of_words where "
                            + each(names, "%s = 2 and ") + "spare = 1")) {
                return rows.next() && rows.getMetaData().getColumnCount() == names.size();
            }
        } catch (SQLException refused) {
            return false;
        } finally {
            run(connection, "drop table of_words");
        }
    }

    private static String list(List<String> names) {
        return String.join(", ", names);
    }

    private static String each(List<String> names, String words) {
        return names.stream().map(words::formatted).collect(Collectors.joining());
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
