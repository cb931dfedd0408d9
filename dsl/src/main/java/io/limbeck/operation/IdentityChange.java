package io.limbeck.operation;

import io.limbeck.schema.Identity;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Grammar;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns one identity generator into another, option by option, so that it goes on where it stands. */
final class IdentityChange {

    private IdentityChange() {}

    /** Shape: {@code ALTER … SET GENERATED ALWAYS} and {@code ALTER … SET INCREMENT BY 5}. */
    static List<String> statements(Grammar grammar, Identity known, Identity wanted, String alter) {
        List<String> statements = new ArrayList<>();
        if (known.always() != wanted.always()) {
            statements.add(alter + "SET GENERATED " + (wanted.always() ? "ALWAYS" : "BY DEFAULT"));
        }
        if (!wanted.min().equals(known.min()) || !wanted.max().equals(known.max())) {
            grammar.require(Feature.IDENTITY_RANGE);
        }
        option(known.increment(), wanted.increment(), "INCREMENT BY ", "INCREMENT BY 1", alter, statements);
        option(known.min(), wanted.min(), "MINVALUE ", "NO MINVALUE", alter, statements);
        option(known.max(), wanted.max(), "MAXVALUE ", "NO MAXVALUE", alter, statements);
        option(known.cycle(), wanted.cycle(), "", "NO CYCLE", alter, statements);
        if (grammar.supports(Feature.SEQUENCE_CACHE)) {
            option(known.cache(), wanted.cache(), "CACHE ", "CACHE " + grammar.usualCache(), alter, statements);
        }
        wanted.start()
                .filter(start -> !wanted.start().equals(known.start()))
                .ifPresent(start -> statements.add(alter + "RESTART WITH " + start));
        return statements;
    }

    private static void option(
            Optional<?> known, Optional<?> wanted, String words, String usual, String alter, List<String> statements) {
        if (!known.equals(wanted)) {
            statements.add(alter + "SET "
                    + wanted.map(value ->
                                    value instanceof Boolean cycle ? (cycle ? "CYCLE" : "NO CYCLE") : words + value)
                            .orElse(usual));
        }
    }
}
