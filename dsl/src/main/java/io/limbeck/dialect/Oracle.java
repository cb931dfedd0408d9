package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.AlterSequence;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.Delete;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropSequence;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.DropView;
import io.limbeck.operation.Insert;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameTable;
import io.limbeck.operation.Update;
import io.limbeck.operation.ValidateConstraint;
import io.limbeck.schema.Column;
import io.limbeck.schema.Index;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Oracle Database, from version 19 on. */
public final class Oracle extends Dialect {

    private final OracleIndexes indexes = new OracleIndexes(this);
    private final OracleSequences sequences = new OracleSequences(this);
    private final OracleEmptyStrings emptyStrings = new OracleEmptyStrings();
    private final OracleColumns columns;

    public Oracle(Optional<Version> version) {
        super("oracle", version);
        OracleWords.say(types(), this);
        supporting(
                Feature.IF_EXISTS,
                Feature.CASCADE,
                Feature.COMMENTS,
                Feature.DEFERRABLE,
                Feature.NOT_VALID,
                Feature.EXPRESSION_INDEX,
                Feature.RENAME_INDEX,
                Feature.SEQUENCES,
                Feature.SEQUENCE_CACHE,
                Feature.IDENTITY_RANGE,
                Feature.REPLACE_VIEW,
                Feature.MATERIALIZED_VIEW,
                Feature.VIRTUAL_COMPUTED,
                Feature.COLLATION,
                Feature.TYPE_CONVERSION);
        remedies();
        OracleTables tables = new OracleTables(this);
        columns = new OracleColumns(this, tables);
        differences(tables);
        generatesNames("(?i)sys_(c|il)\\d+.*");
        reserved("""
                access add all alter and any as asc audit between by char check cluster column column_value comment
                compress connect create current date decimal default delete desc distinct drop else exclusive exists
                file float for from grant group having identified immediate in increment index initial insert integer
                intersect into is level like lock long maxextents minus mlslabel mode modify nested_table_id noaudit
                nocompress not nowait null number of offline on online option or order pctfree prior public raw rename
                resource revoke row rowid rownum rows select session set share size smallint start successful synonym
                sysdate table then to trigger uid union unique update user validate values varchar varchar2 view
                whenever where with
                """);
    }

    private void remedies() {
        instead(Feature.PARTIAL_INDEX, "Index an expression that is null elsewhere: sql('case when … then a end').");
        instead(Feature.COVERING_INDEX, "Name the columns as the index's last ones.");
        instead(Feature.INDEX_NULLS_ORDER, "Leave 'nulls' out there; a row whose parts are all null is in no index.");
        instead(Feature.INDEX_METHOD, "Leave 'using' out there, or say options: [oracle: [bitmap: true]].");
        instead(
                Feature.ON_UPDATE_ACTIONS,
                "Make the key 'deferrable: true' and update both tables in one transaction, or write a trigger.");
        instead(Feature.SET_DEFAULT_ACTION, "Use 'set null', or write a trigger.");
        instead(Feature.MATCH, "Leave 'match' out, and add a check that all columns are null or none is.");
        instead(
                Feature.NULLS_NOT_DISTINCT,
                "Make a unique index on an expression that stands for null, such as sql(\"nvl(a, '-')\").");
        instead(Feature.EXCLUSION, "Guard it in a trigger, or with a unique index on an expression.");
        instead(Feature.STORED_COMPUTED, "Leave 'stored: true' out; an index on the column keeps its values.");
        instead(
                Feature.COLUMN_POSITION,
                "A new column is the last there; alterTable('…', recreate: 'always') { … } puts it elsewhere.");
        instead(
                Feature.SCHEMAS,
                "A schema there is a user, whom an administrator makes: create user … no authentication. Leave it out"
                        + " there; 'schema:' names it.");
        instead(
                Feature.TEMPORARY_TABLES,
                "Use execute 'create private temporary table ora$ptt_… (…) on commit preserve definition'.");
        instead(Feature.ENUM_TYPES, "Give the column its new list: alterColumn … type: enumeration('…', […]).");
    }

    private void differences(OracleTables tables) {
        differs(CreateTable.class, tables::createTable);
        differs(DropTable.class, tables::dropTable);
        differs(RenameTable.class, tables::renameTable);
        differs(AddColumn.class, tables::addColumn);
        differs(DropColumn.class, tables::dropColumn);
        differs(RenameColumn.class, tables::renameColumn);
        differs(AlterColumn.class, columns::alter);
        differs(AddConstraint.class, tables::addConstraint);
        differs(DropConstraint.class, tables::dropConstraint);
        differs(ValidateConstraint.class, tables::validateConstraint);
        differs(CreateIndex.class, indexes::create);
        differs(DropIndex.class, indexes::drop);
        differs(DropView.class, tables::dropView);
        differs(CreateSequence.class, sequences::create);
        differs(AlterSequence.class, sequences::alter);
        differs(DropSequence.class, sequences::drop);
        differs(Insert.class, (insert, before) -> {
            insert.rows().forEach(row -> emptyStrings.require(insert.table(), row, before));
            return insert.standardSql(this, before);
        });
        differs(Update.class, (update, before) -> {
            emptyStrings.require(update.table(), update.values(), before);
            return update.standardSql(this, before);
        });
        differs(Delete.class, (delete, before) -> {
            delete.rows().forEach(emptyStrings::requireFindable);
            return delete.standardSql(this, before);
        });
    }

    @Override
    protected Version oldest() {
        return Version.of(19);
    }

