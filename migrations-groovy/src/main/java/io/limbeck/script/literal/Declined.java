package io.limbeck.script.literal;

/** Says that a script holds more than calls with literals, so that the compiler must have it. */
final class Declined extends RuntimeException {

    private static final long serialVersionUID = 1;

    Declined() {
        super(null, null, false, false);
    }
}
