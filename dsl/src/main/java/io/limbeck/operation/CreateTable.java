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

/** Makes a table. Shape: {@code createTable('account') { column 'id', bigint, primaryKey: true }} */
public record CreateTable(Table table, boolean ifNotExists) implements Operation {

    static final Verb VERB = new Verb("createTable", CreateTable::read);

    private static CreateTable read(Arguments arguments) {
        Name name = arguments.name("the table's name");
        TableBlock block = new TableBlock(name, arguments.context());
        if (arguments.block().isPresent()) {
            arguments.call().block().get().run(block);
        }
        Map<String, String> options = new LinkedHashMap<>();
        for (Map.Entry<String, Object> option :
                arguments.map("options").orElse(Map.of()).entrySet()) {
            String dialect = option.getKey();
            if (arguments.context().dialects().contains(dialect)) {
                options.put(dialect, String.valueOf(option.getValue()));
            } else {
                arguments.report(
                        dialect,
                        "unknown-dialect",
                        "'" + dialect + "' is not a dialect",
                        Suggestion.remedy(
                                dialect, "dialects", arguments.context().dialects()));
            }
        }
        return new CreateTable(
                block.table(arguments.text("comment"), arguments.flag("temporary"), options),
                arguments.flag("ifNotExists"));
    }

    @Override
    public CreateTable resolved(Schema before) {
        if (table.constraints(ForeignKey.class).isEmpty()) {
            return this;
        }
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
        List<EnumType> types = List.of();
        for (Column column : table.columns()) {
            Optional<EnumType> type = newEnum(table.name(), column.type(), before);
            if (type.isPresent() && !types.contains(type.get())) {
                types = types.isEmpty() ? new ArrayList<>() : types;
                types.add(type.get());
            }
        }
        return types;
    }

    /** The enumeration that a column's type brings along, if the state does not have it yet. */
    static Optional<EnumType> newEnum(Name table, Type type, Schema before) {
        Optional<Enumeration> wanted = Enumeration.of(type);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        EnumType made =
                new EnumType(table.sibling(wanted.get().name()), wanted.get().values());
        return before.enumeration(made.name()).isEmpty() ? Optional.of(made) : Optional.empty();
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
        List<String> body = new ArrayList<>();
        for (Column column : table.columns()) {
            body.add(grammar.columnDefinition(table.name(), column));
        }
        List<Constraint> valid = new ArrayList<>();
        List<Constraint> others = new ArrayList<>();
        for (Constraint constraint : table.constraints()) {
            if (AddConstraint.isValid(constraint)) {
                valid.add(constraint);
                body.add(grammar.constraintDefinition(constraint));
            } else {
                others.add(constraint);
            }
        }
        String words = table.options().get(grammar.dialect());
        statements.add("CREATE " + (table.temporary() ? "TEMPORARY " : "") + "TABLE "
                + (ifNotExists ? "IF NOT EXISTS " : "")
                + grammar.name(table.name()) + " (\n    " + String.join(",\n    ", body) + "\n)"
                + (words == null ? "" : " " + words));
        Schema made = others.isEmpty() && table.indexes().isEmpty()
                ? before
                : before.with(table.constraints(valid).indexes(List.of()));
        for (Constraint constraint : others) {
            statements.addAll(grammar.render(new AddConstraint(table.name(), constraint), made));
        }
        for (Index index : table.indexes()) {
            CreateIndex create = new CreateIndex(table.name(), index, false, ifNotExists);
            statements.addAll(grammar.render(create, made));
            made = create.apply(made);
        }
        if (table.comment().isPresent()) {
            statements.addAll(grammar.render(new CommentTable(table.name(), table.comment()), before));
        }
        for (Column column : table.columns()) {
            if (column.comment().isPresent()) {
                statements.add(commentOn(
                        grammar, table.name(), column.name(), column.comment().get()));
            }
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
