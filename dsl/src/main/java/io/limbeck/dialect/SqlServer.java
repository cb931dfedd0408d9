package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CommentTable;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropSchema;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.RenameTable;
import io.limbeck.operation.ValidateConstraint;
import io.limbeck.schema.Column;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Schema;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Guarded;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Moment;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Microsoft SQL Server, from 2017 on, and Azure SQL.
 *
 * <p>Versions are years, as its maker names them; the numbers that a server tells are read as such.
 */
public final class SqlServer extends Dialect {

    /** SQL Server Product Lifecycle: a major version and the year it is named after. */
    private static final Map<Integer, Integer> YEARS = Map.of(14, 2017, 15, 2019, 16, 2022, 17, 2025);

    private final SqlServerColumns columns = new SqlServerColumns(this);
    private final SqlServerChanges changes = new SqlServerChanges(this, columns);

    public SqlServer(Optional<Version> version) {
        super("sqlserver", version.map(SqlServer::released));
        String json = atLeast(2025) ? "JSON" : "NVARCHAR(MAX)";
        types().word(Kind.BOOL, "BIT")
                .word(Kind.INTEGER, "INT")
                .word(Kind.DOUBLE_PRECISION, "FLOAT")
                .word(Kind.NVARCHAR, "NVARCHAR")
                .word(Kind.TEXT, "NVARCHAR(MAX)")
                .word(Kind.BINARY, "BINARY")
                .word(Kind.VARBINARY, "VARBINARY")
                .word(Kind.BLOB, "VARBINARY(MAX)")
                .word(Kind.TIME, "TIME#6")
                .word(Kind.TIMESTAMP, "DATETIME2#6")
                .word(Kind.TIMESTAMPTZ, "DATETIMEOFFSET#6")
                .word(Kind.UUID, "UNIQUEIDENTIFIER")
                .word(Kind.JSON, json)
                .word(Kind.JSONB, json)
                .word(Kind.XML, "XML")
                .needNumbers(Kind.VARCHAR, Kind.NVARCHAR, Kind.VARBINARY, Kind.DECIMAL, Kind.NUMERIC);
        supporting(
                Feature.TRANSACTIONAL_DDL,
                Feature.IF_EXISTS,
                Feature.CASCADE,
                Feature.COMMENTS,
                Feature.NOT_VALID,
                Feature.ON_UPDATE_ACTIONS,
                Feature.SET_DEFAULT_ACTION,
                Feature.REFERENCE_TO_UNIQUE_INDEX,
                Feature.NULLS_NOT_DISTINCT,
                Feature.PARTIAL_INDEX,
                Feature.COVERING_INDEX,
                Feature.RENAME_INDEX,
                Feature.SEQUENCES,
                Feature.SEQUENCE_CACHE,
                Feature.REPLACE_VIEW,
                Feature.SCHEMAS,
                Feature.STORED_COMPUTED,
                Feature.VIRTUAL_COMPUTED,
                Feature.COLLATION);
        instead(Feature.DEFERRABLE, "Leave 'deferrable' out; every statement is checked at its end.");
        instead(Feature.MATCH, "Leave 'match' out; a key with a null in it refers to nothing.");
        instead(Feature.EXCLUSION, "Leave it out there, and let a trigger keep the rule.");
        instead(
                Feature.ENUM_TYPES,
                "Its columns hold the list: alterColumn 't', 'c', type: enumeration('…', […]) with all its values.");
        instead(Feature.EXPRESSION_INDEX, "Add a computed column with that expression, and index the column.");
        instead(Feature.INDEX_NULLS_ORDER, "Leave 'nulls' out; nulls are smaller than everything else.");
        instead(Feature.INDEX_METHOD, "Use options: [sqlserver: [clustered: true]] or [columnstore: true].");
        instead(
                Feature.MATERIALIZED_VIEW,
                "Use execute 'create view … with schemabinding …' and a unique clustered index.");
        instead(Feature.TEMPORARY_TABLES, "Use execute 'create table #t …'; its name is what makes it temporary.");
        instead(Feature.IDENTITY_RANGE, "Use a sequence: createSequence, and default: sql('NEXT VALUE FOR …').");
        SqlServerTables tables = new SqlServerTables(this, columns);
        differs(CreateTable.class, tables::create);
        differs(DropTable.class, tables::drop);
        differs(RenameTable.class, tables::rename);
        differs(CommentTable.class, tables::comment);
        SqlServerConstraints constraints = new SqlServerConstraints(this);
        differs(AddConstraint.class, constraints::add);
        differs(DropConstraint.class, constraints::drop);
        differs(ValidateConstraint.class, constraints::validate);
        differs(AddColumn.class, columns::add);
        differs(DropColumn.class, columns::drop);
        differs(RenameColumn.class, columns::rename);
        differs(AlterColumn.class, changes::alter);
        SqlServerIndexes indexes = new SqlServerIndexes(this);
        differs(CreateIndex.class, indexes::create);
        differs(DropIndex.class, indexes::drop);
        differs(RenameIndex.class, indexes::rename);
        SqlServerSequences sequences = new SqlServerSequences(this);
        differs(CreateSequence.class, sequences::create);
        differs(CreateView.class, this::createView);
        differs(DropSchema.class, this::dropSchema);
        keepsUniqueAsIndex();
        generatesNames("(?i)(pk|uq|fk|ck)__.+__[0-9a-f]{8,16}");
        reserved("""
                add all alter and any as asc authorization backup begin between break browse bulk by cascade case check
                checkpoint close clustered coalesce collate column commit compute constraint contains containstable
                continue convert create cross current current_date current_time current_timestamp current_user cursor
                database dbcc deallocate declare default delete deny desc disk distinct distributed double drop dump
                else end errlvl escape except exec execute exists exit external fetch file fillfactor for foreign
                freetext freetexttable from full function goto grant group having holdlock identity identity_insert
                identitycol if in index inner insert intersect into is join key kill left like lineno load merge
                national nocheck nonclustered not null nullif of off offsets on open opendatasource openquery
                openrowset openxml option or order outer over percent pivot plan precision primary print proc procedure
                public raiserror read readtext reconfigure references replication restore restrict return revert revoke
                right rollback rowcount rowguidcol rule save schema securityaudit select semantickeyphrasetable
                semanticsimilaritydetailstable semanticsimilaritytable session_user set setuser shutdown some
                statistics system_user table tablesample textsize then to top tran transaction trigger truncate
                try_convert tsequal union unique unpivot update updatetext use user values varying view waitfor when
                where while with within writetext
                """);
    }

