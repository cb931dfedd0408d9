package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.type.Literal;
import java.util.List;
import java.util.Optional;

/** Describes a table, or removes its description. Shape: {@code commentTable 'account', 'who pays'} */
public record CommentTable(Name table, Optional<String> text) implements Operation, TableChange {

    static final Verb VERB = new Verb("commentTable", CommentTable::read);

    private static CommentTable read(Arguments arguments) {
        Name table = arguments.name("the table's name");
        Object text = arguments.next("the text, or null");
        if (text != null && !(text instanceof CharSequence)) {
            throw new Refusal(
                    "wrong-type", null, "a comment is a string or null, not " + Arguments.described(text), null);
        }
        return new CommentTable(table, Optional.ofNullable(text).map(Object::toString));
    }

    @Override
    public Schema apply(Schema before) {
        return before.find(table)
                .filter(found -> before.known(table).isPresent())
                .map(found -> before.with(found.commented(text)))
                .orElse(before);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        grammar.require(Feature.COMMENTS);
        return List.of("COMMENT ON TABLE " + grammar.name(table) + " IS " + grammar.comment(text));
    }

    @Override
    public Reversal reverse(Schema before) {
        Optional<Table> known = before.find(table);
        return known.isEmpty()
                ? Reversal.impossible("the comment that table '" + table + "' had is not known from the history")
                : Reversal.by(new CommentTable(table, known.get().comment()));
    }

    @Override
    public String script() {
        return ScriptText.call("commentTable")
                .argument(table.value())
                .raw(text.map(Literal::quoted).orElse("null"))
                .schema(table)
                .line();
    }
}
