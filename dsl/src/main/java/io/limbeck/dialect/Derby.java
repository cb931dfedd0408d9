package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.operation.AddConstraint;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.DropConstraint;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.DropSequence;
import io.limbeck.operation.RenameColumn;
import io.limbeck.operation.RenameIndex;
import io.limbeck.operation.RenameTable;
import io.limbeck.schema.Column;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Index;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** Apache Derby, from version 10.15 on. */
public final class Derby extends Dialect {

    private static final String NEW = "__new";

    public Derby(Optional<Version> version) {
        super("derby", version);
        types().word(Kind.BOOL, "BOOLEAN")
                .word(Kind.SMALLINT, "SMALLINT")
                .word(Kind.INTEGER, "INTEGER")
                .word(Kind.BIGINT, "BIGINT")
                .word(Kind.DECIMAL, "DECIMAL")
                .word(Kind.NUMERIC, "NUMERIC")
                .word(Kind.REAL, "REAL")
                .word(Kind.DOUBLE_PRECISION, "DOUBLE PRECISION")
                .word(Kind.CHARS, "CHAR")
                .word(Kind.VARCHAR, "VARCHAR")
                .word(Kind.NVARCHAR, "VARCHAR")
                .word(Kind.TEXT, "CLOB")
                .word(Kind.BINARY, "CHAR# FOR BIT DATA")
                .word(Kind.VARBINARY, "VARCHAR# FOR BIT DATA")
                .word(Kind.BLOB, "BLOB")
                .word(Kind.DATE, "DATE")
                .word(Kind.TIME, "TIME!")
                .word(Kind.TIMESTAMP, "TIMESTAMP!")
                .word(Kind.UUID, "CHAR(36)")
                .word(Kind.JSON, "CLOB")
                .word(Kind.JSONB, "CLOB")
                .word(Kind.XML, "CLOB")
                .needNumbers(Kind.VARCHAR, Kind.NVARCHAR, Kind.VARBINARY);
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
        instead(Feature.COMMENTS, "Leave the comment out there: on('postgresql', 'h2') { commentTable … }.");
        instead(Feature.TEMPORARY_TABLES, "Use execute 'declare global temporary table …'.");
        instead(Feature.TYPE_CONVERSION, "Convert the values with an update, before or after.");
        differs(RenameTable.class, this::renameTable);
        differs(RenameColumn.class, this::renameColumn);
        differs(RenameIndex.class, this::renameIndex);
        differs(DropSequence.class, this::dropSequence);
        differs(AlterColumn.class, this::alterColumn);
        reserved("""
                add all allocate alter and any are as asc assertion at authorization avg begin between bigint bit
                boolean both by call cascade cascaded case cast char character check close coalesce collate collation
                column commit connect connection constraint constraints continue convert corresponding create cross
                current current_date current_role current_time current_timestamp current_user cursor deallocate dec
                decimal declare default deferrable deferred delete desc describe diagnostics disconnect distinct
                double drop else end end-exec escape except exception exec execute exists explain external false
                fetch first float for foreign found from full function get getcurrentconnection global go goto grant
                group having hour identity immediate in indicator initially inner inout input insensitive insert int
                integer intersect into is isolation join key last left like longint lower ltrim match max min minute
                national natural nchar next no none not null nullif numeric nvarchar of on only open option or order
                outer output over overlaps pad partial prepare preserve primary prior privileges procedure public
                read real references relative restrict revoke right rollback rows row_number rtrim schema scroll
                second select session_user set smallint some space sql sqlcode sqlerror sqlstate substr substring sum
                system_user table temporary timezone_hour timezone_minute to transaction translate translation trim
                true union unique unknown update upper user using values varchar varying view whenever where with
                work write xml xmlexists xmlparse xmlquery xmlserialize year
                """);
    }

    @Override
    protected Version oldest() {
        return Version.of(10, 15);
    }

