package io.limbeck;

import io.limbeck.environment.Session;
import java.sql.SQLException;
import java.util.Optional;
import java.util.function.Function;

/** Work on schemas, on a connection. */
final class SchemaWork<T> extends DatabaseJob<T> {

    private final Function<Schemas, T> work;

    SchemaWork(Workspace workspace, Function<Schemas, T> work) {
        super(workspace);
        this.work = work;
    }

    @Override
    T online(Session session, AppliedRows applied) throws SQLException {
        return work.apply(new Schemas(workspace(), session.dialect(), Optional.of(session), applied));
    }
}
