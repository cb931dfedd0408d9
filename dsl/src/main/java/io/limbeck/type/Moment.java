package io.limbeck.type;

/** The current date or time, which every dialect spells in its own way. */
public enum Moment implements Value {
    CURRENT_TIMESTAMP("currentTimestamp"),
    CURRENT_DATE("currentDate"),
    CURRENT_TIME("currentTime");

    private final String word;

    Moment(String word) {
        this.word = word;
    }

    @Override
    public String script() {
        return word;
    }
}
