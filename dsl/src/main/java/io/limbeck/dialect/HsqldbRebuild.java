package io.limbeck.dialect;

import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import java.util.List;

/** HyperSQL's way of making a table anew. */
final class HsqldbRebuild extends Rebuild {

    HsqldbRebuild(Hsqldb hsqldb) {
        super(hsqldb);
    }

    /** A generator goes on behind the greatest value that was ever inserted (HyperSQL User Guide, "Identity"). */
    @Override
    protected List<String> identityGoesOn(Name from, Column old, Name to, Column column) {
        return List.of();
    }
}
