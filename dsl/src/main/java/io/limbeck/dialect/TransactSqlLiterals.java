package io.limbeck.dialect;

import io.limbeck.error.Refusal;

/** Transact-SQL's literals: a date or time is a string that is cast, since the session's language reads bare ones. */
final class TransactSqlLiterals extends Literals {

    @Override
    protected String string(String text) {
        if (text.indexOf('\0') >= 0) {
            throw new Refusal(
                    "wrong-value", null, "no statement of sqlserver can hold a NUL character", "Leave it out.");
        }
        return TransactSql.string(text);
    }

    @Override
    protected String bool(boolean truth) {
        return truth ? "1" : "0";
    }

    @Override
    protected String date(String text) {
        return "CAST('" + text + "' AS DATE)";
    }

    @Override
    protected String time(String text) {
        return "CAST('" + sevenDigits(text) + "' AS TIME)";
    }

    @Override
    protected String timestamp(String text) {
        return "CAST('" + sevenDigits(text) + "' AS DATETIME2)";
    }

    @Override
    protected String zonedTimestamp(String text) {
        return "CAST('" + sevenDigits(text).replaceFirst("([+-]\\d\\d:\\d\\d)$", " $1") + "' AS DATETIMEOFFSET)";
    }

    /** More digits than seven are no time to a server that keeps no more. */
    private static String sevenDigits(String text) {
        return text.replaceFirst("(\\.\\d{7})\\d+", "$1");
    }

    @Override
    protected String bytes(String hex) {
        return "0x" + hex;
    }
}
