package io.limbeck.sqltext;

import io.limbeck.dialect.Dialect;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.List;
import java.util.Optional;

/** Tells whether two texts of SQL mean the same to the databases of a dialect. */
public final class SqlTexts {

    private final Dialect dialect;

    public SqlTexts(Dialect dialect) {
        this.dialect = dialect;
    }

    /**
     * Whether two expressions are the same.
     *
     * @param table the one whose columns they name, where it is known
     */
    public boolean same(String one, String other, Optional<Table> table) {
        List<SqlToken> from = tokens(one);
        List<SqlToken> to = tokens(other);
        return from.equals(to) || same(term(from, table), term(to, table));
    }

    /** Whether the queries of two views are the same, each over tables of its own. */
    public boolean sameQuery(String one, Schema tables, String other, Schema otherTables) {
        List<SqlToken> from = tokens(one);
        List<SqlToken> to = tokens(other);
        return from.equals(to) || same(query(from, tables), query(to, otherTables));
    }

    private static boolean same(Optional<Term> one, Optional<Term> other) {
        return one.isPresent() && one.equals(other);
    }

    private List<SqlToken> tokens(String sql) {
        return SqlToken.of(sql, dialect.scriptRules());
    }

    private Optional<Term> term(List<SqlToken> tokens, Optional<Table> table) {
        try {
            return Optional.of(new ExpressionParser(tokens, Scope.of(dialect, table)).whole());
        } catch (TokenCursor.Unparsed strange) {
            return Optional.empty();
        }
    }

    private Optional<Term> query(List<SqlToken> tokens, Schema tables) {
        try {
            return Optional.of(new QueryParser(tokens, new Scope(dialect), tables).whole());
        } catch (TokenCursor.Unparsed strange) {
            return Optional.empty();
        }
    }
}