    /** {@code RENAME TABLE} (Derby Reference Manual, "RENAME TABLE statement"). */
    private List<String> renameTable(RenameTable operation, Schema before) {
        return List.of("RENAME TABLE " + name(operation.table()) + " TO " + quote(operation.to()));
    }

    private List<String> renameColumn(RenameColumn operation, Schema before) {
        return List.of("RENAME COLUMN " + name(operation.table()) + "." + quote(operation.column()) + " TO "
                + quote(operation.to()));
    }

    private List<String> renameIndex(RenameIndex operation, Schema before) {
        return List.of(
                "RENAME INDEX " + name(operation.table().sibling(operation.index())) + " TO " + quote(operation.to()));
    }

    /** RESTRICT is mandatory (Derby Reference Manual, "DROP SEQUENCE statement"). */
    private List<String> dropSequence(DropSequence operation, Schema before) {
        return operation.standardSql(this, before).stream()
                .map(statement -> statement + " RESTRICT")
                .toList();
    }

    /**
     * Derby widens a VARCHAR in place and knows {@code NOT NULL} without SET (Derby Reference Manual, "ALTER TABLE
     * statement"); for any other change of type a new column takes the old one's place.
     */
    private List<String> alterColumn(AlterColumn operation, Schema before) {
        if (operation.identity().asked()) {
            throw new Refusal(
                    "unsupported",
                    "identity",
                    "derby cannot make an existing column an identity or stop it being one",
                    "Add a new identity column and drop the old one.");
        }
        if (operation.type().isEmpty() || widensVarchar(operation, before)) {
            return operation.using("").standardSql(this, before).stream()
                    .map(statement -> statement
                            .replaceFirst(" SET NOT NULL$", " NOT NULL")
                            .replaceFirst(" DROP NOT NULL$", " NULL"))
                    .toList();
        }
        return replaced(operation, before);
    }

    private static boolean widensVarchar(AlterColumn operation, Schema before) {
        Optional<Integer> from = operation.before(before).flatMap(column -> varcharLength(column.type()));
        Optional<Integer> to = operation.type().flatMap(Derby::varcharLength);
        boolean unknown = operation.before(before).isEmpty();
        return operation.using().isEmpty() && to.isPresent() && (unknown || from.isPresent() && from.get() <= to.get());
    }

    private static Optional<Integer> varcharLength(Type type) {
        return type.in("derby") instanceof Scalar scalar
                        && (scalar.kind() == Kind.VARCHAR || scalar.kind() == Kind.NVARCHAR)
                ? scalar.parameters().stream().findFirst()
                : Optional.empty();
    }

    private List<String> replaced(AlterColumn operation, Schema before) {
        Name tableName = operation.table();
        String old = operation.column();
        Column known = operation
                .before(before)
                .orElseThrow(() -> new Refusal(
                        "unknown-column",
                        old,
                        "what column '" + old + "' of table '" + tableName + "' is now is not known from the history",
                        "Say it: existing: [type: …, nullable: …, default: …]."));
        if (known.identity().isPresent()) {
            throw new Refusal(
                    "unsupported",
                    "type",
                    "derby cannot change the type of an identity column",
                    "Make it wide enough when the table is created.");
        }
        Table table = before.known(tableName).orElseGet(() -> Table.of(tableName, List.of(known)));
        List<Constraint> constraints = table.constraints().stream()
                .filter(constraint -> constraint.columns().contains(old))
                .toList();
        List<Index> indexes = table.indexes().stream()
                .filter(index -> index.columns().contains(old))
                .toList();
        List<Schema.Reference> references = before.references(tableName)
                .filter(reference -> reference.key().referredColumns().contains(old))
                .toList();
        String alter = "ALTER TABLE " + name(tableName) + " ";
        String fresh = quote(old + NEW);
        Column changed = operation.changed(known).named(old);
        List<String> sql = new ArrayList<>();
        references.forEach(reference -> sql.addAll(
                render(new DropConstraint(reference.table(), reference.key().name(), false, false), before)));
        constraints.forEach(constraint ->
                sql.addAll(render(new DropConstraint(tableName, constraint.name(), false, false), before)));
        indexes.forEach(index -> sql.addAll(render(new DropIndex(tableName, index.name(), false, false), before)));
        sql.add(alter + "ADD COLUMN "
                + columnDefinition(tableName, changed.named(old + NEW).nullable(true)));
        sql.add("UPDATE " + name(tableName) + " SET " + fresh + " = "
                + operation.using().orElse("CAST(" + quote(old) + " AS " + type(changed.type()) + ")"));
        sql.add(alter + "DROP COLUMN " + quote(old) + " RESTRICT");
        sql.add("RENAME COLUMN " + name(tableName) + "." + fresh + " TO " + quote(old));
        if (!changed.nullable()) {
            sql.add(alter + "ALTER COLUMN " + quote(old) + " NOT NULL");
        }
        constraints.forEach(constraint -> sql.addAll(render(new AddConstraint(tableName, constraint), before)));
        indexes.forEach(index -> sql.add(createIndex(tableName, index, false, false)));
        references.forEach(
                reference -> sql.addAll(render(new AddConstraint(reference.table(), reference.key()), before)));
        operation.rename().ifPresent(to -> sql.addAll(render(new RenameColumn(tableName, old, to), before)));
        return sql;
    }

