package io.limbeck.plan;

import io.limbeck.operation.Data;
import io.limbeck.operation.Delete;
import io.limbeck.operation.Execute;
import io.limbeck.operation.Insert;
import io.limbeck.operation.InsertFile;
import io.limbeck.operation.Operation;
import io.limbeck.operation.Update;
import java.util.regex.Pattern;

/** Tells operations that change rows alone from those that change the schema. */
final class RowChanges {

    private static final Pattern WORD =
            Pattern.compile("(?is)(?:\\s++|--[^\\n]*+\\n|/\\*.*?\\*/)*+(?:insert|update|delete|merge)\\b");

    private RowChanges() {}

    /** A data block counts as one; should it change the schema, the database commits it as it always does. */
    static boolean isOne(Operation operation) {
        return operation instanceof Insert
                || operation instanceof InsertFile
                || operation instanceof Update
                || operation instanceof Delete
                || operation instanceof Data
                || operation instanceof Execute execute && isOne(execute.sql());
    }

    /** The same of a statement. */
    static boolean isOne(String sql) {
        return WORD.matcher(sql).lookingAt();
    }
}
