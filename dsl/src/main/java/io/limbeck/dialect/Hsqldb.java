package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.AlterSequence;
import io.limbeck.operation.CommentTable;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.List;
import java.util.Optional;

/** HyperSQL (HSQLDB), from version 2.7 on. */
public final class Hsqldb extends Dialect {

    private final HsqldbColumns columns;

    public Hsqldb(Optional<Version> version) {
        super("hsqldb", version);
        types().word(Kind.TEXT, "CLOB")
                .word(Kind.BINARY, "BINARY")
                .word(Kind.VARBINARY, "VARBINARY")
                .word(Kind.BLOB, "BLOB")
                .word(Kind.TIMESTAMPTZ, "TIMESTAMP# WITH TIME ZONE")
                .word(Kind.INTERVAL, "INTERVAL DAY(9) TO SECOND(6)")
                .word(Kind.UUID, "UUID")
                .word(Kind.JSON, "CLOB")
                .word(Kind.JSONB, "CLOB")
                .word(Kind.XML, "CLOB")
                .needNumbers(Kind.DECIMAL, Kind.NUMERIC)
                .also(Kind.DOUBLE_PRECISION, "DOUBLE!", "REAL!")
                .implied(Kind.VARCHAR, 32768)
                .implied(Kind.NVARCHAR, 32768)
                .implied(Kind.VARBINARY, 32768)
                .also(Kind.TEXT, "CLOB(1G)!")
                .also(Kind.BLOB, "BLOB(1G)!")
                .also(Kind.INTERVAL, "INTERVAL DAY(9) TO SECOND!")
                .usual(Kind.TIME, 0)
                .usual(Kind.TIMESTAMP, 6)
                .usual(Kind.TIMESTAMPTZ, 6);
        supporting(
                Feature.IF_EXISTS,
                Feature.CASCADE,
                Feature.COMMENTS,
                Feature.ON_UPDATE_ACTIONS,
                Feature.SET_DEFAULT_ACTION,
                Feature.MATCH,
                Feature.RENAME_INDEX,
                Feature.SEQUENCES,
                Feature.IDENTITY_RANGE,
                Feature.SCHEMAS,
                Feature.TEMPORARY_TABLES,
                Feature.COLUMN_POSITION,
                Feature.STORED_COMPUTED);
        instead(Feature.TYPE_CONVERSION, "Convert the values with an update, before or after.");
        instead(Feature.REPLACE_VIEW, "Use dropView first.");
        instead(
                Feature.PARTIAL_INDEX,
                "Leave 'where' out there: on('…') { … } says it for the databases that have it.");
        instead(Feature.DEFERRABLE, "Leave it out; constraints are checked at once.");
        instead(Feature.NOT_VALID, "Leave it out, and mend the rows that are in the way first.");
        instead(Feature.EXCLUSION, "Use a unique constraint where equality is enough.");
        instead(Feature.COVERING_INDEX, "Leave 'include' out there.");
        instead(Feature.EXPRESSION_INDEX, "Add a computed column and index that.");
        HsqldbTables tables = new HsqldbTables(this);
        columns = new HsqldbColumns(this, tables);
        differs(CreateTable.class, tables::createTable);
        differs(RenameTable.class, tables::renameTable);
        differs(CommentTable.class, tables::commentTable);
        differs(AddColumn.class, tables::addColumn);
        differs(DropColumn.class, tables::dropColumn);
        differs(DropTable.class, tables::dropTable);
        differs(RenameColumn.class, tables::renameColumn);
        differs(AlterColumn.class, columns::alter);
        differs(AddConstraint.class, tables::addConstraint);
        differs(DropConstraint.class, tables::dropConstraint);
        differs(CreateView.class, this::createView);
        differs(CreateSequence.class, this::createSequence);
        differs(AlterSequence.class, this::alterSequence);
        forgetsIndexOrder();
        forgetsMatch();
        holdsTablesInViews();
        generatesNames("(?i)sys_(pk|ct|fk|idx|ref)_[\\w$]+");
        functionsAlso("length", "char_length");
        reserved("""
                current_timezone
                all and any array as at between both by call case cast check coalesce collation constraint
                convert corresponding create cross cube current current_catalog current_date
                current_path current_role current_schema current_time current_timestamp current_user default
                distinct do drop else every except exists false fetch for foreign from full grant group
                grouping having in inner intersect interval into is join leading left like localtime
                localtimestamp natural not null nullif on or order outer primary references right
                rollup row select session_user set some sum sysdate
                system_user table then to today trailing trigger true union unique user using values
                when where with
                """);
    }

    @Override
    protected Version oldest() {
        return Version.of(2, 7);
    }

    // ---- what counts

    /**
     * A generator that the script gives no start begins with its least value, and with 1 where there is none, as the
     * standard has it; HyperSQL's own is 0 (HyperSQL User Guide, "Sequences and Identity").
     */
    @Override
    public String columnDefinition(Name table, Column column) {
        return super.columnDefinition(table, column.identified(column.identity().map(Hsqldb::started)));
    }

    static Identity started(Identity identity) {
        return new Identity(
                identity.always(),
                Optional.of(start(identity.start(), identity.increment(), identity.min(), identity.max())),
                identity.increment(),
                identity.min(),
                identity.max(),
                identity.cycle(),
                identity.cache());
    }

