package io.limbeck.sql;

/** What a database can or cannot do; each constant says which request depends on it. */
public enum Feature {
    /** DDL takes part in transactions and is rolled back with them. */
    TRANSACTIONAL_DDL("rolling back DDL"),
    /** {@code IF EXISTS} and {@code IF NOT EXISTS} in DDL on tables, columns and indexes. */
    IF_EXISTS("'ifExists' and 'ifNotExists'"),
    /** {@code DROP … CASCADE}. */
    CASCADE("'cascade'"),
    /** COMMENT ON, or another way to keep a description of a table or column. */
    COMMENTS("comments"),
    /** DEFERRABLE constraints. */
    DEFERRABLE("'deferrable'"),
    /** Constraints that leave existing rows unchecked, and their later validation. */
    NOT_VALID("'notValid'"),
    /** ON UPDATE CASCADE, SET NULL and SET DEFAULT of foreign keys. */
    ON_UPDATE_ACTIONS("'onUpdate' actions that change rows"),
    /** ON DELETE SET DEFAULT and ON UPDATE SET DEFAULT. */
    SET_DEFAULT_ACTION("'set default'"),
    /** A primary key of nullable columns, which makes them NOT NULL. */
    KEY_OF_NULLABLE_COLUMNS("a primary key of nullable columns"),
    /** Foreign keys that point at a unique index rather than a key. */
    REFERENCE_TO_UNIQUE_INDEX("foreign keys to a unique index"),
    /** MATCH FULL of foreign keys. */
    MATCH("'match'"),
    /** Unique constraints and indexes in which null equals null. */
    NULLS_NOT_DISTINCT("'nullsNotDistinct'"),
    /** EXCLUDE constraints. */
    EXCLUSION("exclusion constraints"),
    /** Indexes with a WHERE. */
    PARTIAL_INDEX("'where' of an index"),
    /** Indexes that carry columns outside their key. */
    COVERING_INDEX("'include' of an index"),
    /** Indexes on expressions. */
    EXPRESSION_INDEX("expressions in an index"),
    /** NULLS FIRST and NULLS LAST in an index. */
    INDEX_NULLS_ORDER("'nulls' of an index"),
    /** The choice of an index method. */
    INDEX_METHOD("'using' of an index"),
    /** CREATE INDEX that lets writers go on, outside any transaction. */
    CONCURRENT_INDEX("'concurrently'"),
    /** ALTER INDEX … RENAME. */
    RENAME_INDEX("renaming an index"),
    /** Named enumeration types. */
    ENUM_TYPES("enumeration types"),
    /** Sequences. */
    SEQUENCES("sequences"),
    /** The least and the greatest value of an identity column. */
    IDENTITY_RANGE("'min' and 'max' of an identity"),
    /** CACHE of sequences and identity columns; without it the database prepares as many values as it likes. */
    SEQUENCE_CACHE("'cache'"),
    /** CREATE OR REPLACE VIEW. */
    REPLACE_VIEW("'replace' of a view"),
    /** Materialized views. */
    MATERIALIZED_VIEW("'materialized'"),
    /** Schemas that can be made and dropped. */
    SCHEMAS("schemas"),
    /** Temporary tables that a later statement of the same session sees. */
    TEMPORARY_TABLES("'temporary'"),
    /** A place for a new column other than the last. */
    COLUMN_POSITION("'after' and 'first'"),
    /** Generated columns that are kept. */
    STORED_COMPUTED("'stored: true'"),
    /** Generated columns that are worked out when read. */
    VIRTUAL_COMPUTED("'stored: false'"),
    /** A collation of its own for a column. */
    COLLATION("'collate'"),
    /** USING in a change of type. */
    TYPE_CONVERSION("'using' of a change of type");

    private final String request;

    Feature(String request) {
        this.request = request;
    }

    /** What a script asks for when it needs this, for messages: {@code 'where' of an index}. */
    public String request() {
        return request;
    }
}
