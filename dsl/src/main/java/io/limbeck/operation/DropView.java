package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.View;
import io.limbeck.sql.Feature;
import java.util.List;

/** Drops a view. Shape: {@code dropView 'active_account'} */
public record DropView(Name view, boolean ifExists) implements Operation {

    static final Verb VERB = new Verb(
            "dropView", arguments -> new DropView(arguments.name("the view's name"), arguments.flag("ifExists")));

    @Override
    public Schema apply(Schema before) {
        if (before.view(view).isEmpty() && !ifExists && !before.mayExist(view.value())) {
            throw new Refusal(
                    "unknown-view",
                    view.value(),
                    "there is no view '" + view + "' at this point",
                    Suggestion.remedy(
                            view.value(),
                            "views",
                            before.views().stream()
                                    .map(each -> each.name().value())
                                    .toList()));
        }
        return before.withoutView(view);
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        if (ifExists) {
            grammar.require(Feature.IF_EXISTS);
        }
        boolean materialized = before.view(view).map(View::materialized).orElse(false);
        return List.of("DROP " + (materialized ? "MATERIALIZED " : "") + "VIEW " + (ifExists ? "IF EXISTS " : "")
                + grammar.name(view));
    }

    @Override
    public Reversal reverse(Schema before) {
        return before.view(view)
                .map(known -> Reversal.by(new CreateView(known, false)))
                .orElseGet(() -> ifExists && !before.mayExist(view.value())
                        ? Reversal.nothing()
                        : Reversal.impossible("the query of view '" + view + "' is not known from the history"));
    }

    @Override
    public String script() {
        return ScriptText.call("dropView")
                .argument(view.value())
                .schema(view)
                .flag("ifExists", ifExists)
                .line();
    }
}