    private static Long start(Optional<Long> start, Optional<Long> increment, Optional<Long> min, Optional<Long> max) {
        boolean downwards = increment.filter(step -> step < 0).isPresent();
        return start.orElseGet(() -> downwards ? max.orElse(-1L) : min.orElse(1L));
    }

    private List<String> createSequence(CreateSequence operation, Schema before) {
        Sequence asked = operation.sequence();
        return new CreateSequence(new Sequence(
                        asked.name(),
                        Optional.of(start(asked.start(), asked.increment(), asked.min(), asked.max())),
                        asked.increment(),
                        asked.min(),
                        asked.max(),
                        asked.cycle(),
                        asked.cache()))
                .standardSql(this, before);
    }

    /** How many values a sequence prepares is its own affair. */
    private List<String> alterSequence(AlterSequence operation, Schema before) {
        return operation.onlyCache() ? List.of() : operation.standardSql(this, before);
    }

    /** A view is replaced in place by ALTER VIEW (HyperSQL User Guide, "View Creation and Manipulation"). */
    private List<String> createView(CreateView operation, Schema before) {
        boolean replaces = operation.replace()
                && !operation.view().materialized()
                && before.view(operation.view().name()).isPresent();
        return replaces
                ? List.of("ALTER VIEW " + name(operation.view().name()) + " AS\n"
                        + operation.view().query().strip())
                : operation.standardSql(this, before);
    }

    // ---- what takes a new table

    /** A table is spoilt for further changes by a new name of a column that another one is computed from (42501). */
    @Override
    protected boolean needsRebuild(Operation operation, Schema before) {
        if (operation instanceof RenameColumn rename) {
            return before.known(rename.table())
                    .filter(table -> table.computedFrom(rename.column()).isPresent())
                    .isPresent();
        }
        return operation instanceof AlterColumn alter && columns.needRebuild(alter, before);
    }

    @Override
    protected Rebuild rebuild() {
        return new HsqldbRebuild(this);
    }

    // ---- values and types

    /** An enumeration is a varchar that a check guards. */
    @Override
    protected Optional<Guard> guard(Type type, String column) {
        return enumerationGuard(type, column);
    }

    /** What it is told of RESTRICT, HyperSQL keeps as NO ACTION. */
    @Override
    protected Optional<String> action(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? Optional.empty() : super.action(action);
    }

    /** Arrays have one dimension (HyperSQL User Guide, "Array Types"). */
    @Override
    protected String arrayType(ArrayType type) {
        if (type.dimensions() > 1) {
            throw new Refusal(
                    "unsupported",
                    "array",
                    "hsqldb has arrays of one dimension alone",
                    "Keep it as json, or in a table of its own.");
        }
        return type(type.element()) + " ARRAY";
    }

    /** A default must be of its column's type, and a CLOB takes strings alone (HyperSQL User Guide, "DEFAULT"). */
    @Override
    public String literal(Value value, Type type) {
        return literal(
                value instanceof Literal literal && type.in("hsqldb") instanceof Scalar scalar
                        ? Coercion.to(scalar.kind(), literal)
                        : value);
    }

    /** The driver takes java.time's dates for Gregorian ones throughout, while the server's are Julian before 1582. */
    @Override
    public Literal bound(Literal value) {
        return boundAsText(value);
    }

    /** A timestamp's literal has a zone where its text has one (HyperSQL User Guide, "Datetime types"). */
    @Override
    protected Literals literals() {
        return new Literals() {
            @Override
            protected String date(String text) {
                return super.date(known(text, dialect()));
            }

            @Override
            protected String timestamp(String text) {
                return super.timestamp(known(text, dialect()));
            }

            @Override
            protected String zonedTimestamp(String text) {
                return timestamp(text);
            }
        };
    }

    /** Every generated column is stored, so there is no word for it. */
    @Override
    protected String stored() {
        return "";
    }

    @Override
    protected boolean storesComputed() {
        return true;
    }

    /** Neither LOBs nor arrays are compared (HyperSQL User Guide, "Lob Data", "Array Types"). */
    @Override
    protected boolean comparable(String type) {
        return !type.matches("(CLOB|BLOB).*|.* ARRAY");
    }

    /** An unquoted name begins with a letter (HyperSQL User Guide, "Names and Identifiers"). */
    @Override
    public String quote(String identifier) {
        return identifier.startsWith("_") ? '"' + identifier.replace("\"", "\"\"") + '"' : super.quote(identifier);
    }

    // ---- facts for others

    /** Moments are told as {@code DATE'2026-01-31'} and {@code TIMESTAMP'2026-01-31 10:00:00.000000+2:00'}. */
    @Override
    public Optional<Value> readDefault(String words, Type type) {
        return super.readDefault(
                words.replaceFirst("^(DATE|TIME|TIMESTAMP)'", "$1 '").replaceFirst("([+-])(\\d:\\d\\d'?)$", "$10$2"),
                type);
    }

    @Override
    public Catalogue catalogue() {
        return new HsqldbCatalogue();
    }

    @Override
    public Server server() {
        return new HsqldbServer();
    }

    @Override
    public ClientProfile clientProfile() {
        return HsqldbScripts.sqlTool();
    }

    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return HsqldbScripts.assertion(condition, literal(new Literal(message)));
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard().withBlocks(ScriptRules.Blocks.ATOMIC);
    }

    @Override
    public int maxIdentifier() {
        return 128;
    }

    @Override
    public String scriptName(String catalogueName) {
        return Identifiers.fromCapitals(catalogueName);
    }
}
