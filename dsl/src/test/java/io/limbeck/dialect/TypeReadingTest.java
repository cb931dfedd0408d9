package io.limbeck.dialect;

import static org.assertj.core.api.Assertions.assertThat;

import io.limbeck.error.Refusal;
import io.limbeck.type.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Verbatim;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("A dialect's words for a type")
class TypeReadingTest {

    static Stream<String> dialects() {
        return Stream.concat(
                Dialects.own().stream(),
                Stream.of("oracle:23", "sqlserver:17", "postgresql:18", "mariadb:10.6", "mysql:8.0", "db2:11.1"));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    @DisplayName("are read back as a type that has the same words, or a synonym, and the length that is implied")
    void areReadBack(String name) {
        Dialect dialect = Dialects.of(name);
        List<String> others = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            for (List<Integer> numbers : List.of(List.<Integer>of(), List.of(3), List.of(12), List.of(12, 2))) {
                if (numbers.size() <= kind.mostParameters()) {
                    check(dialect, new Scalar(kind, numbers), others);
                }
            }
        }
        assertThat(others).isEmpty();
    }

    private static void check(Dialect dialect, Scalar type, List<String> others) {
        try {
            String words = dialect.type(type);
            Type read = dialect.read(words);
            String again = dialect.type(read);
            boolean same = type.parameters().isEmpty()
                    ? alike(again).startsWith(alike(words))
                    : alike(again).equals(alike(words));
            if (read instanceof Verbatim || !same || !dialect.read(again).equals(read)) {
                others.add(type.script() + " is " + words + ", which is read as " + read.script() + " and is " + again);
            }
        } catch (Refusal unsayable) {
            // the dialect has no words for it
        }
    }

    private static String alike(String words) {
        return words.replace("NUMERIC", "DECIMAL").replaceAll("^REAL$", "DOUBLE PRECISION");
    }

