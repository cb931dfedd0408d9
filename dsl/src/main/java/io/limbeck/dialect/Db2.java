package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.CreateView;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropSequence;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.DropView;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.View;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Guarded;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** IBM Db2 for Linux, UNIX and Windows, from 11.5 on, or older where that is said. */
public final class Db2 extends Dialect {

    /** Remarks of the catalogue are VARCHAR(254) (Db2 11.5, "COMMENT statement"). */
    private static final int LONGEST_COMMENT = 254;

    private final Db2Columns columns = new Db2Columns(this);

    public Db2(Optional<Version> version) {
        super("db2", version);
        boolean bits = !atLeast(11, 1);
        types().word(Kind.BOOL, bits ? "SMALLINT" : "BOOLEAN")
                .word(Kind.DOUBLE_PRECISION, "DOUBLE")
                .word(Kind.TEXT, "CLOB(1G)")
                .word(Kind.BINARY, bits ? "CHAR# FOR BIT DATA" : "BINARY")
                .word(Kind.VARBINARY, bits ? "VARCHAR# FOR BIT DATA" : "VARBINARY")
                .word(Kind.BLOB, "BLOB(1G)")
                .word(Kind.TIME, "TIME!")
                .word(Kind.UUID, "CHAR(36)")
                .word(Kind.JSON, "CLOB(1G)")
                .word(Kind.JSONB, "CLOB(1G)")
                .word(Kind.XML, "XML")
                .needNumbers(Kind.VARCHAR, Kind.NVARCHAR, Kind.VARBINARY, Kind.DECIMAL, Kind.NUMERIC)
                .also(Kind.TEXT, "CLOB(1073741824)!")
                .also(Kind.BLOB, "BLOB(1073741824)!")
                .usual(Kind.TIMESTAMP, 6);
        if (bits) {
            types().substitute(Kind.BOOL);
        }
        supporting(
                Feature.TRANSACTIONAL_DDL,
                Feature.IF_EXISTS,
                Feature.CASCADE,
                Feature.COMMENTS,
                Feature.NULLS_NOT_DISTINCT,
                Feature.COVERING_INDEX,
                Feature.EXPRESSION_INDEX,
                Feature.RENAME_INDEX,
                Feature.SEQUENCES,
                Feature.SEQUENCE_CACHE,
                Feature.IDENTITY_RANGE,
                Feature.REPLACE_VIEW,
                Feature.MATERIALIZED_VIEW,
                Feature.SCHEMAS,
                Feature.STORED_COMPUTED);
        instead(Feature.DEFERRABLE, "Leave 'deferrable' out; every statement is checked at its end.");
        instead(Feature.NOT_VALID, "Leave 'notValid' out; the rows are checked when the constraint is added.");
        instead(Feature.ON_UPDATE_ACTIONS, "Leave 'onUpdate' out, and update what refers first.");
        instead(Feature.SET_DEFAULT_ACTION, "Use 'set null', or a trigger.");
        instead(Feature.MATCH, "Leave 'match' out; a key with a null in it refers to nothing.");
        instead(Feature.EXCLUSION, "Leave it out there, and let a trigger keep the rule.");
        instead(
                Feature.PARTIAL_INDEX,
                "Leave 'where' out there: on('…') { … } says it for the databases that have it.");
        instead(Feature.INDEX_NULLS_ORDER, "Leave 'nulls' out; nulls are greater than everything else.");
        instead(Feature.INDEX_METHOD, "Leave 'using' out; every index is a tree.");
        instead(
                Feature.ENUM_TYPES,
                "Its columns hold the list: alterColumn 't', 'c', type: enumeration('…', […]) with all its values.");
        instead(Feature.TEMPORARY_TABLES, "Use execute 'declare global temporary table …'.");
        instead(Feature.VIRTUAL_COMPUTED, "Leave 'stored: false' out; what is computed is kept.");
        instead(Feature.COLLATION, "Leave 'collate' out; the whole database has one collation.");
        Db2Tables tables = new Db2Tables(this, columns);
        differs(CreateTable.class, tables::create);
        differs(DropTable.class, tables::drop);
        differs(RenameTable.class, tables::rename);
        differs(AddConstraint.class, tables::addConstraint);
        differs(DropConstraint.class, tables::dropConstraint);
        Db2Indexes indexes = new Db2Indexes(this);
        differs(CreateIndex.class, indexes::create);
        differs(DropIndex.class, indexes::drop);
        differs(RenameIndex.class, indexes::rename);
        differs(AddColumn.class, columns::add);
        differs(DropColumn.class, columns::drop);
        differs(RenameColumn.class, columns::rename);
        differs(AlterColumn.class, columns::alter);
        differs(CreateSequence.class, this::createSequence);
        differs(DropSequence.class, this::dropSequence);
        differs(CreateView.class, this::createView);
        differs(DropView.class, this::dropView);
        // "There are no words that are specifically reserved words in Db2", but these mean something else where a name
        // may stand (Db2 11.5, "Reserved schema names and reserved words").
        keepsUniqueAsIndex();
        generatesNames("(?i)sql\\d{15}");
        reserved("""
                add all alter and any as between by call case cast check column constraint create cross current
                current_date current_path current_schema current_server current_time current_timestamp current_timezone
                current_user default delete distinct drop else end escape except exists fetch for foreign from full
                grant group having in inner insert intersect into is join key left like not null of on or order outer
                primary references right select session_user set some system_user table then to union unique update
                user using values when where with
                """);
    }

