/**
 * SQL types and values: small records, and the words scripts use for them.
 *
 * <p>A type says what is meant ({@code timestamp}); how a database spells it is the dialect's business.
 */
package io.limbeck.type;
