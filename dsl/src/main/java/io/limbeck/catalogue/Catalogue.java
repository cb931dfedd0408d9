package io.limbeck.catalogue;

import java.util.Optional;

/** How a database's catalogue is asked. */
public interface Catalogue {

    /**
     * The query for a question. {@code {schemas}} in it becomes the schemas' stored names as parameters, separated by
     * commas, as in {@code table_schema IN ({schemas})}; {@code {current}} the current schema's. Empty where JDBC's
     * metadata are to answer, as far as they can.
     */
    Optional<String> query(Question question);

    /** The query for what the answers leave open, for {@link Answers#further}; empty where they leave nothing open. */
    default Optional<String> further(Answers answers) {
        return Optional.empty();
    }

    /** The query for a question, where it depends on the answers to those before it. */
    default Optional<String> query(Question question, Answers known) {
        return query(question);
    }

    /** The query for the current schema's stored name, where the driver does not notice that it has changed. */
    default Optional<String> currentSchema() {
        return Optional.empty();
    }

    /** The answers as {@link Question} wants them, where a query cannot word them so. */
    default Answers meant(Answers answers) {
        return answers;
    }

    /** Whatever JDBC tells. */
    Catalogue BY_METADATA = question -> Optional.empty();
}
