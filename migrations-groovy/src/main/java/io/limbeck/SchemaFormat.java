package io.limbeck;

import io.limbeck.dialect.Dialect;
import io.limbeck.offline.ChangeScript;
import io.limbeck.operation.Creation;
import io.limbeck.schema.Schema;
import io.limbeck.target.SchemaGroovy;
import io.limbeck.target.SchemaJson;

/** How a schema is written down. */
public enum SchemaFormat {
    /** As {@code schema.groovy}, which can be target metadata. */
    GROOVY {
        @Override
        String text(Schema schema, Dialect dialect) {
            return SchemaGroovy.text(schema);
        }
    },
    /** As the statements that make it in one database. */
    SQL {
        @Override
        String text(Schema schema, Dialect dialect) {
            return ChangeScript.of(Creation.of(schema), Schema.EMPTY, dialect);
        }
    },
    /** As a snapshot file, which can be target metadata too. */
    JSON {
        @Override
        String text(Schema schema, Dialect dialect) {
            return SchemaJson.text(schema);
        }
    };

    abstract String text(Schema schema, Dialect dialect);
}
