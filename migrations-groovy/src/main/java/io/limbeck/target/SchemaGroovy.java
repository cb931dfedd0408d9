package io.limbeck.target;

import io.limbeck.dsl.Declarations;
import io.limbeck.operation.CreateEnum;
import io.limbeck.operation.CreateSchema;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.Operation;
import io.limbeck.operation.ViewOrder;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes a schema as {@code schema.groovy}, which reads back equal; everything stands in the order of names. */
public final class SchemaGroovy {

    private SchemaGroovy() {}

    /** The text of the file. */
    public static String text(Schema schema) {
        return Stream.of(
                        calls(schema.schemas().stream().sorted().map(CreateSchema::new)),
                        calls(told(schema).map(CreateEnum::new)),
                        calls(schema.sequences().stream().map(CreateSequence::new)),
                        tables(schema.tables()),
                        calls(ViewOrder.of(schema).stream().map(view -> new CreateView(view, false))))
                .filter(paragraph -> !paragraph.isEmpty())
                .collect(Collectors.joining("\n"));
    }

    private static String tables(Collection<Table> tables) {
        return tables.stream().map(table -> call(new CreateTable(table, false))).collect(Collectors.joining("\n"));
    }

    private static String calls(Stream<? extends Operation> operations) {
        return operations.map(SchemaGroovy::call).collect(Collectors.joining());
    }

    /** The enumerations that no column brings along. */
    private static Stream<EnumType> told(Schema schema) {
        Schema bare = Schema.EMPTY;
        Set<EnumType> brought = new HashSet<>();
        for (Table table : schema.tables()) {
            List<EnumType> types = new CreateTable(table, false).newEnums(bare);
            for (EnumType type : types) {
                bare = bare.with(type);
                brought.add(type);
            }
        }
        return schema.enums().stream().filter(type -> !brought.contains(type));
    }

    /** The operation's own script, under the word that it has here. */
    private static String call(Operation operation) {
        String script = operation.script();
        for (Map.Entry<String, String> word : Declarations.WORDS.entrySet()) {
            if (script.startsWith(word.getValue())) {
                return word.getKey() + script.substring(word.getValue().length()) + "\n";
            }
        }
        throw new IllegalArgumentException(script);
    }
}
