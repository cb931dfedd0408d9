package io.limbeck.maven;

import io.limbeck.Limbeck;
import java.util.List;
import java.util.Map;

/**
 * A goal that is done on a database, or on each of several.
 *
 * @param <T> what a database answers
 */
abstract class EachMojo<T> extends DatabaseMojo {

    /** Asks one database, or has it do something. */
    abstract T ask(Limbeck limbeck);

    /** The answer for people. */
    abstract List<String> lines(T answer);

    /** The answer for programs, the goal's name first. */
    abstract Map<String, Object> document(T answer);

    /** Whether the answer is that there was nothing to do, so that one line about many such is enough. */
    boolean isQuiet(T answer) {
        return false;
    }

    /** What comes behind the answer of the only database. */
    void behind(Limbeck limbeck, T answer) {
        // mostly nothing
    }

    @Override
    final void run(Limbeck limbeck) {
        T answer = ask(limbeck);
        output().lines(lines(answer));
        if (output().isJson()) {
            output().document(document(answer));
        }
        behind(limbeck, answer);
    }

    @Override
    final boolean canBeDoneOnEach() {
        return true;
    }

    @Override
    final void runEach(Limbeck limbeck) {
        EachReport<T> report = new EachReport<>(this);
        report.tell(limbeck.each(this::askOne, report::finished));
    }

    /** The same for one of several databases, where what comes behind the answer is no answer's concern. */
    T askOne(Limbeck limbeck) {
        return ask(limbeck);
    }
}
