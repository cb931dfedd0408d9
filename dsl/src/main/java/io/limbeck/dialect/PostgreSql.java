package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.sql.BulkLoad;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Guarded;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** PostgreSQL, from version 14 on. */
public class PostgreSql extends Dialect {

    private static final Set<Kind> CAST = Set.of(Kind.JSON, Kind.JSONB, Kind.XML, Kind.INTERVAL, Kind.UUID);

    /** Types whose values PostgreSQL assigns to each other, a default's too. */
    private static final List<Set<Kind>> FAMILIES = List.of(
            Set.of(
                    Kind.SMALLINT,
                    Kind.INTEGER,
                    Kind.BIGINT,
                    Kind.DECIMAL,
                    Kind.NUMERIC,
                    Kind.REAL,
                    Kind.DOUBLE_PRECISION),
            Set.of(Kind.CHARS, Kind.VARCHAR, Kind.NVARCHAR, Kind.TEXT),
            Set.of(Kind.DATE, Kind.TIMESTAMP, Kind.TIMESTAMPTZ));

    private static final String CAST_LITERAL =
            "(?s)^\\(?('(?:[^']|'')*'|NULL|-?[\\d.]+)\\)?::[\\w\\s\"\\.]+(\\([\\d, ]+\\))?[\\w\\s]*(\\[])*$";

    /** In the order of CREATE INDEX; {@code opclass} stands behind the columns. */
    private static final Set<String> INDEX_OPTIONS = Set.of("opclass", "nullsNotDistinct", "with", "tablespace");

    public PostgreSql(Optional<Version> version) {
        this("postgresql", version);
        if (atLeast(15)) {
            supporting(Feature.NULLS_NOT_DISTINCT);
        }
        if (atLeast(18)) {
            supporting(Feature.VIRTUAL_COMPUTED);
        }
        instead(Feature.NULLS_NOT_DISTINCT, "It came with version 15; say so with the dialect 'postgresql:15'.");
        instead(Feature.VIRTUAL_COMPUTED, "It came with version 18; say so with the dialect 'postgresql:18'.");
    }

    /** What PostgreSQL 14 has in common with databases that speak its language. */
    protected PostgreSql(String name, Optional<Version> version) {
        super(name, version);
        types().word(Kind.TEXT, "TEXT")
                .word(Kind.BINARY, "BYTEA!")
                .word(Kind.VARBINARY, "BYTEA!")
                .word(Kind.BLOB, "BYTEA")
                .word(Kind.TIMESTAMPTZ, "TIMESTAMP# WITH TIME ZONE")
                .word(Kind.INTERVAL, "INTERVAL")
                .word(Kind.UUID, "UUID")
                .word(Kind.JSON, "JSON")
                .word(Kind.JSONB, "JSONB")
                .word(Kind.XML, "XML")
                .also(Kind.BOOL, "BOOL")
                .also(Kind.SMALLINT, "INT2")
                .also(Kind.INTEGER, "INT4")
                .also(Kind.BIGINT, "INT8")
                .also(Kind.REAL, "FLOAT4")
                .also(Kind.DOUBLE_PRECISION, "FLOAT8", "FLOAT")
                .also(Kind.NUMERIC, "DECIMAL")
                .also(Kind.BLOB, "BYTEA")
                .also(Kind.TIME, "TIME# WITHOUT TIME ZONE")
                .also(Kind.TIMESTAMP, "TIMESTAMP# WITHOUT TIME ZONE")
                .also(Kind.TIMESTAMPTZ, "TIMESTAMPTZ");
        supporting(
                Feature.TRANSACTIONAL_DDL,
                Feature.IF_EXISTS,
                Feature.CASCADE,
                Feature.COMMENTS,
                Feature.DEFERRABLE,
                Feature.NOT_VALID,
                Feature.ON_UPDATE_ACTIONS,
                Feature.SET_DEFAULT_ACTION,
                Feature.KEY_OF_NULLABLE_COLUMNS,
                Feature.REFERENCE_TO_UNIQUE_INDEX,
                Feature.MATCH,
                Feature.EXCLUSION,
                Feature.PARTIAL_INDEX,
                Feature.COVERING_INDEX,
                Feature.EXPRESSION_INDEX,
                Feature.INDEX_NULLS_ORDER,
                Feature.INDEX_METHOD,
                Feature.CONCURRENT_INDEX,
                Feature.RENAME_INDEX,
                Feature.ENUM_TYPES,
                Feature.SEQUENCES,
                Feature.SEQUENCE_CACHE,
                Feature.IDENTITY_RANGE,
                Feature.REPLACE_VIEW,
                Feature.MATERIALIZED_VIEW,
                Feature.SCHEMAS,
                Feature.TEMPORARY_TABLES,
                Feature.STORED_COMPUTED,
                Feature.COLLATION,
                Feature.TYPE_CONVERSION);
        instead(Feature.COLUMN_POSITION, "A new column is always the last; leave 'after' and 'first' out.");
        differs(AlterColumn.class, this::alterColumn);
        differs(DropIndex.class, new PostgreSqlIndexes(this)::dropIndex);
        generatesNames(".+_(pkey|key\\d*|fkey\\d*|check\\d*|excl\\d*|idx\\d*|not_null)");
        functionsAlso("length", "char_length");
        namesColumnsByFunction();
        reserved("""
                all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate
                collation column concurrently constraint create cross current_catalog current_date current_role
                current_schema current_time current_timestamp current_user default deferrable desc distinct do else
                end except false fetch for foreign freeze from full grant group having ilike in initially inner
                intersect into is isnull join lateral leading left like limit localtime localtimestamp natural not
                notnull null offset on only or order outer overlaps placing primary references returning right select
                session_user similar some symmetric system_user table tablesample then to trailing true union unique
                user using variadic verbose when where window with
                """);
    }

