package io.limbeck.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** What a catalogue has answered to each question. */
public final class Answers {

    private final Map<Question, List<Row>> rows;

    public Answers(Map<Question, List<Row>> rows) {
        this.rows = new EnumMap<>(Question.class);
        this.rows.putAll(rows);
    }

    /** The rows of an answer; none where the question was not asked. */
    public List<Row> to(Question question) {
        return rows.getOrDefault(question, List.of());
    }

    /** The same answers, but for one. */
    public Answers with(Question question, List<Row> others) {
        Answers changed = new Answers(rows);
        changed.rows.put(question, List.copyOf(others));
        return changed;
    }

    /** The same answers with each row of one changed. */
    public Answers changing(Question question, UnaryOperator<Row> change) {
        return with(question, to(question).stream().map(change).toList());
    }
}
