package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.AlterSequence;
import io.limbeck.operation.CreateIndex;
import io.limbeck.operation.DropColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropSequence;
import io.limbeck.operation.Operation;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Index;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Apache Derby, from version 10.15 on. */
public final class Derby extends Dialect {

    /** The characters of a constant at most, its quotes among them. */
    private static final int LONGEST_STRING = 32672;

    /** The hexadecimal digits of a constant at most. */
    private static final int LONGEST_HEX = 16336;

    private final DerbyColumns columns;

    public Derby(Optional<Version> version) {
        super("derby", version);
        types().word(Kind.TEXT, "CLOB")
                .word(Kind.BINARY, "CHAR# FOR BIT DATA")
                .word(Kind.VARBINARY, "VARCHAR# FOR BIT DATA")
                .word(Kind.BLOB, "BLOB")
                .word(Kind.TIME, "TIME!")
                .word(Kind.TIMESTAMP, "TIMESTAMP!")
                .word(Kind.UUID, "CHAR(36)")
                .word(Kind.JSON, "CLOB")
                .word(Kind.JSONB, "CLOB")
                .word(Kind.XML, "CLOB")
                .needNumbers(Kind.VARCHAR, Kind.NVARCHAR, Kind.VARBINARY, Kind.DECIMAL, Kind.NUMERIC)
                .also(Kind.DOUBLE_PRECISION, "DOUBLE!")
                .also(Kind.TEXT, "CLOB(2147483647)!")
                .also(Kind.BLOB, "BLOB(2147483647)!");
        supporting(
                Feature.TRANSACTIONAL_DDL,
                Feature.DEFERRABLE,
                Feature.RENAME_INDEX,
                Feature.SEQUENCES,
                Feature.SCHEMAS,
                Feature.STORED_COMPUTED);
        String noGuard = "Leave it out; the history knows what exists.";
        instead(Feature.IF_EXISTS, noGuard);
        instead(Feature.CASCADE, "Drop what depends on it first.");
        instead(
                Feature.ENUM_TYPES,
                "Its columns hold the list: alterColumn 't', 'c', type: enumeration('…', […]) with all its values.");
        instead(
                Feature.COMMENTS,
                "Leave the comment out there: on('…') { … } says it for the databases that keep comments.");
        instead(Feature.TEMPORARY_TABLES, "Use execute 'declare global temporary table …'.");
        instead(Feature.TYPE_CONVERSION, "Convert the values with an update, before or after.");
        instead(Feature.IDENTITY_RANGE, "Leave 'min' and 'max' out there.");
        DerbyTables tables = new DerbyTables(this);
        columns = new DerbyColumns(this, tables);
        differs(RenameTable.class, tables::renameTable);
        differs(RenameColumn.class, tables::renameColumn);
        differs(RenameIndex.class, tables::renameIndex);
        differs(CreateIndex.class, tables::createIndex);
        differs(DropIndex.class, tables::dropIndex);
        differs(AddConstraint.class, tables::addConstraint);
        differs(DropConstraint.class, tables::dropConstraint);
        differs(AddColumn.class, tables::addColumn);
        differs(DropColumn.class, tables::dropColumn);
        differs(AlterColumn.class, columns::alter);
        differs(DropSequence.class, this::dropSequence);
        differs(AlterSequence.class, this::alterSequence);
        holdsTablesInViews();
        generatesNames("(?i)sql\\d{10}-[-0-9a-f]+");
        reserved("""
                deterministic
                add all allocate alter and any are as asc assertion at authorization avg begin between bigint bit
                boolean both by call cascade cascaded case cast char character check close collate collation
                column commit connect connection constraint constraints continue convert corresponding create cross
                current current_date current_role current_time current_timestamp current_user cursor deallocate dec
                decimal declare default deferrable deferred delete desc describe diagnostics disconnect distinct
                double drop else end end-exec escape except exception exec execute exists explain external false
                fetch first float for foreign found from full function get getcurrentconnection global go goto grant
                group having hour identity immediate in indicator initially inner inout input insensitive insert int
                integer intersect into is isolation join key last leading left like lower ltrim match max min minute
                national natural nchar next no none not null nullif numeric nvarchar of on only open option or order
                out outer output overlaps pad partial prepare preserve primary prior privileges procedure public
                read real references relative restrict revoke right rollback rows row_number rtrim schema scroll
                second select session_user set smallint some space sql sqlcode sqlerror sqlstate substr substring sum
                system_user table temporary timezone_hour timezone_minute to trailing transaction translate translation trim
                true union unique unknown update upper user using values varchar varying view whenever where window with
                work write xml xmlexists xmlparse xmlquery xmlserialize year
                """);
    }

    @Override
    protected Version oldest() {
        return Version.of(10, 15);
    }

    /** A column's place is that of CREATE TABLE (Derby Reference Manual, "ALTER TABLE statement"). */
    @Override
    protected boolean needsRebuild(Operation operation, Schema before) {
        return operation instanceof AlterColumn alter && columns.needRebuild(alter, before)
                || operation instanceof AddColumn add
                        && (add.first() || add.after().isPresent());
    }

    @Override
    protected Rebuild rebuild() {
        return new DerbyRebuild(this, columns);
    }

    /** RESTRICT is mandatory (Derby Reference Manual, "DROP SEQUENCE statement"). */
    private List<String> dropSequence(DropSequence operation, Schema before) {
        return operation.standardSql(this, before).stream()
                .map(statement -> statement + " RESTRICT")
                .toList();
    }

