package io.limbeck.environment;

/** What to do about a pending revision that an applied one needs, so that it is applied behind it. */
public enum OutOfOrder {
    ALLOW,
    WARN,
    FAIL
}