    /**
     * The year that a version means. Azure SQL Database calls itself 12 for ever and can do what the oldest supported
     * server can (Transact-SQL reference, "SERVERPROPERTY", ProductMajorVersion).
     */
    private static Version released(Version told) {
        int first = told.numbers().get(0);
        if (first >= 1000) {
            return told;
        }
        int newest = 17;
        return first > newest
                ? Version.of(YEARS.get(newest) + first - newest)
                : Version.of(YEARS.getOrDefault(first, YEARS.get(14)));
    }

    @Override
    protected Version oldest() {
        return Version.of(2017);
    }

    /** A column's place is that of CREATE TABLE (Transact-SQL reference, "ALTER TABLE"). */
    @Override
    protected boolean needsRebuild(Operation operation, Schema before) {
        return operation instanceof AlterColumn alter && changes.needRebuild(alter, before)
                || operation instanceof AddColumn add
                        && (add.first() || add.after().isPresent());
    }

    @Override
    protected Rebuild rebuild() {
        return new SqlServerRebuild(this);
    }

    // ---- words

    /** Brackets quote whatever QUOTED_IDENTIFIER says (Transact-SQL reference, "SET QUOTED_IDENTIFIER"). */
    @Override
    public String quote(String identifier) {
        return super.quote(identifier).equals(identifier) ? identifier : "[" + identifier.replace("]", "]]") + "]";
    }

    @Override
    protected Literals literals() {
        return new TransactSqlLiterals();
    }

    /** CURRENT_TIMESTAMP is a DATETIME, of three milliseconds (Transact-SQL reference, "CURRENT_TIMESTAMP"). */
    @Override
    protected String moment(Moment moment) {
        return switch (moment) {
            case CURRENT_TIMESTAMP -> "SYSDATETIME()";
            case CURRENT_DATE -> "CAST(SYSDATETIME() AS DATE)";
            case CURRENT_TIME -> "CAST(SYSDATETIME() AS TIME)";
        };
    }

