package io.limbeck.operation;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Grammar;
import io.limbeck.type.Literal;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Changes a column. Shape: {@code alterColumn 'account', 'email', type: varchar(320), nullable: false}
 *
 * @param using how existing values become the new type, in SQL
 * @param rename the column's new name
 * @param existing what the column is, where only raw SQL can have said so
 */
public record AlterColumn(
        Name table,
        String column,
        Optional<Type> type,
        Optional<String> using,
        Optional<Boolean> nullable,
        Change<Value> defaultValue,
        Change<String> comment,
        Change<Identity> identity,
        Change<Computed> computed,
        Optional<String> rename,
        Optional<Column> existing)
        implements Operation, TableChange {

    static final Verb VERB = new Verb("alterColumn", AlterColumn::read);

    private static AlterColumn read(Arguments arguments) {
        Name table = arguments.name("the table's name");
        String column = arguments.word("the column's name");
        AlterColumn alter = new AlterColumn(
                table,
                column,
                arguments.optionalType("type"),
                arguments.text("using"),
                arguments.choice("nullable"),
                change(arguments, "default", arguments.value("default").filter(value -> !value.equals(Literal.NULL))),
                change(arguments, "comment", arguments.text("comment")),
                change(arguments, "identity", NewColumn.identity(arguments)),
                change(arguments, "computed", NewColumn.computed(arguments)),
                arguments.text("name"),
                existing(arguments, column));
        if (alter.isEmpty()) {
            throw new Refusal(
                    "nothing-to-change",
                    null,
                    "this alterColumn changes nothing",
                    "Give at least one of type, nullable, default, comment, identity, computed, name.");
        }
        if (alter.using.isPresent() && alter.type.isEmpty()) {
            arguments.report("using", "contradiction", "'using' means nothing without 'type:'", null);
        }
        return alter;
    }

    /** Only a change of nullability. */
    public static AlterColumn nullable(Name table, String column, boolean nullable) {
        return new AlterColumn(
                table,
                column,
                Optional.empty(),
                Optional.empty(),
                Optional.of(nullable),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Optional.empty(),
                Optional.empty());
    }

    /** Only a change of type. */
    public static AlterColumn typed(Name table, String column, Type type) {
        return new AlterColumn(
                table,
                column,
                Optional.of(type),
                Optional.empty(),
                Optional.empty(),
                Change.none(),
                Change.none(),
                Change.none(),
                Change.none(),
                Optional.empty(),
                Optional.empty());
    }

    /** Only a change of the identity. */
    public static AlterColumn identity(Name table, String column, Identity identity) {
        return new AlterColumn(
                table,
                column,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Change.none(),
                Change.none(),
                Change.to(Optional.of(identity)),
                Change.none(),
                Optional.empty(),
                Optional.empty());
    }

    /** The same change with another expression for existing values; an empty one for none. */
    public AlterColumn using(String expression) {
        return new AlterColumn(
                table,
                column,
                type,
                Optional.of(expression).filter(text -> !text.isEmpty()),
                nullable,
                defaultValue,
                comment,
                identity,
                computed,
                rename,
                existing);
    }

    private static <T> Change<T> change(Arguments arguments, String option, Optional<T> to) {
        return arguments.has(option) ? Change.to(to) : Change.none();
    }

    private static Optional<Column> existing(Arguments arguments, String column) {
        return arguments.map("existing").map(facts -> {
            Arguments options = new Arguments(
                    new io.limbeck.call.Call(
                            "existing",
                            List.of(),
                            facts,
                            Optional.empty(),
                            arguments.call().site()),
                    arguments.context());
            Column known = Column.of(
                            column,
                            options.optionalType("type")
                                    .orElseThrow(() -> new Refusal(
                                            "missing-option", "existing", "'existing' needs the option 'type:'", null)))
                    .nullable(options.choice("nullable").orElse(true))
                    .defaulting(options.value("default"));
            options.done();
            return known;
        });
    }

    private boolean isEmpty() {
        return type.isEmpty()
                && nullable.isEmpty()
                && !defaultValue.asked()
                && !comment.asked()
                && !identity.asked()
                && !computed.asked()
                && rename.isEmpty();
    }

    /** The column as it is before the change, as far as anybody knows. */
    public Optional<Column> before(Schema schema) {
        return existing.or(() -> schema.find(table, column));
    }

    /** The column as it will be, under its new name if it gets one. */
    public Column changed(Column before) {
        return before.named(rename.orElse(column))
                .typed(type.orElse(before.type()))
                .nullable(nullable.orElse(before.nullable()))
                .defaulting(defaultValue.from(before.defaultValue()))
                .commented(comment.from(before.comment()))
                .identified(identity.from(before.identity()))
                .computed(computed.from(before.computed()));
    }

    @Override
    public Schema apply(Schema before) {
        Optional<Table> found = before.find(table);
        Optional<Column> known = before.find(table, column);
        known.ifPresent(this::requireSense);
        if (known.isEmpty() || before.known(table).isEmpty()) {
            return before;
        }
        Column changed = changed(known.get()).named(column);
        boolean inKey = found.get()
                .primaryKey()
                .map(key -> key.columns().contains(column))
                .orElse(false);
        if (inKey && changed.nullable()) {
            throw new Refusal(
                    "contradiction",
                    "nullable",
                    "'" + column + "' is part of the primary key and cannot be nullable",
                    null);
        }
        Schema after = before.with(found.get().changing(column, each -> changed));
        Optional<EnumType> added = newEnum(before);
        if (added.isPresent()) {
            after = after.with(added.get());
        }
        return rename.isPresent() ? new RenameColumn(table, column, rename.get()).apply(after) : after;
    }

    private Optional<EnumType> newEnum(Schema before) {
        return type.flatMap(to -> CreateTable.newEnum(table, to, before));
    }

    /** The statements that must come before the column can be of its new type. */
    public List<String> preparations(Renderer grammar, Schema before) {
        return newEnum(before)
                .map(added -> grammar.render(new CreateEnum(added), before))
                .orElse(List.of());
    }

    private void requireSense(Column before) {
        if (defaultValue.asked() && before.identity().isPresent() && !identity.asked()) {
            throw new Refusal(
                    "contradiction", "default", "'" + column + "' is an identity column and has no default", null);
        }
        if (defaultValue.asked() && before.computed().isPresent() && !computed.asked()) {
            throw new Refusal(
                    "contradiction", "default", "'" + column + "' is a computed column and has no default", null);
        }
        if (identity.asked() && identity.to().isEmpty() && before.identity().isEmpty()) {
            throw new Refusal("contradiction", "identity", "'" + column + "' is not an identity column", null);
        }
    }

    @Override
    public List<String> standardSql(Renderer grammar, Schema before) {
        refuseComputed(grammar);
        String alter = "ALTER TABLE " + grammar.name(table) + " ALTER COLUMN " + grammar.quote(column) + " ";
        List<String> statements = new ArrayList<>(preparations(grammar, before));
        statements.addAll(conversion(grammar, alter));
        statements.addAll(nullability(alter));
        statements.addAll(defaults(grammar, before, alter));
        statements.addAll(identities(grammar, before, alter));
        statements.addAll(renaming(grammar, before));
        statements.addAll(comments(grammar));
        return statements;
    }

    /** Whether the column becomes an identity or stops being one. */
    public boolean changesKindOfIdentity(Schema before) {
        return identity.asked()
                && (identity.to().isEmpty()
                        || before(before).flatMap(Column::identity).isEmpty());
    }

    /** Refuses to change what a column is computed from. */
    public void refuseComputed(Grammar grammar) {
        if (computed.asked()) {
            throw new Refusal(
                    "unsupported",
                    "computed",
                    grammar.dialect() + " cannot change the expression of a column in place",
                    "Drop the column and add it anew.");
        }
    }

    /** {@code SET DATA TYPE}, if asked for. */
    public List<String> conversion(Grammar grammar, String alter) {
        if (using.isPresent()) {
            grammar.require(Feature.TYPE_CONVERSION);
        }
        return type.map(to -> List.of(alter + "SET DATA TYPE " + grammar.type(to)
                        + using.map(expression -> " USING " + expression).orElse("")))
                .orElse(List.of());
    }

    /** {@code COMMENT ON COLUMN}, if asked for. */
    public List<String> comments(Grammar grammar) {
        return comment.asked()
                ? List.of(CreateTable.commentOn(
                        grammar, table, rename.orElse(column), comment.to().orElse(null)))
                : List.of();
    }

    /** {@code SET NOT NULL} or {@code DROP NOT NULL}, if asked for. */
    public List<String> nullability(String alter) {
        return nullable.map(may -> List.of(alter + (may ? "DROP NOT NULL" : "SET NOT NULL")))
                .orElse(List.of());
    }

    /** {@code SET DEFAULT} or {@code DROP DEFAULT}, if asked for. */
    public List<String> defaults(Grammar grammar, Schema before, String alter) {
        if (!defaultValue.asked()) {
            return List.of();
        }
        Optional<Type> target = type.or(() -> before(before).map(Column::type));
        return List.of(defaultValue
                .to()
                .map(value -> alter + "SET DEFAULT "
                        + target.map(known -> grammar.literal(value, known)).orElseGet(() -> grammar.literal(value)))
                .orElse(alter + "DROP DEFAULT"));
    }

    /** {@code ADD GENERATED …}, {@code SET …} or {@code DROP IDENTITY}, if asked for. */
    public List<String> identities(Grammar grammar, Schema before, String alter) {
        if (!identity.asked()) {
            return List.of();
        }
        if (identity.to().isEmpty()) {
            return List.of(alter + "DROP IDENTITY");
        }
        Identity wanted = identity.to().get();
        return before(before)
                .flatMap(Column::identity)
                .map(known -> IdentityChange.statements(grammar, known, wanted, alter))
                .orElseGet(() -> List.of(alter + "ADD " + grammar.identityClause(wanted)));
    }

    /** The column's new name, if it gets one, in the dialect's own words. */
    public List<String> renaming(Renderer grammar, Schema before) {
        return rename.map(to -> grammar.render(new RenameColumn(table, column, to), before))
                .orElse(List.of());
    }

    @Override
    public Reversal reverse(Schema before) {
        Optional<Column> known = before(before);
        if (known.isEmpty()
                && (type.isPresent()
                        || nullable.isPresent()
                        || defaultValue.asked()
                        || comment.asked()
                        || identity.asked()
                        || computed.asked())) {
            return Reversal.impossible("what column '" + column + "' of table '" + table
                    + "' was before is not known from the history; 'existing: [type: …]' says it");
        }
        Optional<Column> was = known;
        List<Operation> undo = new ArrayList<>();
        undo.add(new AlterColumn(
                table,
                rename.orElse(column),
                type.flatMap(changed -> was.map(Column::type)),
                Optional.empty(),
                nullable.flatMap(changed -> was.map(Column::nullable)),
                defaultValue.asked() ? Change.to(was.flatMap(Column::defaultValue)) : Change.none(),
                comment.asked() ? Change.to(was.flatMap(Column::comment)) : Change.none(),
                identity.asked() ? Change.to(was.flatMap(Column::identity)) : Change.none(),
                computed.asked() ? Change.to(was.flatMap(Column::computed)) : Change.none(),
                rename.map(changed -> column),
                Optional.empty()));
        newEnum(before).ifPresent(added -> undo.add(new DropEnum(added.name())));
        return Reversal.by(undo);
    }

    @Override
    public String script() {
        ScriptText text = ScriptText.call("alterColumn")
                .argument(table.value())
                .argument(column)
                .schema(table);
        type.ifPresent(to -> text.option("type", to.script()));
        text.text("using", using).choice("nullable", nullable);
        if (defaultValue.asked()) {
            text.option("default", defaultValue.to().map(Value::script).orElse("null"));
        }
        if (comment.asked()) {
            text.option("comment", comment.to().map(Literal::quoted).orElse("null"));
        }
        if (identity.asked()) {
            text.option("identity", identity.to().map(NewColumn::script).orElse("false"));
        }
        if (computed.asked()) {
            text.option(
                    "computed",
                    computed.to().map(to -> Literal.quoted(to.expression())).orElse("null"));
            computed.to().ifPresent(to -> text.choice("stored", to.stored()));
        }
        text.text("name", rename);
        existing.ifPresent(known -> {
            ScriptText facts = ScriptText.call("").option("type", known.type().script());
            if (!known.nullable()) {
                facts.option("nullable", "false");
            }
            known.defaultValue().ifPresent(value -> facts.option("default", value.script()));
            text.option("existing", "[" + facts.line().strip() + "]");
        });
        return text.line();
    }
}
