package io.limbeck.operation;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All words by which scripts ask for operations. */
public final class Verbs {

    private static final Map<String, Verb> ALL = byName(Stream.concat(
            AddConstraint.VERBS.stream(),
            Stream.of(
                    CreateTable.VERB,
                    DropTable.VERB,
                    RenameTable.VERB,
                    CommentTable.VERB,
                    AddColumn.VERB,
                    DropColumn.VERB,
                    RenameColumn.VERB,
                    AlterColumn.VERB,
                    DropConstraint.VERB,
                    DropPrimaryKey.VERB,
                    ValidateConstraint.VERB,
                    CreateIndex.VERB,
                    DropIndex.VERB,
                    RenameIndex.VERB,
                    CreateSchema.VERB,
                    DropSchema.VERB,
                    CreateSequence.VERB,
                    AlterSequence.VERB,
                    DropSequence.VERB,
                    CreateView.VERB,
                    DropView.VERB,
                    CreateEnum.VERB,
                    AddEnumValue.VERB,
                    DropEnum.VERB,
                    Insert.VERB,
                    Update.VERB,
                    Delete.VERB,
                    Execute.VERB,
                    Data.VERB,
                    Irreversible.VERB)));

    private Verbs() {}

    public static Map<String, Verb> all() {
        return ALL;
    }

    private static Map<String, Verb> byName(Stream<Verb> verbs) {
        Map<String, Verb> byName = new TreeMap<>();
        List<Verb> list = verbs.toList();
        list.forEach(verb -> byName.put(verb.name(), verb));
        return Collections.unmodifiableMap(byName);
    }
}