    /** A sequence cannot be changed; how many values it prepares is its own affair. */
    private List<String> alterSequence(AlterSequence operation, Schema before) {
        if (operation.onlyCache()) {
            return List.of();
        }
        throw new Refusal(
                "unsupported",
                null,
                "derby cannot change a sequence",
                "Drop it and create it anew, with 'start:' where it is to go on.");
    }

    /** An enumeration is a varchar that a check guards. */
    @Override
    protected Optional<Guard> guard(Type type, String column) {
        return enumerationGuard(type, column);
    }

    @Override
    protected Literals literals() {
        return new Literals() {
            /** A constant has 32672 characters at most, its quotes among them; longer ones are joined as CLOBs. */
            @Override
            protected String string(String text) {
                String whole = super.string(text);
                if (whole.length() <= LONGEST_STRING) {
                    return whole;
                }
                return parts(text, LONGEST_STRING / 3, part -> "CAST(" + super.string(part) + " AS CLOB)");
            }

            /** A constant has 16336 digits at most. */
            @Override
            protected String bytes(String hex) {
                return hex.length() <= LONGEST_HEX
                        ? super.bytes(hex)
                        : parts(hex, LONGEST_HEX, part -> "CAST(" + super.bytes(part) + " AS BLOB)");
            }

            private static String parts(String text, int length, UnaryOperator<String> wording) {
                List<String> parts = new ArrayList<>();
                for (int from = 0; from < text.length(); from += length) {
                    parts.add(wording.apply(text.substring(from, Math.min(from + length, text.length()))));
                }
                return "(" + String.join(" || ", parts) + ")";
            }

            @Override
            protected String date(String text) {
                return "DATE('" + known(text, dialect()) + "')";
            }

            @Override
            protected String time(String text) {
                if (text.contains(".")) {
                    throw new Refusal(
                            "wrong-value",
                            null,
                            "derby keeps no fractions of a second in a time",
                            "Round it, or use a timestamp.");
                }
                return "TIME('" + text + "')";
            }

            @Override
            protected String timestamp(String text) {
                return "TIMESTAMP('" + known(text, dialect()) + "')";
            }

            @Override
            protected String zonedTimestamp(String text) {
                throw new Refusal(
                        "unsupported",
                        null,
                        "derby keeps no time zone with a timestamp",
                        "Use a timestamp without one, in UTC.");
            }
        };
    }

    /** Derby assigns between no families of types, so a literal must be of its column's. */
    @Override
    public String literal(Value value, Type type) {
        Literal fitting = value instanceof Literal literal && type.in("derby") instanceof Scalar scalar
                ? Coercion.to(scalar.kind(), literal)
                : null;
        if (fitting == null) {
            return literal(value);
        }
        boolean blob = ((Scalar) type.in("derby")).kind() == Kind.BLOB && fitting.value() instanceof byte[];
        return blob ? "CAST(" + literal(fitting) + " AS BLOB)" : literal(fitting);
    }

    /** An unquoted name begins with a letter (Derby Reference Manual, "Rules for SQL identifiers"). */
    @Override
    public String quote(String identifier) {
        return identifier.startsWith("_") ? '"' + identifier.replace("\"", "\"\"") + '"' : super.quote(identifier);
    }

    @Override
    public Catalogue catalogue() {
        return new DerbyCatalogue();
    }

    @Override
    public boolean isBuilt(Index index, Table table) {
        return DerbyIndexes.built(table).contains(index);
    }

    @Override
    protected boolean storesComputed() {
        return true;
    }

    /** Every generated column is stored, so there is no word for it. */
    @Override
    protected String stored() {
        return "";
    }

    @Override
    protected boolean comparable(String type) {
        return !type.matches("(CLOB|BLOB|XML|LONG VARCHAR).*");
    }

    @Override
    protected void requirePrecision(Scalar type) {
        if (type.kind() == Kind.TIME && type.parameters().stream().anyMatch(digits -> digits > 0)) {
            throw new Refusal(
                    "unsupported",
                    "time",
                    "derby keeps no fractions of a second in a time",
                    "Say what it is there: " + type.script() + ".on(derby: timestamp).");
        }
    }

    /**
     * ij has no BEGIN: a transaction begins by itself once AUTOCOMMIT is off. It goes on after an error and cannot be told
     * otherwise (Derby Tools and Utilities Guide, "ij").
     */
    @Override
    public Server server() {
        return new DerbyServer();
    }

    @Override
    public ClientProfile clientProfile() {
        return new ClientProfile(
                "ij",
                "java -Dderby.ui.codeset=UTF-8 org.apache.derby.tools.ij FILE",
                List.of(
                        "-- ij goes on after an error: look for ERROR in what it prints before you trust its work",
                        "AUTOCOMMIT OFF;"),
                "",
                "COMMIT",
                ";");
    }

    /**
     * Since ij goes on after an error, what follows must fail as well: unqualified names lead to a schema of the system,
     * in which nobody may make or change anything, until a query upon the condition leads back.
     */
    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        String back = "SELECT name FROM session.origin WHERE " + condition;
        return List.of(
                tooLong,
                "DECLARE GLOBAL TEMPORARY TABLE session.origin (name VARCHAR(128)) ON COMMIT PRESERVE ROWS NOT LOGGED",
                "INSERT INTO session.origin VALUES CURRENT SCHEMA",
                "PREPARE origin AS " + literal(new Literal(back)),
                "SET SCHEMA sys",
                "EXECUTE 'SET SCHEMA ?' USING origin");
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard();
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
