package io.limbeck.operation;

import io.limbeck.schema.Schema;
import io.limbeck.sql.Grammar;
import io.limbeck.sql.Statement;
import java.util.List;

/** One thing that a script asks for. */
public sealed interface Operation
        permits CreateTable,
                DropTable,
                RenameTable,
                CommentTable,
                AddColumn,
                DropColumn,
                RenameColumn,
                AlterColumn,
                AddConstraint,
                DropConstraint,
                DropPrimaryKey,
                ValidateConstraint,
                CreateIndex,
                DropIndex,
                RenameIndex,
                CreateSchema,
                DropSchema,
                CreateSequence,
                AlterSequence,
                DropSequence,
                CreateView,
                DropView,
                CreateEnum,
                AddEnumValue,
                DropEnum,
                Insert,
                InsertFile,
                Update,
                Delete,
                DeleteFile,
                Execute,
                Data,
                Irreversible {

    /** This operation with everything filled in that only the state before it can tell, such as a running number. */
    default Operation resolved(Schema before) {
        return this;
    }

    /**
     * What the schema state is after this operation.
     *
     * @throws io.limbeck.error.Refusal when it cannot be, such as on a table that is not there
     */
    Schema apply(Schema before);

    /**
     * The operation in standard SQL, worded by a dialect: one string a statement, without terminators.
     *
     * @throws io.limbeck.error.Refusal when the dialect cannot do it
     */
    List<String> standardSql(Renderer grammar, Schema before);

    /** What is sent, for the operations that are more than plain SQL. */
    default List<Statement> statements(Renderer grammar, Schema before) {
        return Statement.Sql.all(standardSql(grammar, before));
    }

    /** What undoes this operation, given the state before it. */
    Reversal reverse(Schema before);

    /** Whether the dialect wants this outside any transaction. */
    default boolean outsideTransaction(Grammar grammar) {
        return false;
    }

    /** The operation as script text that reads back equal. */
    String script();
}