    @ParameterizedTest(name = "{0} says {1}")
    @CsvSource(delimiter = '|', textBlock = """
            postgresql | character varying(255)            | varchar(255)
            postgresql | character varying                 | varchar
            postgresql | timestamp(3) without time zone    | timestamp(3)
            postgresql | timestamp with time zone          | timestamptz
            postgresql | time(0) without time zone         | time(0)
            postgresql | numeric(10,0)                     | numeric(10)
            postgresql | numeric(10,2)[]                   | array(numeric(10, 2))
            postgresql | integer[][]                       | array(integer, dimensions: 2)
            postgresql | bytea                             | blob
            postgresql | "char"                            | type('"char"')
            postgresql | geometry(Point,4326)              | type('geometry(Point,4326)')
            postgresql | interval                          | interval
            postgresql | interval day to second(3)         | type('interval day to second(3)')
            mysql      | tinyint(1)                        | bool
            mysql      | tinyint(4)                        | type('tinyint')
            mysql      | int                               | integer
            mysql      | int unsigned                      | type('int unsigned')
            mysql      | datetime(6)                       | timestamp
            mysql      | datetime                          | timestamp(0)
            mysql      | timestamp(6)                      | type('timestamp(6)')
            mysql      | time                              | time(0)
            mysql      | char(36) CHARACTER SET ascii      | uuid
            mysql      | longtext                          | text
            mysql      | text                              | type('text')
            mysql      | enum('a','it''s')                 | enumeration('', ['a', 'it\\'s'])
            mariadb    | bigint(20) unsigned               | type('bigint unsigned')
            mariadb    | int(11)                           | integer
            mariadb    | decimal(10,0)                     | decimal(10)
            mariadb    | double                            | doublePrecision
            mariadb    | float                             | real
            sqlite     | VARCHAR(20)                       | varchar(20)
            sqlite     | decimal (10, 2)                   | decimal(10, 2)
            sqlite     | INTEGER                           | integer
            sqlite     | MEDIUMINT                         | type('MEDIUMINT')
            derby      | DECIMAL(10,2)                     | decimal(10, 2)
            derby      | CHAR (10) FOR BIT DATA            | binary(10)
            derby      | VARCHAR (30) FOR BIT DATA         | varbinary(30)
            derby      | CLOB(2147483647)                  | text
            derby      | CLOB(100)                         | type('CLOB(100)')
            derby      | DOUBLE                            | doublePrecision
            derby      | CHAR(36)                          | chars(36)
            derby      | LONG VARCHAR                      | type('LONG VARCHAR')
            h2         | CHARACTER VARYING(20)             | varchar(20)
            h2         | CHARACTER VARYING                 | varchar
            h2         | CHARACTER LARGE OBJECT            | text
            h2         | BINARY VARYING(30)                | varbinary(30)
            h2         | TIMESTAMP(3) WITH TIME ZONE       | timestamptz(3)
            h2         | INTERVAL DAY TO SECOND            | interval
            h2         | CHARACTER VARYING(10) ARRAY ARRAY | array(varchar(10), dimensions: 2)
            h2         | ENUM('a', 'b''c')                 | enumeration('', ['a', 'b\\'c'])
            h2         | TINYINT                           | type('TINYINT')
            hsqldb     | DOUBLE                            | doublePrecision
            hsqldb     | CLOB(1G)                          | text
            hsqldb     | CHARACTER(3)                      | chars(3)
            hsqldb     | INTERVAL DAY(9) TO SECOND         | interval
            hsqldb     | INTERVAL DAY(5) TO SECOND(3)      | type('INTERVAL DAY(5) TO SECOND(3)')
            hsqldb     | INTEGER ARRAY                     | array(integer)
            hsqldb     | VARCHAR(10) ARRAY[5]              | type('VARCHAR(10) ARRAY[5]')
            oracle     | NUMBER(10)                        | integer
            oracle     | NUMBER(19)                        | bigint
            oracle     | NUMBER(1)                         | decimal(1)
            oracle     | NUMBER(12, 2)                     | decimal(12, 2)
            oracle     | VARCHAR2(20 CHAR)                 | varchar(20)
            oracle     | VARCHAR2(20)                      | type('VARCHAR2(20)')
            oracle     | TIMESTAMP(6)                      | timestamp
            oracle     | TIMESTAMP(3) WITH TIME ZONE       | timestamptz(3)
            oracle     | INTERVAL DAY(9) TO SECOND(6)      | interval
            oracle     | BINARY_DOUBLE                     | doublePrecision
            oracle     | LONG                              | type('LONG')
            sqlserver  | nvarchar(MAX)                     | text
            sqlserver  | varchar(MAX)                      | type('varchar(MAX)')
            sqlserver  | varbinary(MAX)                    | blob
            sqlserver  | datetime2(6)                      | timestamp
            sqlserver  | datetime2(7)                      | timestamp(7)
            sqlserver  | datetime                          | type('datetime')
            sqlserver  | time(3)                           | time(3)
            sqlserver  | float                             | doublePrecision
            sqlserver  | uniqueidentifier                  | uuid
            sqlserver  | bit                               | bool
            sqlserver  | int                               | integer
            db2        | CLOB(1073741824)                  | text
            db2        | CHAR(10) FOR BIT DATA             | type('CHAR(10) FOR BIT DATA')
            db2        | TIMESTAMP(6)                      | timestamp
            db2        | TIMESTAMP(12)                     | timestamp(12)
            db2        | DOUBLE                            | doublePrecision
            db2        | DECFLOAT(34)                      | type('DECFLOAT(34)')
            db2:10.5   | SMALLINT                          | smallint
            db2:10.5   | VARCHAR(10) FOR BIT DATA          | varbinary(10)
            """)
    @DisplayName("in its catalogue are read")
    void inItsCatalogueAreRead(String dialect, String words, String script) {
        assertThat(Dialects.of(dialect).read(words).script()).isEqualTo(script.replace("\\\\", "\\"));
    }
}
