package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Schema;
import io.limbeck.schema.View;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes a view. Shape: {@code createView 'active_account', 'select … from account'} */
public record CreateView(View view, boolean replace) implements Operation {

    static final Verb VERB = new Verb(
            "createView",
            arguments -> new CreateView(
                    new View(
                            arguments.name("the view's name"),
                            arguments.word("the query"),
                            arguments.flag("materialized")),
                    arguments.flag("replace")));

    @Override
    public Schema apply(Schema before) {
        Optional<View> known = before.view(view.name());
        if (known.isPresent() && !replace) {
            throw new Refusal(
                    "name-taken",
                    view.name().value(),
                    "there is a view '" + view.name() + "' already",
                    "Say 'replace: true' to put this one in its place.");
        }
        if (known.isEmpty()) {
            before.requireFree(view.name());
        }
        return before.with(view);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        if (view.materialized()) {
            grammar.require(Feature.MATERIALIZED_VIEW);
        }
        boolean inPlace = replace && grammar.supports(Feature.REPLACE_VIEW) && !view.materialized();
        List<String> statements = new ArrayList<>();
        Optional<View> known = before.view(view.name());
        if (replace && !inPlace && known.isPresent()) {
            statements.addAll(grammar.render(new DropView(view.name(), false), before));
        } else if (replace && !inPlace && before.mayExist(view.name().value())) {
            grammar.require(Feature.REPLACE_VIEW);
        }
        statements.add("CREATE " + (inPlace ? "OR REPLACE " : "") + (view.materialized() ? "MATERIALIZED " : "")
                + "VIEW " + grammar.name(view.name()) + " AS\n" + view.query().strip());
        return statements;
    }

    @Override
    public Reversal reverse(Schema before) {
        Optional<View> known = before.view(view.name());
        if (known.isEmpty()) {
            return replace && before.mayExist(view.name().value())
                    ? Reversal.impossible("the view '" + view.name() + "' that this one replaces is not known")
                    : Reversal.by(new DropView(view.name(), false));
        }
        return Reversal.by(new DropView(view.name(), false), new CreateView(known.get(), false));
    }

    @Override
    public String script() {
        return ScriptText.call("createView")
                .argument(view.name().value())
                .argument(view.query())
                .schema(view.name())
                .flag("replace", replace)
                .flag("materialized", view.materialized())
                .line();
    }
}
