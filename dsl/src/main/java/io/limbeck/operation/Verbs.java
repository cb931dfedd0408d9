package io.limbeck.operation;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** All words by which scripts ask for operations; an operation is loaded when a script asks for it. */
public final class Verbs {

    private static final Set<String> NAMES = Collections.unmodifiableSet(new TreeSet<>(List.of(
            "addPrimaryKey",
            "addUnique",
            "addForeignKey",
            "addCheck",
            "addExclude",
            "createTable",
            "dropTable",
            "renameTable",
            "commentTable",
            "addColumn",
            "dropColumn",
            "renameColumn",
            "alterColumn",
            "dropConstraint",
            "dropPrimaryKey",
            "validateConstraint",
            "createIndex",
            "dropIndex",
            "renameIndex",
            "createSchema",
            "dropSchema",
            "createSequence",
            "alterSequence",
            "dropSequence",
            "createView",
            "dropView",
            "createEnum",
            "addEnumValue",
            "dropEnum",
            "insert",
            "update",
            "delete",
            "execute",
            "data",
            "irreversible")));

    private Verbs() {}

    public static Set<String> names() {
        return NAMES;
    }

    /** @param name one of {@link #names} */
    public static Verb of(String name) {
        return switch (name) {
            case "addPrimaryKey", "addUnique", "addForeignKey", "addCheck", "addExclude" -> AddConstraint.verb(name);
            case "createTable" -> CreateTable.VERB;
            case "dropTable" -> DropTable.VERB;
            case "renameTable" -> RenameTable.VERB;
            case "commentTable" -> CommentTable.VERB;
            case "addColumn" -> AddColumn.VERB;
            case "dropColumn" -> DropColumn.VERB;
            case "renameColumn" -> RenameColumn.VERB;
            case "alterColumn" -> AlterColumn.VERB;
            case "dropConstraint" -> DropConstraint.VERB;
            case "dropPrimaryKey" -> DropPrimaryKey.VERB;
            case "validateConstraint" -> ValidateConstraint.VERB;
            case "createIndex" -> CreateIndex.VERB;
            case "dropIndex" -> DropIndex.VERB;
            case "renameIndex" -> RenameIndex.VERB;
            case "createSchema" -> CreateSchema.VERB;
            case "dropSchema" -> DropSchema.VERB;
            case "createSequence" -> CreateSequence.VERB;
            case "alterSequence" -> AlterSequence.VERB;
            case "dropSequence" -> DropSequence.VERB;
            case "createView" -> CreateView.VERB;
            case "dropView" -> DropView.VERB;
            case "createEnum" -> CreateEnum.VERB;
            case "addEnumValue" -> AddEnumValue.VERB;
            case "dropEnum" -> DropEnum.VERB;
            case "insert" -> Insert.VERB;
            case "update" -> Update.VERB;
            case "delete" -> Delete.VERB;
            case "execute" -> Execute.VERB;
            case "data" -> Data.VERB;
            case "irreversible" -> Irreversible.VERB;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
