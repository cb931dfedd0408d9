package io.limbeck.catalogue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a catalogue has answered to each question. */
public final class Answers {

    private final Map<Question, List<Row>> rows;
    private final List<Row> further;

    public Answers(Map<Question, List<Row>> rows) {
        this(rows, List.of());
    }

    private Answers(Map<Question, List<Row>> rows, List<Row> further) {
        this.rows = new EnumMap<>(Question.class);
        this.rows.putAll(rows);
        this.further = List.copyOf(further);
    }

    /** The rows of an answer; none where the question was not asked. */
    public List<Row> to(Question question) {
        return rows.getOrDefault(question, List.of());
    }

    /** What {@link Catalogue#further} wanted to know beside; none where it did not. */
    public List<Row> further() {
        return further;
    }

    /** The same answers and what was wanted beside. */
    public Answers with(List<Row> beside) {
        return new Answers(rows, beside);
    }

    /** The same answers, but for one. */
    public Answers with(Question question, List<Row> others) {
        Answers changed = new Answers(rows, further);
        changed.rows.put(question, List.copyOf(others));
        return changed;
    }

    /** The same answers with more rows of one. */
    public Answers plus(Question question, List<Row> more) {
        List<Row> all = new ArrayList<>(to(question));
        all.addAll(more);
        return with(question, all);
    }

    /** The same answers with each row of one changed. */
    public Answers changing(Question question, UnaryOperator<Row> change) {
        return with(question, to(question).stream().map(change).toList());
    }
}
