package io.limbeck.it.dialect;

import io.limbeck.golden.GoldenCase;
import io.limbeck.kit.DialectKit;
import io.limbeck.kit.Scratch;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.junit.jupiter.api.DisplayName;

// region kit
@DisplayName("On its database, a dialect from outside")
class MadeUpOnItsDatabaseIT extends DialectKit {

    @Override
    protected String dialect() {
        return "madeup";
    }

    @Override
    protected Scratch open(GoldenCase golden) throws SQLException {
        return new Scratch(DriverManager.getConnection("jdbc:h2:mem:", "sa", ""));
    }
}
// endregion