    @Override
    protected Version oldest() {
        return Version.of(14);
    }

    /** Neither an expression nor the type of what it is computed from can be changed in place (sql-altertable). */
    @Override
    protected boolean needsRebuild(Operation operation, Schema before) {
        return operation instanceof AlterColumn alter
                && (alter.computed().asked()
                        || alter.type()
                                        .filter(type -> !alter.before(before)
                                                .map(Column::type)
                                                .equals(Optional.of(type)))
                                        .isPresent()
                                && before.known(alter.table())
                                        .filter(table -> table.computedFrom(alter.column())
                                                .isPresent())
                                        .isPresent());
    }

    @Override
    protected Rebuild rebuild() {
        return new PostgreSqlRebuild(this);
    }

    /**
     * A change of type takes existing values along by a cast where the two types have no assignment between them, and
     * puts the default aside meanwhile (https://www.postgresql.org/docs/current/sql-altertable.html, "SET DATA TYPE").
     */
    protected List<String> alterColumn(AlterColumn operation, Schema before) {
        Optional<Column> known = operation.before(before);
        boolean casts = operation.type().isPresent()
                && known.map(column ->
                                !sameFamily(column.type(), operation.type().get()))
                        .orElse(false);
        if (!casts) {
            return operation.standardSql(this, before);
        }
        operation.refuseComputed(this);
        String alter = "ALTER TABLE " + name(operation.table()) + " ALTER COLUMN " + quote(operation.column()) + " ";
        boolean restores = known.get().defaultValue().isPresent();
        List<String> statements = new ArrayList<>(operation.preparations(this, before));
        if (restores) {
            statements.add(alter + "DROP DEFAULT");
        }
        AlterColumn cast = operation.using().isPresent()
                ? operation
                : operation.using("CAST(" + quote(operation.column()) + " AS "
                        + type(operation.type().get()) + ")");
        statements.addAll(cast.conversion(this, alter));
        if (restores && !operation.defaultValue().asked()) {
            statements.add(alter + "SET DEFAULT "
                    + literal(known.get().defaultValue().get(), operation.type().get()));
        }
        statements.addAll(operation.nullability(alter));
        statements.addAll(operation.defaults(this, before, alter));
        statements.addAll(operation.identities(this, before, alter));
        statements.addAll(operation.renaming(this, before));
        statements.addAll(operation.comments(this));
        return statements;
    }

    protected final boolean sameFamily(Type from, Type to) {
        return word(from).equals(word(to))
                || from instanceof Scalar one
                        && to instanceof Scalar other
                        && FAMILIES.stream()
                                .anyMatch(family -> family.contains(one.kind()) && family.contains(other.kind()));
    }

    private String word(Type type) {
        return type(type).replaceAll("\\(.*?\\)", "");
    }