    @Override
    protected Version oldest() {
        return Version.of(11, 5);
    }

    // ---- words

    /** An ordinary identifier begins with a letter (Db2 11.5, "Identifiers"). */
    @Override
    public String quote(String identifier) {
        return identifier.startsWith("_") ? '"' + identifier.replace("\"", "\"\"") + '"' : super.quote(identifier);
    }

    @Override
    protected Literals literals() {
        return new Db2Literals(atLeast(11, 1));
    }

    /** Rows of one statement are of one type, so a literal is of its column's (Db2 11.5, "Rules for result data types"). */
    @Override
    public String literal(Value value, Type type) {
        if (!(type.in("db2") instanceof Scalar scalar) || !(value instanceof Literal literal)) {
            return literal(value);
        }
        Literal fitting = Coercion.to(scalar.kind(), literal);
        boolean bits = scalar.kind() == Kind.BLOB && fitting.value() instanceof byte[] && !atLeast(11, 1);
        return bits ? "BLOB(" + literal(fitting) + ")" : literal(fitting);
    }

    @Override
    protected String enumerationType(Enumeration type) {
        int longest = type.values().stream().mapToInt(server()::length).max().orElse(1);
        return "VARCHAR(" + longest + ")";
    }

    /** An enumeration is a varchar that a check guards, and so is a truth value before there is a type for it. */
    @Override
    protected Optional<Guard> guard(Type type, String column) {
        boolean number = type instanceof Scalar scalar && scalar.kind() == Kind.BOOL && !atLeast(11, 1);
        return number ? Optional.of(new Guard("bo", column + " IN (0, 1)")) : enumerationGuard(type, column);
    }

    @Override
    protected void requirePrecision(Scalar type) {
        Db2Types.requirePrecision(type);
    }

    @Override
    protected boolean comparable(String type) {
        return !type.matches("(CLOB|BLOB|XML|DBCLOB).*");
    }

    /** Every generated column is kept, so there is no word for it. */
    @Override
    protected String stored() {
        return "";
    }

    /** A unique constraint with nulls in it is an index. */
    @Override
    protected String nullsNotDistinct() {
        return "";
    }

    /** No comment is an empty one, and every one is a constant, without operators. */
    @Override
    public String comment(Optional<String> text) {
        if (text.filter(words -> server().length(words) > LONGEST_COMMENT).isPresent()) {
            throw new Refusal(
                    "wrong-value",
                    "comment",
                    "db2 keeps comments of at most " + LONGEST_COMMENT + " bytes",
                    "Shorten it.");
        }
        return "'" + text.orElse("").replace("'", "''") + "'";
    }

    /** Fewer than two are none (Db2 11.5, "CREATE SEQUENCE statement"). */
    @Override
    public String cache(long values) {
        return values < 2 ? "NO CACHE" : super.cache(values);
    }

    @Override
    protected String indexExpression(String expression) {
        return expression;
    }

    boolean isText(Column column) {
        return type(column.type()).matches("(VARCHAR|CHAR|CLOB).*");
    }

    // ---- blocks

