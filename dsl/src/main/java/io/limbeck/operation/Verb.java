package io.limbeck.operation;

import java.util.function.Function;

/**
 * How a script asks for an operation.
 *
 * @param name the word that is called
 * @param reading makes the operation of the call's arguments, refusing what makes no sense
 */
public record Verb(String name, Function<Arguments, Operation> reading) {}
