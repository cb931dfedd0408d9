package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.schema.Unique;
import io.limbeck.sql.BulkLoad;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Guarded;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * CockroachDB, from version 24.3 on: PostgreSQL's language without what cannot be told apart in a cluster
 * (https://www.cockroachlabs.com/docs/stable/postgresql-compatibility).
 *
 * <p>Schema changes run online, and several in one transaction may end half done, so each is sent by itself
 * (https://www.cockroachlabs.com/docs/stable/online-schema-changes, "Schema changes within transactions").
 */
public final class CockroachDb extends PostgreSql {

    private static final Pattern DESCRIPTION = Pattern.compile("CockroachDB .*?v(\\d+(?:\\.\\d+)*).*");

    public CockroachDb(Optional<Version> version) {
        super("cockroachdb", version);
        types().word(Kind.JSON, "JSONB").without(Kind.XML);
        lacking(
                Feature.TRANSACTIONAL_DDL,
                Feature.DEFERRABLE,
                Feature.KEY_OF_NULLABLE_COLUMNS,
                Feature.EXCLUSION,
                Feature.INDEX_NULLS_ORDER,
                Feature.CONCURRENT_INDEX,
                Feature.TEMPORARY_TABLES);
        supporting(Feature.VIRTUAL_COMPUTED);
        instead(Feature.DEFERRABLE, "Leave it out; constraints are checked at once.");
        instead(Feature.EXCLUSION, "Use a unique constraint where equality is enough.");
        instead(Feature.INDEX_NULLS_ORDER, "Leave it out; nulls come first upwards, and last downwards.");
        instead(Feature.TEMPORARY_TABLES, "Use an ordinary table, and drop it in the end.");
        instead(Feature.NULLS_NOT_DISTINCT, "Use a unique index on sql(\"coalesce(…)\").");
        differs(DropConstraint.class, this::dropConstraint);
    }

    @Override
    protected Version oldest() {
        return Version.of(24, 3);
    }

    @Override
    protected Optional<Version> versionIn(String description) {
        Matcher text = DESCRIPTION.matcher(description);
        return text.matches() ? Version.parse(text.group(1)) : Optional.empty();
    }

    /**
     * A unique constraint goes with its index alone, and a primary key only for another one
     * (https://www.cockroachlabs.com/docs/stable/alter-table, "DROP CONSTRAINT").
     */
    private List<String> dropConstraint(DropConstraint operation, Schema before) {
        Optional<Constraint> known =
                before.known(operation.table()).flatMap(table -> table.constraint(operation.constraint()));
        if (known.filter(PrimaryKey.class::isInstance).isPresent()) {
            throw new Refusal(
                    "unsupported",
                    operation.constraint(),
                    "cockroachdb drops no primary key without another one in its place",
                    "Use execute 'ALTER TABLE … ALTER PRIMARY KEY USING COLUMNS (…)'.");
        }
        return known.filter(Unique.class::isInstance).isPresent()
                ? List.of("DROP INDEX " + (operation.ifExists() ? "IF EXISTS " : "") + name(operation.table()) + "@"
                        + quote(operation.constraint()) + " CASCADE")
                : operation.standardSql(this, before);
    }

    /**
     * Values are rewritten from version 25.1 on, and never those of a column that an index or constraint holds
     * (https://www.cockroachlabs.com/docs/stable/alter-table, "ALTER COLUMN data types").
     */
    @Override
    protected List<String> alterColumn(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        boolean rewrites = operation.type().isPresent()
                && (operation.using().isPresent()
                        || !known.map(column ->
                                        widens(column.type(), operation.type().get()))
                                .orElse(true));
        if (rewrites && (!atLeast(25, 1) || isHeld(before.known(operation.table()), operation.column()))) {
            throw new Refusal(
                    "unsupported",
                    "type",
                    "cockroachdb cannot rewrite the values of column '" + operation.column() + "' in place"
                            + (atLeast(25, 1) ? " while an index or constraint holds it" : " before version 25.1"),
                    "Add a column of the new type, fill it with an update, drop this one and rename the new one.");
        }
        return super.alterColumn(operation, before);
    }

    private boolean widens(Type from, Type to) {
        if (from.in(dialect()).equals(to.in(dialect()))) {
            return true;
        }
        if (!(from.in(dialect()) instanceof Scalar old) || !(to.in(dialect()) instanceof Scalar wanted)) {
            return false;
        }
        boolean integers = old.kind() == Kind.INTEGER && wanted.kind() == Kind.BIGINT
                || old.kind() == Kind.SMALLINT && (wanted.kind() == Kind.INTEGER || wanted.kind() == Kind.BIGINT);
        boolean texts = old.kind() == Kind.VARCHAR && (wanted.kind() == Kind.TEXT || wanted.kind() == Kind.VARCHAR);
        return integers
                || texts
                        && (wanted.parameters().isEmpty()
                                || !old.parameters().isEmpty()
                                        && old.parameters().get(0)
                                                <= wanted.parameters().get(0));
    }

    private static boolean isHeld(Optional<Table> table, String column) {
        return table.filter(known -> known.indexes().stream().anyMatch(index -> index.names(column))
                        || known.constraints().stream().anyMatch(constraint -> constraint.names(column)))
                .isPresent();
    }

    /** Every index of its kind takes part (https://www.cockroachlabs.com/docs/stable/create-index). */
    @Override
    protected String indexOptions(Map<String, Object> options) {
        if (options.containsKey("tablespace")) {
            throw new Refusal(
                    "unsupported", "tablespace", "cockroachdb has no tablespaces", "Leave 'tablespace' out there.");
        }
        return super.indexOptions(options);
    }

    @Override
    protected boolean comparable(String type) {
        return true;
    }

    @Override
    protected String virtual() {
        return " VIRTUAL";
    }

    /** A cast that fails shows its text; it hangs on the session, so that nobody tries it beforehand. */
    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return List.of("SELECT CASE WHEN " + condition + " THEN 0 ELSE CAST(CONCAT(" + literal(new Literal(message))
                + ", LEFT(CURRENT_USER, 0)) AS INT) END");
    }

    /** EXECUTE is unknown in its PL/pgSQL (https://www.cockroachlabs.com/docs/stable/plpgsql, "Known limitations"). */
    @Override
    public List<String> guarded(List<Guarded> stretches) {
        throw unconditional();
    }

    @Override
    public Server server() {
        return new CockroachDbServer();
    }

    @Override
    public ClientProfile clientProfile() {
        return new ClientProfile(
                "cockroach sql", "cockroach sql --set=errexit=true -f FILE", List.of(), "BEGIN", "COMMIT", ";");
    }

    /** Rows come as INSERTs, which stand in the transaction whatever the session's settings for COPY are. */
    @Override
    public Optional<BulkLoad> bulkLoad(Name table, List<String> columns) {
        return Optional.empty();
    }
}
