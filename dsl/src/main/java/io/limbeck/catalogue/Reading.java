package io.limbeck.catalogue;

import io.limbeck.schema.Computed;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.Optional;

/** What a dialect knows of the words in its database's catalogue. */
public interface Reading {

    /** The dialect's name. */
    String dialect();

    /** Makes a database's own spelling of a plain name that of scripts, which is lower case. */
    default String scriptName(String catalogueName) {
        return catalogueName;
    }

    /** The type that the database's own words mean; what only the database knows stays in its words. */
    Type read(String words);

    /**
     * The default that the database's own words mean for a column of a type; what is no plain value stays an expression,
     * and none is left of NULL.
     */
    Optional<Value> readDefault(String words, Type type);

    /** The identity of a column of a type without what the database does anyhow. */
    Identity plain(Identity identity, Type type);

    /** The sequence without what the database does anyhow. */
    Sequence plain(Sequence sequence);

    /** The rule of a computed column without what the database does anyhow. */
    Computed plain(Computed computed);

    /** The table without what the database has made by itself, such as an index that a foreign key rests on. */
    default Table plain(Table table) {
        return table;
    }
}