    /** A column; an enumeration is a varchar that a check guards. */
    @Override
    public String columnDefinition(Name table, Column column) {
        String definition = super.columnDefinition(table, column);
        if (column.type().in("derby") instanceof Enumeration type) {
            return definition + " CHECK (" + quote(column.name()) + " IN "
                    + type.values().stream()
                            .map(value -> literal(new Literal(value)))
                            .collect(Collectors.joining(", ", "(", "))"));
        }
        return definition;
    }

    @Override
    protected String enumerationType(Enumeration type) {
        return "VARCHAR(" + type.longest() + ")";
    }

    @Override
    protected Literals literals() {
        return new Literals() {
            @Override
            String date(String text) {
                return "DATE('" + text + "')";
            }

            @Override
            String time(String text) {
                return "TIME('" + text + "')";
            }

            @Override
            String timestamp(String text) {
                return "TIMESTAMP('" + text + "')";
            }

            @Override
            String zonedTimestamp(String text) {
                throw new Refusal("unsupported", null, "derby keeps no time zone with a timestamp", null);
            }
        };
    }

    @Override
    public String literal(io.limbeck.type.Value value, Type type) {
        boolean blob = type.in("derby") instanceof Scalar scalar && scalar.kind() == Kind.BLOB;
        return blob && value instanceof Literal literal && literal.value() instanceof byte[]
                ? "CAST(" + literal(value) + " AS BLOB)"
                : literal(value);
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("jdbc:derby:");
    }

    @Override
    public String driverClass() {
        return "org.apache.derby.jdbc.EmbeddedDriver";
    }

    @Override
    public String driverArtifact() {
        return "org.apache.derby:derby";
    }

    /** ij has no BEGIN: a transaction begins by itself once AUTOCOMMIT is off (Derby Tools and Utilities Guide, "ij"). */
    @Override
    public ClientProfile clientProfile() {
        return new ClientProfile(
                "ij",
                "java -Dderby.ui.codeset=UTF-8 org.apache.derby.tools.ij FILE",
                List.of("AUTOCOMMIT OFF;"),
                "",
                "COMMIT",
                ";");
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard();
    }

    @Override
    public int maxIdentifier() {
        return 128;
    }

    /** Uncommitted read (Derby Reference Manual, "WITH clause"). */
    @Override
    public String withoutWaiting() {
        return " WITH UR";
    }

    @Override
    public String scriptName(String catalogueName) {
        return catalogueName.equals(catalogueName.toUpperCase(Locale.ROOT))
                ? catalogueName.toLowerCase(Locale.ROOT)
                : catalogueName;
    }
}