    @Override
    protected Literals literals() {
        return new Literals() {
            @Override
            protected String bytes(String hex) {
                return "'\\x" + hex + "'::bytea";
            }

            @Override
            protected String floating(double number, Object asGiven) {
                return Double.isNaN(number) || Double.isInfinite(number)
                        ? "'" + number + "'::float8"
                        : super.floating(number, asGiven);
            }

            @Override
            protected String string(String text) {
                if (text.indexOf('\0') >= 0) {
                    throw new Refusal(
                            "wrong-value", null, dialect() + " keeps no NUL character in a string", "Leave it out.");
                }
                return super.string(text);
            }
        };
    }

    @Override
    protected String arrayType(ArrayType type) {
        return type(type.element()) + "[]".repeat(type.dimensions());
    }

    @Override
    public Catalogue catalogue() {
        return new PostgreSqlCatalogue(this);
    }

    @Override
    public Type read(String words) {
        int brackets = words.indexOf("[]");
        return brackets < 0
                ? super.read(words)
                : new ArrayType(read(words.substring(0, brackets)), (words.length() - brackets) / 2);
    }

    /** Literals are told with the type that they were taken for: {@code 'new'::character varying}. */
    @Override
    public Optional<Value> readDefault(String words, Type type) {
        return super.readDefault(words.replaceFirst(CAST_LITERAL, "$1"), type);
    }

    /** Drivers send text as VARCHAR, which PostgreSQL assigns to no other family of types by itself. */
    @Override
    public String parameter(Type type) {
        boolean assigned = type.in(dialect()) instanceof Scalar scalar && !CAST.contains(scalar.kind());
        return assigned ? "?" : "CAST(? AS " + type(type) + ")";
    }

    @Override
    public Optional<BulkLoad> bulkLoad(Name table, List<String> columns) {
        return Optional.of(new PostgreSqlCopy(this, table, columns));
    }

    @Override
    protected boolean comparable(String type) {
        return !type.equals("JSON") && !type.equals("XML");
    }

    @Override
    protected boolean storesComputed() {
        return true;
    }

    @Override
    protected String newIndexName(Name table, String index) {
        return quote(index);
    }

    @Override
    protected String indexOptions(Map<String, Object> options) {
        options.forEach((option, value) -> {
            if (!INDEX_OPTIONS.contains(option)) {
                super.indexOptions(Map.of(option, value));
            }
        });
        boolean nullsNotDistinct = Boolean.TRUE.equals(options.get("nullsNotDistinct"));
        if (nullsNotDistinct) {
            require(Feature.NULLS_NOT_DISTINCT);
        }
        return (nullsNotDistinct ? " NULLS NOT DISTINCT" : "")
                + (options.containsKey("with") ? " WITH (" + settings(options.get("with")) + ")" : "")
                + (options.containsKey("tablespace")
                        ? " TABLESPACE " + quote(String.valueOf(options.get("tablespace")))
                        : "");
    }

    private static String settings(Object value) {
        return value instanceof Map<?, ?> map
                ? String.join(
                        ", ",
                        map.entrySet().stream()
                                .map(setting -> setting.getKey() + " = " + setting.getValue())
                                .toList())
                : String.valueOf(value);
    }

    @Override
    protected String indexPartOptions(String part, Map<String, Object> options) {
        Object opclass = options.get("opclass");
        Object own = opclass instanceof Map<?, ?> byColumn ? byColumn.get(part) : opclass;
        return own == null ? "" : " " + own;
    }

    @Override
    public Server server() {
        return new PostgreSqlServer();
    }

    @Override
    public ClientProfile clientProfile() {
        return PostgreSqlScripts.psql("psql");
    }

    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return PostgreSqlScripts.assertion(condition, literal(new Literal(message)));
    }

    @Override
    public List<String> guarded(List<Guarded> stretches) {
        return PostgreSqlScripts.guarded(stretches);
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard()
                .with(
                        ScriptRules.Trait.ESCAPE_STRINGS,
                        ScriptRules.Trait.TAGGED_DOLLAR_QUOTES,
                        ScriptRules.Trait.NESTED_COMMENTS)
                .withBlocks(ScriptRules.Blocks.ATOMIC);
    }

    @Override
    public int maxIdentifier() {
        return 63;
    }
}
