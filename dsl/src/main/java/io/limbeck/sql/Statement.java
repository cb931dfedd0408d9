package io.limbeck.sql;

import groovy.lang.Closure;
import io.limbeck.schema.Name;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** One element of the stream that is run online or written offline. */
public sealed interface Statement {

    /** A transaction begins. */
    record Begin() implements Statement {}

    /** The open transaction is committed. */
    record Commit() implements Statement {}

    /**
     * A setting of the session is put aside until the revision's end; it stands outside any transaction.
     *
     * @param query answers one row with the setting, 1 where it is on
     * @param off puts it aside
     * @param on puts it back
     */
    record Aside(String query, String off, String on) implements Statement {}

    /**
     * Something for people to read, such as which revision follows.
     *
     * @param text one line
     */
    record Remark(String text) implements Statement {}

    /**
     * An SQL statement, without a terminator.
     *
     * @param text complete, with every value as a literal
     * @param bound the same with parameters, where they are bound when a connection is at hand
     */
    record Sql(String text, Optional<Bound> bound) implements Statement {

        public Sql {
            Objects.requireNonNull(text, "text");
        }

        public static Sql of(String text) {
            return new Sql(text, Optional.empty());
        }

        public static List<Statement> all(List<String> texts) {
            List<Statement> statements = new ArrayList<>(texts.size());
            for (String text : texts) {
                statements.add(of(text));
            }
            return statements;
        }
    }

    /**
     * A statement with {@code ?} for its parameters.
     *
     * @param values in order; literals of {@link io.limbeck.type.Literal}, or {@link Elapsed#MILLIS}
     * @param again whether the run sends it more often, with other values, so that it is worth keeping
     */
    record Bound(String text, List<Object> values, boolean again) {

        public Bound {
            values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
        }
    }

    /** Stands for a value that is known only while the plan runs. */
    enum Elapsed {
        /** Milliseconds since the revision's first statement. */
        MILLIS
    }

    /**
     * Code that works on the open connection.
     *
     * @param closure takes a {@code groovy.sql.Sql}
     * @param offline the statements that a script has instead; empty where there is no SQL for it
     */
    record Code(Closure<?> closure, Optional<List<String>> offline) implements Statement {}

    /**
     * Rows of a file to be put into a table or found there, read as they are needed.
     *
     * @param bulk the database's own way to take them, if it has one that does the same
     */
    record Rows(Name table, RowWording wording, RowSource source, Grammar grammar, Optional<BulkLoad> bulk)
            implements Statement {

        /** Whole statements in literals, each of several rows where that can be; close the stream after use. */
        public Stream<String> statements() {
            RowReader row = source.open();
            Iterator<String> statements = new Iterator<>() {
                private boolean more = row.next();

                @Override
                public boolean hasNext() {
                    return more;
                }

                @Override
                public String next() {
                    List<String> batch = new ArrayList<>();
                    int length = 0;
                    do {
                        String literals = literals(row);
                        batch.add(literals);
                        length += literals.length();
                        more = row.next();
                    } while (more && batch.size() < wording.most() && length < wording.longest());
                    return wording.statement(batch);
                }
            };
            return StreamSupport.stream(Spliterators.spliteratorUnknownSize(statements, Spliterator.ORDERED), false)
                    .onClose(row::close);
        }

        /**
         * Reads all rows, so that what is wrong with one shows before any is sent.
         *
         * @throws io.limbeck.error.LimbeckException when the file cannot be read or a row does not fit
         * @throws io.limbeck.error.Refusal when the dialect has no literal for a value
         */
        public void requireReadable() {
            try (RowReader row = source.open()) {
                while (row.next()) {
                    for (int i = 0; i < row.cells(); i++) {
                        if (!row.isNull(i) && !row.isUsual(i)) {
                            wording.literal(i, row.value(i));
                        }
                    }
                }
            }
        }

        private String literals(RowReader row) {
            List<String> literals = new ArrayList<>(row.cells());
            for (int i = 0; i < row.cells(); i++) {
                literals.add(wording.literal(i, row.value(i)));
            }
            return wording.row(literals);
        }
    }
}
