package io.limbeck.catalogue;

/**
 * A question to the catalogue about everything in some schemas at once; the columns of its answer by their labels.
 *
 * <p>Names are told as they are stored, in the columns {@code schema_name} (null for the current schema),
 * {@code table_name} and {@code name}; what is empty or left out is what nobody asked for. Truths are any of {@code t},
 * {@code true}, {@code 1}, {@code y} and {@code yes}. Where several rows make one thing, they come in its order.
 */
public enum Question {
    /** The schemas that are there: {@code name}. */
    SCHEMAS,

    /** Tables: {@code schema_name, name, comment, options}; what is told of others, is of no table. */
    TABLES,

    /**
     * Columns in their order: {@code schema_name, table_name, name, data_type} (with its numbers), {@code nullable,
     * default_value} (in SQL), {@code collation} (where it is not the usual one), {@code comment, computed} (the
     * expression), {@code stored, enum_schema, enum_name} (the named enumeration that the column or its element is of);
     * for identity columns {@code identity} ({@code ALWAYS} or {@code BY DEFAULT}) and what {@link #SEQUENCES} have.
     */
    COLUMNS,

    /**
     * Primary keys and unique constraints, a row a column: {@code schema_name, table_name, name, column_name, is_primary,
     * deferrable, deferred, nulls_not_distinct}.
     */
    KEYS,

    /**
     * Foreign keys, a row a pair of columns: {@code schema_name, table_name, name, column_name, referred_schema,
     * referred_table, referred_column, on_delete, on_update} (in words, such as {@code SET NULL}), {@code match_type,
     * deferrable, deferred, not_valid}.
     */
    FOREIGN_KEYS,

    /** Checks: {@code schema_name, table_name, name, expression, not_valid}. */
    CHECKS,

    /**
     * Exclusion constraints, a row an element: {@code schema_name, table_name, name, element, operator, method, condition,
     * deferrable, deferred}.
     */
    EXCLUSIONS,

    /**
     * Indexes, but for those that a key has made for itself, a row a part: {@code schema_name, table_name, name, is_unique,
     * part, is_expression, is_descending, nulls} ({@code first} or {@code last}, where that is not the usual end),
     * {@code is_included, condition, method} (where it is not the usual one). Whatever is labelled {@code option_…} is an
     * option of the index under that name, and {@code part_option_…} one by part.
     */
    INDEXES,

    /**
     * Sequences, but for those behind identity columns: {@code schema_name, name, start_value, increment_by, min_value,
     * max_value, cycles, cache_size}.
     */
    SEQUENCES,

    /** Views: {@code schema_name, name, query, materialized}. */
    VIEWS,

    /** Named enumerations, a row a value: {@code schema_name, name, enum_value}. */
    ENUMS
}
