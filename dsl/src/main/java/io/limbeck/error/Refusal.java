package io.limbeck.error;

/**
 * Says that something cannot be, before anybody knows where in which script it stands; whoever knows the place turns
 * it into a {@link Problem}.
 */
public final class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String code;
    private final String subject;
    private final String remedy;

    /**
     * @param code a stable word, as in {@link Problem#code()}
     * @param subject the word in the script that is to blame, for the caret; null for the whole call
     * @param fact what is wrong, one sentence without a full stop
     * @param remedy what to do about it, or null
     */
    public Refusal(String code, String subject, String fact, String remedy) {
        super(fact, null, false, false);
        this.code = code;
        this.subject = subject;
        this.remedy = remedy;
    }

    public String code() {
        return code;
    }

    public String subject() {
        return subject;
    }

    public String fact() {
        return getMessage();
    }

    public String remedy() {
        return remedy;
    }

    public Problem at(Place place) {
        return new Problem(code, place, fact(), remedy);
    }

    /** The problem where no place in a script is to blame. */
    public Problem nowhere() {
        return Problem.of(code, fact(), remedy);
    }
}
