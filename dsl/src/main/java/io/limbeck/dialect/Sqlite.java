package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.CreateSchema;
import io.limbeck.operation.CreateTable;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropSchema;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameIndex;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.ScriptRules;
import io.limbeck.sql.Statement;
import io.limbeck.type.Expression;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * SQLite, from version 3.35 on, which drops columns.
 *
 * <p>Any value fits into any column there, so types say how values are kept and compared, and no length is checked
 * (https://www.sqlite.org/datatype3.html); a type stands where values of it come back as they were put in.
 */
public final class Sqlite extends Dialect {

    /** A REAL, which is what a number with digits behind the point is kept as, keeps that many exactly. */
    private static final int EXACT_DIGITS = 15;

    private static final Set<String> COLLATIONS = Set.of("binary", "nocase", "rtrim");

    static final Set<Kind> WHOLE = Set.of(Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT);

    private final SqliteTables tables;

    public Sqlite(Optional<Version> version) {
        super("sqlite", version);
        types().word(Kind.TEXT, "TEXT")
                .word(Kind.BINARY, "BLOB!")
                .word(Kind.VARBINARY, "BLOB!")
                .word(Kind.BLOB, "BLOB")
                .word(Kind.TIME, "TIME!")
                .word(Kind.TIMESTAMP, "TIMESTAMP!")
                .word(Kind.UUID, "CHAR(36)")
                .word(Kind.JSON, "TEXT")
                .word(Kind.JSONB, "TEXT")
                .word(Kind.XML, "TEXT");
        supporting(
                Feature.TRANSACTIONAL_DDL,
                Feature.IF_EXISTS,
                Feature.DEFERRABLE,
                Feature.ON_UPDATE_ACTIONS,
                Feature.SET_DEFAULT_ACTION,
                Feature.REFERENCE_TO_UNIQUE_INDEX,
                Feature.PARTIAL_INDEX,
                Feature.EXPRESSION_INDEX,
                Feature.TEMPORARY_TABLES,
                Feature.STORED_COMPUTED,
                Feature.VIRTUAL_COMPUTED,
                Feature.COLLATION);
        instead(Feature.CASCADE, "Drop what depends on it first.");
        instead(
                Feature.ENUM_TYPES,
                "Its columns hold the list: alterColumn 't', 'c', type: enumeration('…', […]) with all its values.");
        instead(
                Feature.COMMENTS,
                "Leave the comment out there: on('…') { … } says it for the databases that keep comments.");
        instead(Feature.NOT_VALID, "Leave 'notValid' out there; the rows are checked at once.");
        instead(Feature.MATCH, "Leave 'match' out; a key with a null in it is not checked.");
        instead(Feature.COVERING_INDEX, "Make the columns part of the index's key.");
        instead(Feature.INDEX_NULLS_ORDER, "Leave 'nulls' out; nulls are the least of all values.");
        instead(Feature.SEQUENCES, "Use an identity column, or a table with one row that counts.");
        tables = new SqliteTables(this);
        differs(CreateTable.class, tables::createTable);
        differs(AddColumn.class, tables::addColumn);
        differs(DropColumn.class, tables::dropColumn);
        differs(AlterColumn.class, tables::alterColumn);
        differs(AddConstraint.class, tables::addConstraint);
        differs(DropConstraint.class, tables::dropConstraint);
        differs(RenameIndex.class, tables::renameIndex);
        String attached = "Attach a database file under that name, in env.groovy or with execute 'attach database …'.";
        cannot(CreateSchema.class, "makes no schemas: each is a database file of its own", attached);
        cannot(DropSchema.class, "drops no schemas: each is a database file of its own", "Detach it and delete it.");
        generatesNames("sqlite_(autoindex|unnamed)_.+");
        functionsAlso("length", "char_length");
        reserved("""
                add all alter and as autoincrement between case cast check collate commit constraint create
                current_date current_time current_timestamp default deferrable delete distinct drop else escape except
                exists foreign from group having if in index insert intersect into is isnull join limit not nothing
                notnull null on or order primary raise references returning select set table then to transaction union
                unique update using values when where
                """);
    }

    /** RENAME COLUMN and DROP COLUMN are there (https://www.sqlite.org/changes.html#version_3_35_0). */
    @Override
    protected Version oldest() {
        return Version.of(3, 35);
    }

    /** CHECK and NOT NULL can be added and dropped (https://www.sqlite.org/lang_altertable.html). */
    boolean altersChecks() {
        return atLeast(3, 53);
    }

    @Override
    protected boolean needsRebuild(Operation operation, Schema before) {
        return tables.needRebuild(operation, before);
    }

    @Override
    protected Rebuild rebuild() {
        return new SqliteRebuild(this);
    }

    /** DROP TABLE deletes the rows first, which sets off ON DELETE (https://www.sqlite.org/foreignkeys.html, 5). */
    @Override
    public Optional<Statement.Aside> aside(Batch<?> batch) {
        return SqliteRebuild.isReferenced(batch)
                ? Optional.of(new Statement.Aside(
                        "PRAGMA foreign_keys", "PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON"))
                : Optional.empty();
    }

    /** An enumeration is a varchar that a check guards. */
    @Override
    protected Optional<Guard> guard(Type type, String column) {
        return enumerationGuard(type, column);
    }

    /**
     * An identity is a column that stands for the row's own number (https://www.sqlite.org/lang_createtable.html#rowid);
     * what guards a type is a check without a name, as none could be dropped by it.
     */
    @Override
    public String columnDefinition(Name table, Column column) {
        if (column.identity().isPresent()) {
            requirePlain(column, column.identity().get());
            return quote(column.name()) + " INTEGER NOT NULL";
        }
        requireCollation(column);
        return plainDefinition(column)
                + guardCheck(table, column)
                        .map(check -> " CHECK (" + check.expression() + ")")
                        .orElse("");
    }

    /** Others are there only on connections that bring them along (https://www.sqlite.org/datatype3.html#collation). */
    private static void requireCollation(Column column) {
        column.collation()
                .filter(name -> !COLLATIONS.contains(name.toLowerCase(Locale.ROOT)))
                .ifPresent(name -> {
                    throw new Refusal(
                            "unsupported",
                            name,
                            "sqlite has no collation '" + name + "', only binary, nocase and rtrim",
                            "Where programs bring it along, say it in the type: type('varchar(80) collate " + name
                                    + "').");
                });
    }

    private static void requirePlain(Column column, Identity identity) {
        boolean whole = column.type().in("sqlite") instanceof Scalar scalar && WHOLE.contains(scalar.kind());
        boolean plain = !identity.always()
                && identity.start().orElse(1L) == 1
                && identity.increment().orElse(1L) == 1
                && identity.min().isEmpty()
                && identity.max().isEmpty()
                && !identity.cycle().orElse(false);
        if (!whole || !plain) {
            throw new Refusal(
                    "unsupported",
                    "identity",
                    "sqlite gives each row the number behind the greatest, so the identity column '" + column.name()
                            + "' takes no options" + (whole ? "" : " and is a whole number"),
                    "Write identity: true there.");
        }
    }

    @Override
    protected void requirePrecision(Scalar type) {
        boolean exact = type.kind() == Kind.DECIMAL || type.kind() == Kind.NUMERIC;
        if (exact && type.parameters().stream().limit(1).anyMatch(digits -> digits > EXACT_DIGITS)) {
            throw new Refusal(
                    "unsupported",
                    type.kind().word(),
                    "sqlite keeps " + EXACT_DIGITS + " digits of a number exactly",
                    "Say what it is there: " + type.script() + ".on(sqlite: varchar(40)).");
        }
    }

    /** Only foreign keys can wait (https://www.sqlite.org/lang_createtable.html, "table-constraint"). */
    @Override
    protected void requireDeferrable(Constraint constraint) {
        if (!(constraint instanceof ForeignKey)) {
            throw new Refusal(
                    "unsupported",
                    "deferrable",
                    "sqlite cannot do 'deferrable' but for foreign keys",
                    "Leave it out there.");
        }
    }

    /** An index is made in its table's database, which its own name tells. */
    @Override
    protected String indexedTable(Name table) {
        return quote(table.value());
    }

    /** A foreign key points into its own database alone, and names none. */
    @Override
    protected String referredName(Name table) {
        return quote(table.value());
    }

    /**
     * A default that is an expression stands in parentheses (https://www.sqlite.org/lang_createtable.html, 3.2); a
     * literal is of its column's type, since a value of another is kept as it is.
     */
    @Override
    public String literal(Value value, Type type) {
        if (value instanceof Expression expression) {
            return "(" + expression.sql() + ")";
        }
        return value instanceof Literal literal && type.in("sqlite") instanceof Scalar scalar
                ? literal(Coercion.to(scalar.kind(), literal))
                : literal(value);
    }

    /** A date or time is bound as its text, which drivers word in ways of their own. */
    @Override
    public Literal bound(Literal value) {
        return boundAsText(value);
    }

    @Override
    protected Literals literals() {
        return new Literals() {
            @Override
            protected String string(String text) {
                if (text.indexOf('\0') >= 0) {
                    throw new Refusal("wrong-value", null, "sqlite ends a string at a NUL character", "Leave it out.");
                }
                return text.contains("\r\n") ? returns(text) : super.string(text);
            }

            /** sqlite3 drops a carriage return before a line's end, so its own dumps spell it thus. */
            private String returns(String text) {
                String mark = "\\r";
                for (int i = 0; text.contains(mark); i++) {
                    mark = "(\\r" + i + ")";
                }
                return "(replace(" + super.string(text.replace("\r", mark)) + ", " + super.string(mark)
                        + ", char(13)))";
            }

            @Override
            protected String floating(double number, Object asGiven) {
                return Double.isInfinite(number) ? (number > 0 ? "9e999" : "-9e999") : super.floating(number, asGiven);
            }

            @Override
            protected String date(String text) {
                return string(text);
            }

            @Override
            protected String time(String text) {
                return string(text);
            }

            @Override
            protected String timestamp(String text) {
                return string(text);
            }

            @Override
            protected String zonedTimestamp(String text) {
                throw new Refusal(
                        "unsupported",
                        null,
                        "sqlite keeps no time zone with a timestamp",
                        "Use a timestamp without one, in UTC.");
            }
        };
    }

    /** No length is minded, so it is a path of JSON that stops the script, as it is none. */
    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return List.of("SELECT json_extract('{}', " + text(message) + ") WHERE NOT (" + condition + ")");
    }

    @Override
    public Catalogue catalogue() {
        return new SqliteCatalogue(this);
    }

    /** Whatever column stands for the row's number is an identity (https://www.sqlite.org/lang_createtable.html#rowid). */
    @Override
    public Column normal(Column column, Table table) {
        boolean whole = normal(column.type()).equals(Scalar.of(Kind.INTEGER));
        boolean key = table.primaryKey()
                .filter(each -> each.columns().equals(List.of(column.name())))
                .isPresent();
        return column.identity().isPresent() || whole && key
                ? column.typed(Scalar.of(Kind.INTEGER)).identified(Optional.of(Identity.BY_DEFAULT))
                : column;
    }

    /** CURRENT_TIMESTAMP is of UTC, and whole seconds. */
    @Override
    public String now() {
        return "strftime('%Y-%m-%d %H:%M:%f', 'now', 'localtime')";
    }

    @Override
    public Server server() {
        return new SqliteServer();
    }

    @Override
    public ClientProfile clientProfile() {
        return SqliteScripts.sqlite3();
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard()
                .with(ScriptRules.Trait.BACKTICKS, ScriptRules.Trait.BRACKETS)
                .withBlocks(ScriptRules.Blocks.ROUTINES);
    }

    /** There is no limit but that of a statement (https://www.sqlite.org/limits.html). */
    @Override
    public int maxIdentifier() {
        return 1000;
    }

    /** The literal of a text, for the messages of checks. */
    String text(String text) {
        return literal(new Literal(text));
    }

    /** Letters stay as they are, in quotes and without them. */
    @Override
    public String unquoted(String word) {
        return word;
    }
}
