package io.limbeck.schema;

/** What happens to referring rows, in the words of {@code onDelete:} and {@code onUpdate:}. */
public enum ReferentialAction {
    NO_ACTION("no action"),
    RESTRICT("restrict"),
    CASCADE("cascade"),
    SET_NULL("set null"),
    SET_DEFAULT("set default");

    private final String word;

    ReferentialAction(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
