package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AddEnumValue;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CommentTable;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropPrimaryKey;
import io.limbeck.operation.DropSchema;
import io.limbeck.operation.DropTable;
import io.limbeck.operation.Insert;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Table;
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
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What the servers that keep their tables in InnoDB have in common. */
abstract class InnoDb extends Dialect {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.(\\d+))?");

    /** What older replicas must see in front of a version that has outgrown one digit. */
    private static final String REPLICATION_PREFIX = "5.5.5-";

    private static final int UUID_LENGTH = 36;

    private final InnoDbColumns columns = new InnoDbColumns(this);

    InnoDb(String name, Optional<Version> version) {
        super(name, version);
        types().word(Kind.REAL, "FLOAT")
                .word(Kind.DOUBLE_PRECISION, "DOUBLE")
                .word(Kind.TEXT, "LONGTEXT")
                .word(Kind.BINARY, "BINARY")
                .word(Kind.VARBINARY, "VARBINARY")
                .word(Kind.BLOB, "LONGBLOB")
                .word(Kind.TIMESTAMP, "DATETIME#6")
                .word(Kind.TIME, "TIME#6")
                .word(Kind.JSON, "JSON")
                .word(Kind.JSONB, "JSON")
                .word(Kind.XML, "LONGTEXT")
                .also(Kind.BOOL, "TINYINT(1)", "BOOL")
                .also(Kind.SMALLINT, "SMALLINT#")
                .also(Kind.INTEGER, "INT#", "INTEGER#")
                .also(Kind.BIGINT, "BIGINT#")
                .also(Kind.DECIMAL, "NUMERIC", "FIXED")
                .also(Kind.DOUBLE_PRECISION, "DOUBLE PRECISION", "REAL")
                .implied(Kind.DECIMAL, 10)
                .implied(Kind.BINARY, 1)
                .implied(Kind.TIMESTAMP, 0)
                .implied(Kind.TIME, 0)
                .needNumbers(Kind.VARCHAR, Kind.NVARCHAR, Kind.VARBINARY, Kind.DECIMAL, Kind.NUMERIC);
        supporting(
                Feature.IF_EXISTS,
                Feature.CASCADE,
                Feature.COMMENTS,
                Feature.ON_UPDATE_ACTIONS,
                Feature.KEY_OF_NULLABLE_COLUMNS,
                Feature.REFERENCE_TO_UNIQUE_INDEX,
                Feature.RENAME_INDEX,
                Feature.REPLACE_VIEW,
                Feature.SCHEMAS,
                Feature.TEMPORARY_TABLES,
                Feature.COLUMN_POSITION,
                Feature.STORED_COMPUTED,
                Feature.VIRTUAL_COMPUTED,
                Feature.COLLATION);
        remedies();
        generatesNames("PRIMARY|.+_ibfk_\\d+|.+_chk_\\d+|CONSTRAINT_\\d+");
        functionsAlso("curdate", "current_date");
        functionsAlso("curtime", "current_time");
        keepsUniqueAsIndex();
        InnoDbTables tables = new InnoDbTables(this, columns);
        InnoDbKeys keys = new InnoDbKeys(this);
        differs(CreateTable.class, tables::createTable);
        differs(DropTable.class, tables::dropTable);
        differs(RenameTable.class, tables::renameTable);
        differs(CommentTable.class, tables::commentTable);
        differs(DropSchema.class, tables::dropSchema);
        differs(Insert.class, tables::insert);
        differs(AddColumn.class, columns::addColumn);
        differs(DropColumn.class, columns::dropColumn);
        differs(RenameColumn.class, columns::renameColumn);
        differs(AlterColumn.class, new InnoDbAlterations(this, columns)::alterColumn);
        differs(AddEnumValue.class, columns::addEnumValue);
        differs(AddConstraint.class, keys::addConstraint);
        differs(DropConstraint.class, keys::dropConstraint);
        differs(DropPrimaryKey.class, keys::dropPrimaryKey);
        differs(CreateIndex.class, keys::createIndex);
        differs(DropIndex.class, keys::dropIndex);
        differs(RenameIndex.class, keys::renameIndex);
    }

    private void remedies() {
        instead(Feature.DEFERRABLE, "Leave it out there; every statement must leave the rows valid.");
        instead(Feature.NOT_VALID, "Leave 'notValid' out there; the rows are checked when the constraint is added.");
        instead(Feature.SET_DEFAULT_ACTION, "Use 'set null' or 'cascade', or a trigger.");
        instead(Feature.MATCH, "Leave 'match' out there; a key with a null in it is not checked.");
        instead(Feature.EXCLUSION, "Check it in a trigger, or leave it out there with on('…') { … }.");
        instead(Feature.COVERING_INDEX, "Name those columns as the index's last ones, unless it is unique.");
        instead(
                Feature.INDEX_NULLS_ORDER,
                "Leave 'nulls' out there: nulls stand first, and last in a descending index.");
        instead(Feature.INDEX_METHOD, "Leave 'using' out there; the tables' indexes are B-trees.");
        instead(Feature.MATERIALIZED_VIEW, "Fill a table from the query instead.");
        instead(Feature.IDENTITY_RANGE, "Leave 'min' and 'max' out there; a check can limit the column.");
        instead(Feature.TYPE_CONVERSION, "Convert the values with an update, before or after.");
    }

    /** Whether columns, indexes and constraints may be dropped {@code IF EXISTS}, as tables may everywhere. */
    abstract boolean guardsNatively();

    /** Whether a generated column may be declared NOT NULL. */
    abstract boolean takesNotNullComputed();

    /** Whether a column that is not stored may be computed from an AUTO_INCREMENT one; no stored one may. */
    abstract boolean computesFromCounters();

    @Override
    protected Rebuild rebuild() {
        return new InnoDbRebuild(this);
    }

    /**
     * The dialect of the server that was reached: both servers understand each other's drivers, and name themselves in
     * the product's name or in its version.
     */
    @Override
    public Dialect reached(String product, String productVersion, Version reported) {
        String text = productVersion.startsWith(REPLICATION_PREFIX)
                ? productVersion.substring(REPLICATION_PREFIX.length())
                : productVersion;
        Matcher numbers = VERSION.matcher(text);
        Version version = numbers.find()
                ? Version.of(
                        Integer.valueOf(numbers.group(1)),
                        Integer.valueOf(numbers.group(2)),
                        numbers.group(3) == null ? 0 : Integer.parseInt(numbers.group(3)))
                : reported;
        boolean maria = (product + " " + productVersion).contains("MariaDB");
        return maria ? new MariaDb(Optional.of(version)) : new MySql(Optional.of(version));
    }

    /** A literal as the expression that is the default of what is kept beside the row. */
    String largeDefault(String literal) {
        return literal;
    }

    @Override
    public Type read(String words) {
        return TypeReading.enumeration(words).orElseGet(() -> super.read(InnoDbReading.withoutWidth(words)));
    }

    @Override
    public Optional<Value> readDefault(String words, Type type) {
        return super.readDefault(InnoDbReading.standardDefault(words.strip()), type);
    }

    @Override
    public Table plain(Table told) {
        return InnoDbReading.plain(super.plain(told), this);
    }

    /** A UUID in another collation is no longer one of ASCII. */
    @Override
    public Column normal(Column column, Table table) {
        boolean text = column.collation().isPresent() && normal(column.type()).equals(Scalar.of(Kind.UUID));
        return text ? column.typed(Scalar.of(Kind.CHARS, UUID_LENGTH)) : column;
    }

    /** RESTRICT and NO ACTION are the same (MySQL Reference Manual, "FOREIGN KEY Constraints", "Referential Actions"). */
    @Override
    public ForeignKey normal(ForeignKey key) {
        return new ForeignKey(
                key.name(),
                key.columns(),
                key.referred(),
                key.referredColumns(),
                normal(key.onDelete()),
                normal(key.onUpdate()),
                key.match(),
                key.deferral(),
                key.valid());
    }

    private static ReferentialAction normal(ReferentialAction action) {
        return action == ReferentialAction.RESTRICT ? ReferentialAction.NO_ACTION : action;
    }

    // ---- words

    /** Backticks quote whatever {@code sql_mode} says; double quotes only with ANSI_QUOTES. */
    @Override
    public String quote(String identifier) {
        return super.quote(identifier).equals(identifier) ? identifier : "`" + identifier.replace("`", "``") + "`";
    }

    @Override
    protected String moment(Moment moment) {
        return switch (moment) {
            case CURRENT_TIMESTAMP -> "CURRENT_TIMESTAMP(6)";
            case CURRENT_DATE -> "CURRENT_DATE";
            case CURRENT_TIME -> "CURRENT_TIME(6)";
        };
    }

    /** A driver sends one row after the other unless its URL says otherwise. */
    @Override
    public boolean sendsRowsAsText() {
        return true;
    }

    @Override
    protected Literals literals() {
        return new InnoDbLiterals(dialect());
    }

    /** The servers take no text for a number or a truth value that it is not the text of. */
    @Override
    public String literal(Value value, Type type) {
        return value instanceof Literal literal ? literal(fitting(literal, type)) : literal(value);
    }

    /** The literal as one of a column's type. */
    Literal fitting(Literal literal, Type type) {
        return type.in(dialect()) instanceof Scalar scalar ? Coercion.to(scalar.kind(), literal) : literal;
    }

    /** An ENUM's list is written out at each column. */
    @Override
    protected String enumerationType(Enumeration type) {
        return type.values().stream()
                .map(value -> literal(new Literal(value)))
                .map(value -> value.replaceFirst("^_utf8mb4 ", ""))
                .collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    @Override
    protected void requirePrecision(Scalar type) {
        boolean clock = type.kind() == Kind.TIME || type.kind() == Kind.TIMESTAMP;
        if (clock && type.parameters().stream().anyMatch(digits -> digits > 6)) {
            throw new Refusal(
                    "unsupported",
                    type.kind().word(),
                    dialect() + " keeps six digits of a second, and no more",
                    "Write " + type.kind().word() + "(6).");
        }
    }

    @Override
    protected boolean comparable(String type) {
        return !isLarge(type);
    }

    /** Whether a type is kept beside the row: no key without a length, no plain default. */
    static boolean isLarge(String type) {
        return type.matches("(?i)(tiny|medium|long)?(text|blob)\\b.*|json|geometry.*");
    }

    @Override
    public String columnDefinition(Name table, Column column) {
        return quote(column.name()) + " " + columns.definition(column);
    }

    @Override
    public String createIndex(Name table, Index index, boolean concurrently, boolean ifNotExists) {
        return InnoDbIndexes.create(this, table, index, concurrently, ifNotExists && guardsNatively());
    }

    /** Refuses what a counter cannot do (MySQL Reference Manual, "Using AUTO_INCREMENT"). */
    void requireCounter(Column column) {
        column.identity().ifPresent(identity -> {
            if (identity.min().isPresent() || identity.max().isPresent()) {
                require(Feature.IDENTITY_RANGE);
            }
            if (identity.always()) {
                throw counter(column, "refuses no numbers of one's own", "Leave 'always' out there.");
            }
            if (identity.increment().filter(step -> step != 1).isPresent()) {
                throw counter(
                        column,
                        "counts in steps of 1",
                        "Leave 'increment' out there; the server has one step for all.");
            }
            if (identity.cycle().orElse(false)) {
                throw counter(column, "never begins again", "Leave 'cycle' out there.");
            }
        });
    }

    private Refusal counter(Column column, String why, String instead) {
        return new Refusal(
                "unsupported",
                "identity",
                dialect() + "'s AUTO_INCREMENT, which '" + column.name() + "' is to be, " + why,
                instead);
    }

    /** The number that a counter is to begin with, as a table's option. */
    static Optional<String> start(Optional<Identity> identity) {
        return identity.flatMap(Identity::start).map(number -> "AUTO_INCREMENT = " + number);
    }

    /** A comment's text, which is no literal of the language: it has neither introducer nor hexadecimal form. */
    String comment(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    // ---- facts for others

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard()
                .with(
                        ScriptRules.Trait.BACKSLASH_ESCAPES,
                        ScriptRules.Trait.BACKTICKS,
                        ScriptRules.Trait.HASH_COMMENTS,
                        ScriptRules.Trait.SPACED_DASHES,
                        ScriptRules.Trait.EXECUTABLE_COMMENTS,
                        ScriptRules.Trait.DELIMITER_LINES);
    }

    /** The client stops at the first error by itself unless it is told {@code --force}. */
    static ClientProfile profile(String client) {
        return InnoDbScripts.profile(client);
    }

    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return InnoDbScripts.assertion(condition, literal(new Literal(message)));
    }

    @Override
    public List<String> guarded(List<Guarded> stretches) {
        return InnoDbScripts.guarded(stretches);
    }

    @Override
    public int maxIdentifier() {
        return 64;
    }

    /** Letters stay as they are, in quotes and without them. */
    @Override
    public String unquoted(String word) {
        return word;
    }
}
