package io.limbeck.script;

import io.limbeck.dialect.Dialects;
import io.limbeck.sql.ScriptRules;
import io.limbeck.sql.ScriptRules.Blocks;
import io.limbeck.sql.ScriptRules.Trait;
import java.util.Map;

/** The rules of each database, composed of the traits its manual tells of. */
final class Rules {

    private static final ScriptRules MYSQL = ScriptRules.standard()
            .with(
                    Trait.BACKSLASH_ESCAPES,
                    Trait.BACKTICKS,
                    Trait.HASH_COMMENTS,
                    Trait.SPACED_DASHES,
                    Trait.EXECUTABLE_COMMENTS,
                    Trait.DELIMITER_LINES);

    private static final Map<String, ScriptRules> BY_NAME = Map.of(
            "standard", ScriptRules.standard(),
            "derby", ScriptRules.standard().with(Trait.NESTED_COMMENTS),
            "h2", ScriptRules.standard().with(Trait.NESTED_COMMENTS, Trait.DOLLAR_QUOTES),
            "hsqldb", ScriptRules.standard().withBlocks(Blocks.ATOMIC),
            "sqlite",
                    ScriptRules.standard().with(Trait.BACKTICKS, Trait.BRACKETS).withBlocks(Blocks.ROUTINES),
            "postgresql",
                    ScriptRules.standard()
                            .with(Trait.NESTED_COMMENTS, Trait.TAGGED_DOLLAR_QUOTES, Trait.ESCAPE_STRINGS)
                            .withBlocks(Blocks.ATOMIC),
            "mysql", MYSQL,
            "oracle",
                    ScriptRules.standard()
                            .with(Trait.ALTERNATIVE_QUOTES)
                            .withBlocks(Blocks.PROGRAMS)
                            .withBatchLine("/"),
            "sqlserver", Dialects.of("sqlserver").scriptRules(),
            "db2", Dialects.of("db2").scriptRules());

    private Rules() {}

    static ScriptRules of(String name) {
        ScriptRules rules = BY_NAME.get(name.isEmpty() ? "standard" : name);
        if (rules == null) {
            throw new IllegalArgumentException("no rules named " + name);
        }
        return rules;
    }

    static Iterable<ScriptRules> all() {
        return BY_NAME.values();
    }
}
