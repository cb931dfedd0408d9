package io.limbeck.it.parser;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An independent reader of a dialect's statements. What it is known to get wrong stands in
 * {@code parser/<name>.gaps}, and what it must refuse in {@code parser/<dialect>.bad}.
 *
 * <p>For Db2 none was found that can be trusted: ShardingSphere, superior-sql-parser and grammars-v4 have no grammar for
 * it, and Druid's, which has, refuses identity columns and RENAME. So Db2 has its golden files only.
 */
enum Judge {
    ORACLE("oracle", "shardingsphere", "org.apache.shardingsphere.sql.parser.autogen.OracleStatement", "execute"),
    ORACLE_AGAIN("oracle", "superior", "io.github.melin.superior.parser.oracle.antlr4.Oracle", "sql_script") {
        @Override
        String prepared(String sql) {
            return sql.toUpperCase(Locale.ROOT);
        }
    },
    SQLSERVER(
            "sqlserver",
            "shardingsphere",
            "org.apache.shardingsphere.sql.parser.autogen.SQLServerStatement",
            "execute"),
    POSTGRESQL(
            "postgresql",
            "shardingsphere",
            "org.apache.shardingsphere.sql.parser.autogen.PostgreSQLStatement",
            "execute"),
    MYSQL("mysql", "shardingsphere", "org.apache.shardingsphere.sql.parser.autogen.MySQLStatement", "execute");

    private final String dialect;
    private final String library;
    private final String prefix;
    private final String rule;
    private final Map<String, Optional<String>> judged = new HashMap<>();
    private Grammar grammar;

    Judge(String dialect, String library, String prefix, String rule) {
        this.dialect = dialect;
        this.library = library;
        this.prefix = prefix;
        this.rule = rule;
    }

    String dialect() {
        return dialect;
    }

    /** Whether a grammar of the dialect takes the statement. */
    static boolean anyTakes(String dialect, String sql) {
        return Arrays.stream(values())
                .filter(judge -> judge.dialect.equals(dialect))
                .anyMatch(judge -> judge.complaint(sql).isEmpty());
    }

    /** The library's name, as its makers write it. */
    String parser() {
        return library.equals("shardingsphere") ? "ShardingSphere" : "superior-sql-parser";
    }

    /** The name of its files. */
    String file() {
        return dialect + "-" + library;
    }

    /** The statement as the grammar wants to be given it. */
    String prepared(String sql) {
        return sql;
    }

    /** What it says against a statement; nothing where it takes it. */
    Optional<String> complaint(String sql) {
        return judged.computeIfAbsent(sql, text -> grammar().complaint(prepared(text)));
    }

    private Grammar grammar() {
        if (grammar == null) {
            grammar = new Grammar(library, prefix, rule);
        }
        return grammar;
    }
}