    /**
     * Whether tables, indexes, views and sequences take IF EXISTS, which came with 23ai (Database Development Guide,
     * "Using IF EXISTS and IF NOT EXISTS"); columns and constraints do not.
     */
    boolean knowsIfExists() {
        return atLeast(23);
    }

    @Override
    protected boolean needsRebuild(Operation operation, Schema before) {
        return operation instanceof AlterColumn alter && columns.needRebuild(alter, before);
    }

    @Override
    protected Rebuild rebuild() {
        return new OracleRebuild(this);
    }

    // ---- sequences

    @Override
    public String noCycle() {
        return "NOCYCLE";
    }

    /** The least number to be prepared is 2 (ORA-04010). */
    @Override
    public String cache(long values) {
        return values < 2 ? "NOCACHE" : super.cache(values);
    }

    @Override
    public String restart() {
        return "RESTART START WITH";
    }

    // ---- types and values

    @Override
    protected Optional<Guard> guard(Type type, String column) {
        return OracleWords.guard(type, column, this).or(() -> enumerationGuard(type, column));
    }

    @Override
    protected String enumerationType(Enumeration type) {
        return type(Scalar.of(Kind.VARCHAR, type.longest()));
    }

    @Override
    protected void requirePrecision(Scalar type) {
        OracleWords.requirePrecision(type);
    }

    @Override
    protected boolean comparable(String type) {
        return !type.matches("CLOB|NCLOB|BLOB|JSON|XMLTYPE|LONG.*");
    }

    @Override
    protected Literals literals() {
        return new OracleLiterals(atLeast(23));
    }

    @Override
    public String literal(Value value, Type type) {
        return value instanceof Literal literal && type.in("oracle") instanceof Scalar scalar
                ? ((OracleLiterals) literals()).of(literal, scalar.kind())
                : literal(value);
    }

    /** A DATE has a time of day, which CURRENT_DATE fills (Database SQL Language Reference, "CURRENT_DATE"). */
    @Override
    protected String moment(Moment moment) {
        return switch (moment) {
            case CURRENT_TIMESTAMP -> "CURRENT_TIMESTAMP";
            case CURRENT_DATE -> "TRUNC(CURRENT_DATE)";
            case CURRENT_TIME ->
                throw new Refusal(
                        "unsupported",
                        "currentTime",
                        "oracle has no time of day without a date",
                        "Use currentTimestamp, or sql('…') there.");
        };
    }

    /** COMMENT ON takes a plain string, and an empty one to remove it (Database SQL Language Reference, "COMMENT"). */
    @Override
    public String comment(Optional<String> text) {
        return "'" + text.orElse("").replace("'", "''") + "'";
    }

    @Override
    public List<String> warnings(Operation operation, Schema before) {
        return emptyStrings.warnings(operation, before);
    }

    /** One value for each row; several rows came with 23ai (Database SQL Language Reference, "INSERT"). */
    @Override
    public int rowsOfInsert() {
        return atLeast(23) ? super.rowsOfInsert() : 1;
    }

    // ---- definitions

    @Override
    public String columnDefinition(Name table, Column column) {
        column.identity()
                .ifPresent(identity -> OracleSequences.requireEnd(
                        identity.cycle(), identity.increment(), identity.min(), identity.max()));
        emptyStrings.requireDefault(column);
        return super.columnDefinition(table, column);
    }

    @Override
    public String addColumn() {
        return "ADD ";
    }

    @Override
    protected String notValid() {
        return " ENABLE NOVALIDATE";
    }

    /** What is referred to cannot go, told or not (Database SQL Language Reference, "references_clause"). */
    @Override
    protected Optional<String> action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? Optional.empty() : super.action(action);
    }

    @Override
    protected String indexKind(Index index) {
        return OracleIndexes.isBitmap(index) ? "BITMAP " : super.indexKind(index);
    }

    @Override
    protected String indexExpression(String expression) {
        return expression;
    }

    @Override
    protected String indexOptions(Map<String, Object> options) {
        return OracleIndexes.options(options, super::indexOptions, this::quote);
    }

    // ---- names

    /** No name has a double quote in it (Database SQL Language Reference, "Database Object Naming Rules"). */
    @Override
    public String quote(String identifier) {
        if (identifier.contains("\"")) {
            throw new Refusal(
                    "wrong-value", identifier, "oracle takes no double quote in a name", "Choose another name.");
        }
        return identifier.startsWith("_") ? '"' + identifier + '"' : super.quote(identifier);
    }

    @Override
    public int maxIdentifier() {
        return 128;
    }

    @Override
    public String scriptName(String catalogueName) {
        return Identifiers.fromCapitals(catalogueName);
    }

    // ---- facts for others

    /** Twenty are prepared where nothing is said (Database SQL Language Reference, "CREATE SEQUENCE"). */
    @Override
    public long usualCache() {
        return 20;
    }

    @Override
    public Catalogue catalogue() {
        return new OracleCatalogue();
    }

    @Override
    public Server server() {
        return new OracleServer();
    }

    @Override
    public ClientProfile clientProfile() {
        return OracleScripts.sqlPlus();
    }

    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return OracleScripts.assertion(condition, literal(new Literal(message)));
    }

    @Override
    public List<String> guarded(List<Guarded> stretches) {
        return OracleScripts.guarded(stretches);
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard()
                .with(ScriptRules.Trait.ALTERNATIVE_QUOTES)
                .withBlocks(ScriptRules.Blocks.PROGRAMS)
                .withBatchLine("/");
    }
}
