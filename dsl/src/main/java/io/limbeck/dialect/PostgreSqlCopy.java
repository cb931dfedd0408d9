package io.limbeck.dialect;

import io.limbeck.schema.Name;
import io.limbeck.sql.BulkLoad;
import io.limbeck.sql.RowReader;
import io.limbeck.type.Literal;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * COPY in its CSV format: a column's type reads each value by the function that reads a literal of unknown type, and an
 * empty one is null unless it stands in quotes (https://www.postgresql.org/docs/current/sql-copy.html, "File Formats").
 */
final class PostgreSqlCopy implements BulkLoad {

    private static final Pattern CONTEXT = Pattern.compile("COPY [^\\n]*?, line (\\d+)");

    private final String table;
    private final String statement;
    private final String names;
    private final Dialect dialect;

    PostgreSqlCopy(Dialect dialect, Name table, List<String> columns) {
        this.dialect = dialect;
        this.table = dialect.name(table);
        this.names = columns.stream().map(this::literal).collect(Collectors.joining(", "));
        this.statement = "COPY " + this.table + " (" + dialect.quoteAll(columns)
                + ") FROM STDIN WITH (FORMAT csv, HEADER, ENCODING 'UTF8')";
    }

    /**
     * COPY heeds no rules, is refused for views and where rows are secured one by one, and gives values to an identity
     * column that takes none from an INSERT ("Notes").
     */
    @Override
    public String precondition() {
        return "SELECT relkind IN ('r', 'p') AND NOT relhasrules AND NOT relrowsecurity AND NOT EXISTS (SELECT FROM"
                + " pg_attribute WHERE attrelid = c.oid AND attidentity = 'a' AND attname IN (" + names
                + ")) FROM pg_class c WHERE c.oid = " + literal(table) + "::regclass";
    }

    private String literal(String text) {
        return dialect.literal(new Literal(text));
    }

    @Override
    public String statement() {
        return statement;
    }

    @Override
    public int line(String message) {
        Matcher context = CONTEXT.matcher(message);
        return context.find() ? Integer.parseInt(context.group(1)) : 0;
    }

    /**
     * A heading that is passed over; from its end the server knows which ends of lines amid values it has to count
     * (src/backend/commands/copyfromparse.c, CopyReadLineText).
     */
    @Override
    public void begin(ByteArrayOutputStream to) {
        to.write('\n');
    }

    /** A row goes on as it stands in the file, where it says the same to the server. */
    @Override
    public void append(RowReader row, ByteArrayOutputStream to) {
        if (isAsStands(row)) {
            to.write(row.bytes(), row.from(), row.to() - row.from());
        } else {
            for (int i = 0; i < row.cells(); i++) {
                if (i > 0) {
                    to.write(',');
                }
                if (!row.isNull(i)) {
                    to.writeBytes(quoted(row.value(i).value()).getBytes(StandardCharsets.UTF_8));
                }
            }
        }
        to.write('\n');
    }

    /** Rows that begin with a backslash do not, since {@code \.} ends the stream. */
    private static boolean isAsStands(RowReader row) {
        if (!row.isStandard() || row.bytes()[row.from()] == '\\') {
            return false;
        }
        for (int i = 0; i < row.cells(); i++) {
            if (!row.isNull(i) && !row.isUsual(i)) {
                return false;
            }
        }
        return true;
    }

    private static String quoted(Object value) {
        return '"' + text(value).replace("\"", "\"\"") + '"';
    }

    private static String text(Object value) {
        if (value instanceof BigDecimal number) {
            return number.toPlainString();
        }
        if (value instanceof Double number) {
            // a literal is a NUMERIC at first, which has no negative zero
            return number == 0 ? "0" : number.toString();
        }
        if (value instanceof Temporal moment) {
            return Literals.text(moment);
        }
        return value instanceof byte[] bytes ? "\\x" + HexFormat.of().formatHex(bytes) : value.toString();
    }
}
