package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Name;
import io.limbeck.sql.BulkLoad;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.type.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * YugabyteDB's YSQL, from version 2024.2 on: PostgreSQL 11's language, from 2025.1 on that of 15, with storage of its
 * own below (https://docs.yugabyte.com/stable/api/ysql/, https://docs.yugabyte.com/stable/releases/ybdb-releases).
 *
 * <p>DDL is no part of transactions (https://docs.yugabyte.com/stable/explore/transactions/, "DDL"). An index is filled
 * while writers go on without a word for it, as long as it is made outside a transaction
 * (https://docs.yugabyte.com/stable/api/ysql/the-sql-language/statements/ddl_create_index/, "CONCURRENTLY").
 */
public final class YugabyteDb extends PostgreSql {

    private static final Pattern DESCRIPTION = Pattern.compile("PostgreSQL .*?-YB-(\\d+(?:\\.\\d+)*).*");

    public YugabyteDb(Optional<Version> version) {
        super("yugabytedb", version);
        types().without(Kind.XML);
        lacking(Feature.TRANSACTIONAL_DDL, Feature.EXCLUSION, Feature.CONCURRENT_INDEX);
        if (atLeast(2025, 1)) {
            supporting(Feature.NULLS_NOT_DISTINCT);
        } else {
            lacking(Feature.STORED_COMPUTED);
        }
        String newer = "It came with version 2025.1; say so with the dialect 'yugabytedb:2025.1'.";
        instead(Feature.NULLS_NOT_DISTINCT, newer);
        instead(Feature.STORED_COMPUTED, newer);
        instead(Feature.VIRTUAL_COMPUTED, "Use a view.");
        instead(Feature.EXCLUSION, "Use a unique constraint where equality is enough.");
    }

    @Override
    protected Version oldest() {
        return Version.of(2024, 2);
    }

    @Override
    protected Optional<Version> versionIn(String description) {
        Matcher text = DESCRIPTION.matcher(description);
        return text.matches() ? Version.parse(text.group(1)) : Optional.empty();
    }

    /** Only foreign keys can wait (https://docs.yugabyte.com/stable/api/ysql/the-sql-language/statements/ddl_create_table/). */
    @Override
    protected void requireDeferrable(Constraint constraint) {
        if (!(constraint instanceof ForeignKey)) {
            throw new Refusal(
                    "unsupported",
                    "deferrable",
                    "yugabytedb cannot do 'deferrable' but for foreign keys",
                    "Leave it out; the constraint is checked at once.");
        }
    }

    @Override
    public Server server() {
        return new YugabyteDbServer(atLeast(2025, 1));
    }

    @Override
    public ClientProfile clientProfile() {
        return PostgreSqlScripts.psql("ysqlsh");
    }

    /** Rows come as INSERTs, which stand in the transaction whatever the session's settings for COPY are. */
    @Override
    public Optional<BulkLoad> bulkLoad(Name table, List<String> columns) {
        return Optional.empty();
    }
}