    /**
     * Sends a statement and takes an error of one kind for success; on one line, since it is a string there (Db2 11.5,
     * "Compound SQL (compiled) statement").
     */
    String unless(String sqlState, String statement) {
        String line = statement.contains("--") ? statement : statement.replaceAll("\\R\\s*", " ");
        return "BEGIN\n    DECLARE CONTINUE HANDLER FOR SQLSTATE '" + sqlState + "' BEGIN END;\n    EXECUTE IMMEDIATE '"
                + line.replace("'", "''") + "';\nEND";
    }

    /** Makes a table usable again that an ALTER has left in reorg-pending state; it commits (Db2 11.5, "REORG TABLE"). */
    String reorg(Name table) {
        return "CALL SYSPROC.ADMIN_CMD('REORG TABLE " + name(table).replace("'", "''") + "')";
    }

    // ---- operations

    /** A column's place is that of CREATE TABLE (Db2 11.5, "ALTER TABLE statement"). */
    @Override
    protected boolean needsRebuild(Operation operation, Schema before) {
        return operation instanceof AlterColumn alter && columns.needRebuild(alter, before)
                || operation instanceof AddColumn add
                        && (add.first() || add.after().isPresent());
    }

    @Override
    protected Rebuild rebuild() {
        return new Db2Rebuild(this, columns);
    }

    /** REORG commits what was done, so whatever needs it stands for itself. */
    @Override
    public boolean outsideTransaction(Operation operation, Schema before) {
        return super.outsideTransaction(operation, before)
                || !needsRebuild(operation, before) && columns.reorganizes(operation, before);
    }

    /** A sequence is of integers unless it is told (Db2 11.5, "CREATE SEQUENCE statement"). */
    private List<String> createSequence(CreateSequence operation, Schema before) {
        String name = "CREATE SEQUENCE " + name(operation.sequence().name());
        return operation.standardSql(this, before).stream()
                .map(statement -> name + " AS BIGINT" + statement.substring(name.length()))
                .toList();
    }

    private List<String> dropSequence(DropSequence operation, Schema before) {
        String drop = "DROP SEQUENCE " + name(operation.sequence());
        return List.of(operation.ifExists() ? unless("42704", drop) : drop);
    }

    /** A materialized view is a table that is refreshed (Db2 11.5, "Materialized query tables"). */
    private List<String> createView(CreateView operation, Schema before) {
        View view = operation.view();
        if (!view.materialized()) {
            return operation.standardSql(this, before);
        }
        List<String> statements = new ArrayList<>();
        if (operation.replace() && before.view(view.name()).isPresent()) {
            statements.addAll(dropView(new DropView(view.name(), false), before));
        } else if (operation.replace() && before.mayExist(view.name().value())) {
            statements.add(unless("42704", "DROP TABLE " + name(view.name())));
        }
        statements.add("CREATE TABLE " + name(view.name()) + " AS (\n"
                + view.query().strip() + "\n) DATA INITIALLY DEFERRED REFRESH DEFERRED");
        statements.add("REFRESH TABLE " + name(view.name()));
        return statements;
    }

    private List<String> dropView(DropView operation, Schema before) {
        boolean materialized =
                before.view(operation.view()).map(View::materialized).orElse(false);
        String drop = "DROP " + (materialized ? "TABLE " : "VIEW ") + name(operation.view());
        return List.of(operation.ifExists() ? unless("42704", drop) : drop);
    }

    // ---- facts for others

    /** Special registers are told with a space: {@code CURRENT TIMESTAMP}. */
    @Override
    public Optional<Value> readDefault(String words, Type type) {
        return super.readDefault(words.replaceFirst("^CURRENT (TIMESTAMP|DATE|TIME)(\\(6\\))?$", "CURRENT_$1"), type);
    }

    /** Twenty are prepared where nothing is said (Db2 11.5, "CREATE SEQUENCE statement"). */
    @Override
    public long usualCache() {
        return 20;
    }

    @Override
    public Catalogue catalogue() {
        return new Db2Catalogue();
    }

    @Override
    public Server server() {
        return new Db2Server();
    }

    @Override
    public ClientProfile clientProfile() {
        return Db2Scripts.commandLine();
    }

    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return Db2Scripts.assertion(condition, literal(new Literal(message)));
    }

    @Override
    public List<String> guarded(List<Guarded> stretches) {
        return Db2Scripts.guarded(stretches);
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard()
                .with(ScriptRules.Trait.NESTED_COMMENTS, ScriptRules.Trait.TERMINATOR_COMMENTS)
                .withBlocks(ScriptRules.Blocks.ROUTINES);
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
