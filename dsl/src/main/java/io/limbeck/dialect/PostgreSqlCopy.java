package io.limbeck.dialect;

import io.limbeck.schema.Name;
import io.limbeck.sql.BulkLoad;
import io.limbeck.sql.Row;
import io.limbeck.type.Literal;
import java.math.BigDecimal;
import java.time.temporal.Temporal;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * COPY in its text format: a column's type reads each value by the function that reads a literal of unknown type
 * (https://www.postgresql.org/docs/current/sql-copy.html, "File Formats").
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
        this.statement =
                "COPY " + this.table + " (" + dialect.quoteAll(columns) + ") FROM STDIN WITH (ENCODING 'UTF8')";
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
    public int row(String message) {
        Matcher context = CONTEXT.matcher(message);
        return context.find() ? Integer.parseInt(context.group(1)) : 0;
    }

    @Override
    public void append(Row row, StringBuilder to) {
        List<Literal> cells = row.cells();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                to.append('\t');
            }
            append(cells.get(i).value(), to);
        }
        to.append('\n');
    }

    private static void append(Object value, StringBuilder to) {
        if (value == null) {
            to.append("\\N");
        } else if (value instanceof String text) {
            escaped(text, to);
        } else if (value instanceof BigDecimal number) {
            to.append(number.toPlainString());
        } else if (value instanceof Double number) {
            // a literal is a NUMERIC at first, which has no negative zero
            to.append(number == 0 ? "0" : number.toString());
        } else if (value instanceof Temporal moment) {
            to.append(Literals.text(moment));
        } else if (value instanceof byte[] bytes) {
            to.append("\\\\x").append(HexFormat.of().formatHex(bytes));
        } else {
            to.append(value);
        }
    }

    private static void escaped(String text, StringBuilder to) {
        for (int i = 0; i < text.length(); i++) {
            char each = text.charAt(i);
            switch (each) {
                case '\\' -> to.append("\\\\");
                case '\t' -> to.append("\\t");
                case '\n' -> to.append("\\n");
                case '\r' -> to.append("\\r");
                default -> to.append(each);
            }
        }
    }
}