    /**
     * A literal is of its column's type, since rows of one statement that differ are converted to the type that comes
     * first (Transact-SQL reference, "Data type precedence").
     */
    @Override
    public String literal(Value value, Type type) {
        if (!(type.in("sqlserver") instanceof Scalar scalar)) {
            return literal(value);
        }
        if (scalar.kind() == Kind.TIMESTAMPTZ && value == Moment.CURRENT_TIMESTAMP) {
            return "SYSDATETIMEOFFSET()";
        }
        return literal(value instanceof Literal literal ? Coercion.to(scalar.kind(), literal) : value);
    }

    /** A varchar, of Unicode where a value wants it. */
    @Override
    protected String enumerationType(Enumeration type) {
        boolean ascii = type.values().stream().allMatch(TransactSql::isAscii);
        return (ascii ? "VARCHAR(" : "NVARCHAR(") + type.longest() + ")";
    }

    /**
     * An enumeration is a varchar that a check guards, and so is a document before there is a type for it; until 2022
     * the check takes objects and arrays alone (Transact-SQL reference, "ISJSON").
     */
    @Override
    protected Optional<Guard> guard(Type type, String column) {
        boolean document = type instanceof Scalar scalar
                && (scalar.kind() == Kind.JSON || scalar.kind() == Kind.JSONB)
                && !atLeast(2025);
        return document
                ? Optional.of(new Guard("js", "ISJSON(" + column + (atLeast(2022) ? ", VALUE" : "") + ") = 1"))
                : enumerationGuard(type, column);
    }

    @Override
    protected void requirePrecision(Scalar type) {
        SqlServerTypes.requirePrecision(type);
    }

    @Override
    protected boolean comparable(String type) {
        return !type.endsWith("(MAX)") && !type.equals("XML") && !type.equals("JSON");
    }

    @Override
    public String columnDefinition(Name table, Column column) {
        return columns.definition(table, column, "");
    }

    /** {@code WITH NOCHECK} stands before the constraint. */
    @Override
    protected String notValid() {
        return "";
    }

    /** Nulls equal each other in every key (Transact-SQL reference, "CREATE TABLE", UNIQUE). */
    @Override
    protected String nullsNotDistinct() {
        return "";
    }

    /** There is no RESTRICT, and since nothing is deferrable it is NO ACTION. */
    @Override
    protected Optional<String> action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? Optional.empty() : super.action(action);
    }

    @Override
    public String commentOn(Name table, String column, Optional<String> text) {
        return TransactSql.describe(table, Optional.of(column), text.orElse(""));
    }

    @Override
    public List<String> givingIdentity(Name table, boolean allowed) {
        return List.of("SET IDENTITY_INSERT " + name(table) + (allowed ? " ON" : " OFF"));
    }

    // ---- operations

    private List<String> createView(CreateView operation, Schema before) {
        List<String> statements = new ArrayList<>(operation.standardSql(this, before));
        int last = statements.size() - 1;
        statements.set(last, statements.get(last).replaceFirst("^CREATE OR REPLACE ", "CREATE OR ALTER "));
        return statements;
    }

    private List<String> dropSchema(DropSchema operation, Schema before) {
        return List.of("DROP SCHEMA " + quote(operation.name()));
    }

    // ---- facts for others

    /** There is one kind of identity, which takes values where IDENTITY_INSERT is on. */
    @Override
    public Identity normal(Identity given, Type type) {
        Identity normal = super.normal(given, type);
        return new Identity(
                false, normal.start(), normal.increment(), normal.min(), normal.max(), normal.cycle(), normal.cache());
    }

    @Override
    public Catalogue catalogue() {
        return new SqlServerCatalogue();
    }

    @Override
    public Server server() {
        return new SqlServerServer();
    }

    @Override
    public ClientProfile clientProfile() {
        return SqlServerScripts.sqlcmd();
    }

    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return SqlServerScripts.assertion(condition, message);
    }

    @Override
    public List<String> guarded(List<Guarded> stretches) {
        return SqlServerScripts.guarded(stretches);
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.batches("GO").with(ScriptRules.Trait.BRACKETS, ScriptRules.Trait.NESTED_COMMENTS);
    }

    @Override
    public int maxIdentifier() {
        return 128;
    }

    /** Letters stay as they are, in quotes and without them. */
    @Override
    public String unquoted(String word) {
        return word;
    }
}
