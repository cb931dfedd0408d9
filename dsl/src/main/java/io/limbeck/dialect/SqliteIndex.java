package io.limbeck.dialect;

import io.limbeck.catalogue.Row;
import io.limbeck.sql.ScriptRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a CREATE INDEX says (https://www.sqlite.org/lang_createindex.html). */
final class SqliteIndex {

    private static final Set<String> ORDER = Set.of("ASC", "DESC");

    private SqliteIndex() {}

    /**
     * A row a part.
     *
     * @param row tells schema, table, name and the statement
     */
    static List<Row> parts(Row row, ScriptRules rules) {
        SqliteWords words = new SqliteWords(row.required("sql"), rules);
        words.takes("CREATE");
        boolean unique = words.takes("UNIQUE");
        words.seeks("ON");
        words.seeks("(");
        List<String> pieces = words.list(rules);
        String condition = words.behind("WHERE");
        List<Row> parts = new ArrayList<>();
        for (String piece : pieces) {
            SqliteWords part = new SqliteWords(piece, rules);
            String text = part.until(ORDER);
            SqliteWords inner = new SqliteWords(text, rules);
            String first = inner.hasNext() ? inner.name() : text;
            boolean expression = inner.hasNext();
            parts.add(row.with("sql", null)
                    .with("is_unique", String.valueOf(unique))
                    .with("part", expression ? text : first)
                    .with("is_expression", String.valueOf(expression))
                    .with("is_descending", String.valueOf(part.takes("DESC")))
                    .with("condition", condition));
        }
        return parts;
    }
}
