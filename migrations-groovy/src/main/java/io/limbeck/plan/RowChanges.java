package io.limbeck.plan;

import io.limbeck.operation.Data;
import io.limbeck.operation.Delete;
import io.limbeck.operation.DeleteFile;
import io.limbeck.operation.Execute;
import io.limbeck.operation.Insert;
import io.limbeck.operation.InsertFile;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Update;
import io.limbeck.sql.Statement;
import java.util.regex.Pattern;

/** Tells statements that change rows alone from those that change the schema. */
enum RowChanges {
    /** It changes rows and nothing else, so that it can be undone with its transaction. */
    ROWS,
    /** What it does depends on code that nobody here reads, such as a procedure's. */
    CODE,
    /** It may change the schema. */
    SCHEMA;

    /** What statements begin with. */
    private static final class Words {

        private static final String SPACE = "(?is)(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+";
        private static final Pattern ROW =
                Pattern.compile(SPACE + "(?:insert|update|delete|merge|replace|select|with|values)\\b");
        private static final Pattern CODE = Pattern.compile(SPACE + "(?:call|exec|execute|do|begin|declare)\\b");
    }

    /** What a statement of an operation may do. */
    static RowChanges of(Operation operation, Statement statement) {
        if (operation instanceof Insert
                || operation instanceof InsertFile
                || operation instanceof Update
                || operation instanceof Delete
                || operation instanceof DeleteFile) {
            return ROWS;
        }
        if (operation instanceof Data) {
            return CODE;
        }
        String sql = statement instanceof Statement.Sql plain ? plain.text() : "";
        if (sql.startsWith("CREATE ") || sql.startsWith("ALTER ") || sql.startsWith("DROP ")) {
            return SCHEMA;
        }
        if (Words.ROW.matcher(sql).lookingAt()) {
            return ROWS;
        }
        return operation instanceof Execute && Words.CODE.matcher(sql).lookingAt() ? CODE : SCHEMA;
    }
}
