package io.limbeck.dialect;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An anonymous PL/SQL block around a statement, which lets some of its errors pass. */
final class OracleBlock {

    /** A table or view does not exist. */
    static final int NO_TABLE = -942;
    /** A materialized view does not exist. */
    static final int NO_MATERIALIZED_VIEW = -12003;
    /** A sequence does not exist. */
    static final int NO_SEQUENCE = -2289;
    /** An index does not exist. */
    static final int NO_INDEX = -1418;
    /** A column does not exist. */
    static final int NO_COLUMN = -904;
    /** A constraint to be dropped does not exist. */
    static final int NO_CONSTRAINT = -2443;
    /** The name is used by an existing object. */
    static final int NAME_TAKEN = -955;
    /** The constraint's name is used, or the table has such a constraint under another one. */
    static final Integer[] CONSTRAINT_TAKEN = {-2260, -2261, -2264, -2275};
    /** The column is there already. */
    static final int COLUMN_TAKEN = -1430;
    /** The column is NOT NULL already. */
    static final int NOT_NULL_ALREADY = -1442;
    /** The column is nullable already. */
    static final int NULL_ALREADY = -1451;

    private OracleBlock() {}

    /** The statement, run so that it does not fail with these errors. */
    static String ignoring(String sql, Integer... errors) {
        String codes = Arrays.stream(errors).map(String::valueOf).collect(Collectors.joining(", "));
        return "BEGIN\n    EXECUTE IMMEDIATE '" + sql.replace("'", "''") + "';\n"
                + "EXCEPTION\n    WHEN OTHERS THEN\n        IF SQLCODE NOT IN (" + codes + ") THEN\n"
                + "            RAISE;\n        END IF;\nEND;";
    }

    /** A statement that makes something on a table, run so that it does not fail where that is there already. */
    static String making(String sql) {
        return ignoring(
                sql,
                Stream.concat(Stream.of(NAME_TAKEN, COLUMN_TAKEN), Stream.of(CONSTRAINT_TAKEN))
                        .toArray(Integer[]::new));
    }

    static List<String> ignoring(List<String> statements, Integer... errors) {
        return statements.stream().map(sql -> ignoring(sql, errors)).toList();
    }
}
