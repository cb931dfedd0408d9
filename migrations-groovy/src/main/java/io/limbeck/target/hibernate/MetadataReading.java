package io.limbeck.target.hibernate;

import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.target.EntityRequest;
import java.util.Optional;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.Database;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.mapping.Table;

/** Hibernate's metadata as a schema. */
final class MetadataReading {

    private final Metadata metadata;
    private final EntityRequest request;
    private final boolean ownWords;

    /**
     * @param ownWords whether Hibernate's words for types are those of the dialect
     */
    MetadataReading(Metadata metadata, EntityRequest request, boolean ownWords) {
        this.metadata = metadata;
        this.request = request;
        this.ownWords = ownWords;
    }

    Schema schema() {
        Identifiers names = new Identifiers(request.dialect());
        ColumnReading columns = new ColumnReading(metadata, request.dialect(), ownWords, names);
        TableReading tables = new TableReading(columns, names, request.naming());
        Schema schema = Schema.EMPTY;
        Database database = metadata.getDatabase();
        for (Namespace namespace : database.getNamespaces()) {
            Optional<String> place = names.schema(
                    namespace.getName().getCatalog(), namespace.getName().getSchema());
            if (place.isPresent()) {
                schema = schema.withSchema(place.get());
            }
            for (Table table : namespace.getTables()) {
                if (table.isPhysicalTable() && !table.isView()) {
                    schema = schema.with(tables.table(table));
                }
            }
            for (org.hibernate.boot.model.relational.Sequence sequence : namespace.getSequences()) {
                schema = schema.with(sequence(
                        sequence,
                        new Name(place.orElse(null), names.of(sequence.getName().getSequenceName()))));
            }
        }
        return EnumTypes.in(schema);
    }

    private static Sequence sequence(org.hibernate.boot.model.relational.Sequence sequence, Name name) {
        return new Sequence(
                name,
                unusual(sequence.getInitialValue()),
                unusual(sequence.getIncrementSize()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Long> unusual(long number) {
        return Optional.of(number).filter(each -> each != 1);
    }
}
