package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Name;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;

/** Phrases of Transact-SQL that more than one operation needs. */
final class TransactSql {

    /** A property's value has 7500 bytes at most (Transact-SQL reference, "sp_addextendedproperty"). */
    private static final int LONGEST_COMMENT = 3750;

    /** Beyond this, strings that are joined would be cut off. */
    private static final int LONGEST_JOINED = 4000;

    private TransactSql() {}

    static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 128);
    }

    /** A string, of Unicode where it must be. */
    static String string(String text) {
        return string(text, isAscii(text) ? "'" : "N'");
    }

    /** A string of Unicode, as names in calls are. */
    static String unicode(String text) {
        return string(text, "N'");
    }

    /**
     * A backslash at a line's end would join it with the next one, so the string is parted between the two
     * (Transact-SQL reference, "Backslash (Line Continuation)").
     */
    private static String string(String text, String quote) {
        String[] parts = text.split("(?<=\\\\)(?=[\\r\\n])");
        String joined = Arrays.stream(parts)
                .map(part -> quote + part.replace("'", "''") + "'")
                .collect(Collectors.joining(" + "));
        if (parts.length == 1) {
            return joined;
        }
        return text.length() > LONGEST_JOINED ? "(CAST(N'' AS NVARCHAR(MAX)) + " + joined + ")" : "(" + joined + ")";
    }

    /** Sends a statement only where a condition holds; one with strings keeps its lines as they are. */
    static String when(String condition, String statement) {
        return "IF " + condition + "\n    " + (statement.contains("'") ? statement : statement.replace("\n", "\n    "));
    }

    // ---- descriptions

    /** Describes a table or column that has no description yet. */
    static String describe(Name table, Optional<String> column, String text) {
        return prepared(table, Optional.of(text)) + call("add", table, column, Optional.of(text));
    }

    /** Gives a table or column another description, or takes it away. */
    static String redescribe(Name table, Optional<String> column, Optional<String> text) {
        return prepared(table, text) + call(text.isPresent() ? "update" : "drop", table, column, text);
    }

    /** The same where nobody knows whether there is a description. */
    static String ensureDescribed(Name table, Optional<String> column, Optional<String> text) {
        return prepared(table, text)
                + "IF EXISTS (SELECT 1 FROM sys.fn_listextendedproperty(N'MS_Description', " + place(table, column)
                + (column.isPresent() ? "" : ", NULL, NULL") + "))\n    "
                + call(text.isPresent() ? "update" : "drop", table, column, text)
                + text.map(words -> "\nELSE\n    " + call("add", table, column, text))
                        .orElse("");
    }

    /** An argument of a call is a constant or a variable, so what is neither becomes a variable first. */
    private static String prepared(Name table, Optional<String> text) {
        text.filter(words -> words.length() > LONGEST_COMMENT).ifPresent(words -> {
            throw new Refusal(
                    "wrong-value",
                    "comment",
                    "sqlserver keeps comments of at most " + LONGEST_COMMENT + " characters",
                    "Shorten it.");
        });
        return (table.schema() == null ? "DECLARE @schema SYSNAME = SCHEMA_NAME();\n" : "")
                + text.filter(TransactSql::isParted)
                        .map(words -> "DECLARE @text NVARCHAR(" + LONGEST_COMMENT + ") = " + unicode(words) + ";\n")
                        .orElse("");
    }

    private static boolean isParted(String text) {
        return unicode(text).startsWith("(");
    }

    private static String call(String verb, Name table, Optional<String> column, Optional<String> text) {
        return "EXEC sys.sp_" + verb + "extendedproperty N'MS_Description', "
                + text.map(words -> (isParted(words) ? "@text" : unicode(words)) + ", ")
                        .orElse("")
                + place(table, column);
    }

    private static String place(Name table, Optional<String> column) {
        return "N'SCHEMA', " + (table.schema() == null ? "@schema" : unicode(table.schema())) + ", N'TABLE', "
                + unicode(table.value())
                + column.map(name -> ", N'COLUMN', " + unicode(name)).orElse("");
    }

    // ---- names

    /**
     * Renames what {@code quoted} leads to; the new name is taken as it stands, quotes and all (Transact-SQL reference,
     * "sp_rename").
     */
    static String rename(String quoted, String to, String kind) {
        return "EXEC sys.sp_rename " + unicode(quoted) + ", " + unicode(to) + ", " + unicode(kind);
    }

    /** Drops a column's default, whatever its name. */
    static String dropDefault(String quotedTable, String column) {
        return dropFound(
                quotedTable,
                "sys.default_constraints c WHERE c.parent_object_id = OBJECT_ID(" + unicode(quotedTable)
                        + ") AND COL_NAME(c.parent_object_id, c.parent_column_id) = " + unicode(column));
    }

    /** Drops the foreign keys that point at a table, whatever their names and tables. */
    static String dropReferences(String quotedTable) {
        return "DECLARE @sql NVARCHAR(MAX) = N'';\n"
                + "SELECT @sql += N'ALTER TABLE ' + QUOTENAME(OBJECT_SCHEMA_NAME(c.parent_object_id)) + N'.'"
                + " + QUOTENAME(OBJECT_NAME(c.parent_object_id)) + N' DROP CONSTRAINT ' + QUOTENAME(c.name) + N';'\n"
                + "FROM sys.foreign_keys c WHERE c.referenced_object_id = OBJECT_ID(" + unicode(quotedTable)
                + ") AND c.parent_object_id <> c.referenced_object_id;\n"
                + "EXEC (@sql)";
    }

    private static String dropFound(String quotedTable, String found) {
        return "DECLARE @sql NVARCHAR(MAX) = N'';\n"
                + "SELECT @sql += " + unicode("ALTER TABLE " + quotedTable + " DROP CONSTRAINT ")
                + " + QUOTENAME(c.name)\nFROM " + found + ";\nEXEC (@sql)";
    }

    // ---- locks

    /** Answers whether an application lock was got; its name is the only parameter. */
    static String getLock(String owner) {
        return "SET NOCOUNT ON; DECLARE @got INT; EXEC @got = sys.sp_getapplock @Resource = ?,"
                + " @LockMode = 'Exclusive', @LockOwner = '" + owner + "', @LockTimeout = 0;"
                + " SELECT CAST(CASE WHEN @got >= 0 THEN 1 ELSE 0 END AS BIT)";
    }
}
