package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.error.Suggestion;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Grammar;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Makes a table. Shape: {@code createTable('account') { column 'id', bigint, primaryKey: true }} */
public record CreateTable(Table table, boolean ifNotExists) implements Operation {

    static final Verb VERB = new Verb("createTable", CreateTable::read);

    private static CreateTable read(Arguments arguments) {
        Name name = arguments.name("the table's name");
        TableBlock block = new TableBlock(name, arguments.context());
        arguments.block().ifPresent(body -> body.run(block));
        Map<String, String> options = new LinkedHashMap<>();
        arguments.map("options").orElse(Map.of()).forEach((dialect, words) -> {
            if (arguments.context().dialects().contains(dialect)) {
                options.put(dialect, String.valueOf(words));
            } else {
                arguments.report(
                        dialect,
                        "unknown-dialect",
                        "'" + dialect + "' is not a dialect",
                        Suggestion.remedy(
                                dialect, "dialects", arguments.context().dialects()));
            }
        });
        return new CreateTable(
                block.table(arguments.text("comment"), arguments.flag("temporary"), options),
                arguments.flag("ifNotExists"));
    }

    @Override
    public CreateTable resolved(Schema before) {
        List<Constraint> resolved = table.constraints().stream()
                .map(constraint ->
                        constraint instanceof ForeignKey key ? AddConstraint.pointed(key, table, before) : constraint)
                .toList();
        return new CreateTable(table.constraints(resolved), ifNotExists);
    }

    @Override
    public Schema apply(Schema before) {
        if (table.columns().isEmpty()) {
            throw new Refusal(
                    "no-columns",
                    table.name().value(),
                    "table '" + table.name() + "' has no columns",
                    "Add lines such as: column 'id', bigint, primaryKey: true");
        }
        if (ifNotExists && before.known(table.name()).isPresent()) {
            return before;
        }
        before.requireFree(table.name());
        Schema after = before.with(table.constraints(List.of()));
        for (Constraint constraint : table.constraints()) {
            after = new AddConstraint(table.name(), constraint).apply(after);
        }
        for (Index index : table.indexes()) {
            after.requireColumns(table.name(), index.columns());
        }
        for (EnumType type : newEnums(before)) {
            after = after.with(type);
        }
        return after;
    }

    /** The enumerations of the columns that the state does not have yet. */
    public List<EnumType> newEnums(Schema before) {
        return table.columns().stream()
                .flatMap(column -> newEnum(table.name(), column.type(), before).stream())
                .distinct()
                .toList();
    }

    /** The enumeration that a column's type brings along, if the state does not have it yet. */
    static Optional<EnumType> newEnum(Name table, Type type, Schema before) {
        return Enumeration.of(type)
                .map(wanted -> new EnumType(table.sibling(wanted.name()), wanted.values()))
                .filter(wanted -> before.enumeration(wanted.name()).isEmpty());
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        if (ifNotExists) {
            grammar.require(Feature.IF_EXISTS);
        }
        if (table.temporary()) {
            grammar.require(Feature.TEMPORARY_TABLES);
        }
        List<String> statements = new ArrayList<>();
        for (EnumType type : newEnums(before)) {
            statements.addAll(grammar.render(new CreateEnum(type), before));
        }
        AddConstraint.requireKeys(grammar, table.constraints(), table, before);
        String body = Stream.concat(
                        table.columns().stream().map(column -> grammar.columnDefinition(table.name(), column)),
                        table.constraints().stream()
                                .filter(AddConstraint::isValid)
                                .map(grammar::constraintDefinition))
                .collect(Collectors.joining(",\n    ", " (\n    ", "\n)"));
        statements.add("CREATE " + (table.temporary() ? "TEMPORARY " : "") + "TABLE "
                + (ifNotExists ? "IF NOT EXISTS " : "")
                + grammar.name(table.name()) + body
                + Optional.ofNullable(table.options().get(grammar.dialect()))
                        .map(words -> " " + words)
                        .orElse(""));
        Schema made = before.with(table.constraints(table.constraints().stream()
                        .filter(AddConstraint::isValid)
                        .toList())
                .indexes(List.of()));
        for (Constraint constraint : table.constraints()) {
            if (!AddConstraint.isValid(constraint)) {
                statements.addAll(grammar.render(new AddConstraint(table.name(), constraint), made));
            }
        }
        for (Index index : table.indexes()) {
            CreateIndex create = new CreateIndex(table.name(), index, false, ifNotExists);
            statements.addAll(grammar.render(create, made));
            made = create.apply(made);
        }
        table.comment()
                .ifPresent(text ->
                        statements.addAll(grammar.render(new CommentTable(table.name(), Optional.of(text)), before)));
        for (Column column : table.columns()) {
            column.comment().ifPresent(text -> statements.add(commentOn(grammar, table.name(), column.name(), text)));
        }
        return statements;
    }

    static String commentOn(Grammar grammar, Name table, String column, String text) {
        grammar.require(Feature.COMMENTS);
        return grammar.commentOn(table, column, Optional.ofNullable(text));
    }

    @Override
    public Reversal reverse(Schema before) {
        if (ifNotExists && before.known(table.name()).isPresent()) {
            return Reversal.nothing();
        }
        List<Operation> undo = new ArrayList<>();
        undo.add(new DropTable(table.name(), false, false));
        newEnums(before).forEach(type -> undo.add(new DropEnum(type.name())));
        return Reversal.by(undo);
    }

    @Override
    public String script() {
        List<String> body = new ArrayList<>();
        for (Column column : table.columns()) {
            body.add(NewColumn.write(ScriptText.call("column"), column).line());
        }
        for (Constraint constraint : table.constraints()) {
            body.add(Constraints.write(ScriptText.call(Constraints.verb(constraint, true)), constraint, true)
                    .line());
        }
        for (Index index : table.indexes()) {
            body.add(CreateIndex.write(ScriptText.call("index"), index).line());
        }
        return ScriptText.call("createTable")
                .argument(table.name().value())
                .schema(table.name())
                .text("comment", table.comment())
                .flag("temporary", table.temporary())
                .flag("ifNotExists", ifNotExists)
                .map("options", table.options())
                .block(body);
    }
}
