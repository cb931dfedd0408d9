package io.limbeck.schema;

/** When a constraint is checked (SQL:2016, 10.8 constraint name definition and characteristics). */
public enum Deferral {
    NOT_DEFERRABLE,
    INITIALLY_IMMEDIATE,
    INITIALLY_DEFERRED
}
