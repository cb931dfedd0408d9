package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.error.Refusal;
import io.limbeck.operation.AddColumn;
import io.limbeck.operation.AlterColumn;
import io.limbeck.operation.DropIndex;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Column;
import io.limbeck.schema.Schema;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.Guarded;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.ArrayType;
import io.limbeck.type.Enumeration;
import io.limbeck.type.Kind;
import io.limbeck.type.Literal;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** H2, from version 2.1 on. */
public final class H2 extends Dialect {

    /** The copies of a table that is being altered. */
    private static final String COPIES = "SELECT table_schema AS s, table_name AS c FROM information_schema.tables"
            + " WHERE table_schema = ?1 AND REGEXP_LIKE(table_name, '^' || ?2 || '_COPY_[0-9]+_[0-9]+$')";

    private static final String ORIGINAL =
            "EXISTS (SELECT 1 FROM information_schema.tables t" + " WHERE t.table_schema = ?1 AND t.table_name = ?2)";

    private static final Pattern CAST_NUMBER =
            Pattern.compile("CAST\\((-?[\\d.]+(?:E[-+]?\\d+)?) AS [A-Z ]+(?:\\([\\d, ]+\\))?\\)");

    public H2(Optional<Version> version) {
        super("h2", version);
        types().word(Kind.TEXT, "CHARACTER LARGE OBJECT")
                .word(Kind.BINARY, "BINARY")
                .word(Kind.VARBINARY, "VARBINARY")
                .word(Kind.BLOB, "BINARY LARGE OBJECT")
                .word(Kind.TIMESTAMPTZ, "TIMESTAMP# WITH TIME ZONE")
                .word(Kind.INTERVAL, "INTERVAL DAY TO SECOND")
                .word(Kind.UUID, "UUID")
                .word(Kind.JSON, "JSON")
                .word(Kind.JSONB, "JSON")
                .word(Kind.XML, "CHARACTER LARGE OBJECT")
                .needNumbers(Kind.DECIMAL, Kind.NUMERIC)
                .also(Kind.VARBINARY, "BINARY VARYING")
                .usual(Kind.TIME, 0)
                .usual(Kind.TIMESTAMP, 6)
                .usual(Kind.TIMESTAMPTZ, 6);
        supporting(
                Feature.IF_EXISTS,
                Feature.CASCADE,
                Feature.COMMENTS,
                Feature.ON_UPDATE_ACTIONS,
                Feature.SET_DEFAULT_ACTION,
                Feature.RENAME_INDEX,
                Feature.SEQUENCES,
                Feature.SEQUENCE_CACHE,
                Feature.IDENTITY_RANGE,
                Feature.REPLACE_VIEW,
                Feature.SCHEMAS,
                Feature.TEMPORARY_TABLES,
                Feature.COLUMN_POSITION,
                Feature.VIRTUAL_COMPUTED,
                Feature.INDEX_NULLS_ORDER,
                Feature.TYPE_CONVERSION);
        if (atLeast(2, 3)) {
            supporting(Feature.MATERIALIZED_VIEW, Feature.NULLS_NOT_DISTINCT);
        }
        instead(Feature.MATERIALIZED_VIEW, "Say the version of a newer server, as in the dialect 'h2:2.3'.");
        instead(Feature.NULLS_NOT_DISTINCT, "Say the version of a newer server, as in the dialect 'h2:2.3'.");
        differs(AddColumn.class, this::addColumn);
        differs(AlterColumn.class, this::alterColumn);
        differs(DropIndex.class, new H2Indexes(this)::dropIndex);
        instead(
                Feature.PARTIAL_INDEX,
                "Leave 'where' out there: on('…') { … } says it for the databases that have it.");
        generatesNames("(?i)(constraint|constraint_index|primary_key)_[0-9a-f_]+");
        functionsAlso("length", "char_length");
        sortsNullsLow();
        reserved("""
                _rowid_ all and any array as asymmetric authorization between case cast check constraint cross
                current_catalog current_date current_path current_role current_schema current_time current_timestamp
                current_user day default distinct else end except exists false fetch for foreign from full group
                having hour if in inner intersect interval is join key left like limit localtime localtimestamp
                minus minute month natural not null offset on or order primary qualify right row rownum second
                select session_user set some symmetric system_user table to top true uescape union unique unknown
                user using value values when where window with year
                """);
    }

    @Override
    protected Version oldest() {
        return Version.of(2, 1);
    }

    /** What a column is computed from cannot be changed in place. */
    @Override
    protected boolean needsRebuild(Operation operation, Schema before) {
        return operation instanceof AlterColumn alter && alter.computed().asked();
    }

    @Override
    protected Rebuild rebuild() {
        return new H2Rebuild(this);
    }

    /** A column's place is told by the one behind it (https://h2database.com/html/commands.html#alter_table_add). */
    private List<String> addColumn(AddColumn operation, Schema before) {
        String add = "ALTER TABLE " + name(operation.table()) + " ADD COLUMN ";
        String place = BeforeColumn.words(this, operation, before);
        return operation.standardSql(this, before).stream()
                .map(sql -> sql.startsWith(add) ? sql + place : sql)
                .toList();
    }

    /**
     * A column becomes an identity by being defined anew, and an identity's greatest value stays behind when its type
     * grows, unless it is told (https://h2database.com/html/commands.html#alter_table_alter_column).
     */
    private List<String> alterColumn(AlterColumn operation, Schema before) {
        operation.refuseComputed(this);
        String alter = "ALTER TABLE " + name(operation.table()) + " ALTER COLUMN " + quote(operation.column()) + " ";
        Optional<Column> known = operation.before(before);
        List<String> statements = new ArrayList<>();
        boolean had = known.flatMap(Column::identity).isPresent();
        if (operation.identity().to().isPresent() && !had) {
            Column column = operation
                    .changed(known.orElseThrow(() -> new Refusal(
                            "unknown-column",
                            operation.column(),
                            "what column '" + operation.column() + "' of table '" + operation.table()
                                    + "' is now is not known from the history",
                            "Say it: existing: [type: …, nullable: …].")))
                    .named(operation.column());
            statements.add("ALTER TABLE " + name(operation.table()) + " ALTER COLUMN "
                    + columnDefinition(operation.table(), column.nullable(true)));
        } else {
            statements.addAll(operation.conversion(this, alter));
            boolean endless = known.flatMap(column -> operation.changed(column).identity())
                    .filter(identity -> identity.max().isEmpty())
                    .isPresent();
            if (had && operation.type().isPresent() && endless) {
                statements.add(alter + "SET NO MAXVALUE");
            }
            statements.addAll(operation.identities(this, before, alter));
        }
        statements.addAll(operation.nullability(alter));
        statements.addAll(operation.defaults(this, before, alter));
        statements.addAll(operation.renaming(this, before));
        statements.addAll(operation.comments(this));
        return statements;
    }

    /** A string becomes a JSON document, and not a JSON string (https://h2database.com/html/datatypes.html#json_type). */
    @Override
    public String literal(Value value, Type type) {
        boolean document = isJson(type) && value instanceof Literal literal && literal.value() instanceof String;
        return (document ? "JSON " : "") + literal(value);
    }

    @Override
    public String parameter(Type type) {
        return isJson(type) ? "? FORMAT JSON" : "?";
    }

    private static boolean isJson(Type type) {
        return type.in("h2") instanceof Scalar scalar && (scalar.kind() == Kind.JSON || scalar.kind() == Kind.JSONB);
    }

    @Override
    protected boolean comparable(String type) {
        return !type.endsWith("LARGE OBJECT");
    }

    @Override
    protected Literals literals() {
        return new Literals() {
            @Override
            protected String floating(double number, Object asGiven) {
                return Double.isNaN(number) || Double.isInfinite(number)
                        ? "CAST('" + number + "' AS DOUBLE PRECISION)"
                        : super.floating(number, asGiven);
            }

            @Override
            protected String uuid(String text) {
                return "UUID '" + text + "'";
            }
        };
    }

    @Override
    protected String enumerationType(Enumeration type) {
        return type.values().stream()
                .map(value -> literal(new Literal(value)))
                .collect(Collectors.joining(", ", "ENUM(", ")"));
    }

    @Override
    protected String arrayType(ArrayType type) {
        return type(type.element()) + " ARRAY".repeat(type.dimensions());
    }

    /** https://h2database.com/html/commands.html#create_sequence */
    @Override
    public long usualCache() {
        return 32;
    }

    /** Some literals are told with the type that they were taken for: {@code CAST(1.5 AS DECFLOAT), JSON '{"a":1}'}. */
    @Override
    public Optional<Value> readDefault(String words, Type type) {
        return super.readDefault(CAST_NUMBER.matcher(words).replaceAll("$1").replaceFirst("^JSON (?=')", ""), type);
    }

    @Override
    public Type read(String words) {
        return TypeReading.enumeration(words).orElseGet(() -> super.read(words));
    }

    @Override
    public Catalogue catalogue() {
        return new H2Catalogue(this);
    }

    @Override
    public Server server() {
        return new H2Server();
    }

    @Override
    public ClientProfile clientProfile() {
        return ClientProfile.plain(
                "org.h2.tools.RunScript", "java -cp h2.jar org.h2.tools.RunScript -url URL -script FILE");
    }

    /** SIGNAL raises whatever error it is told (https://h2database.com/html/functions.html#signal). */
    @Override
    public List<String> assertion(String condition, String message, String tooLong) {
        return List.of("SELECT CASE WHEN " + condition + " THEN 1 ELSE SIGNAL('45000', " + literal(new Literal(message))
                + ") END");
    }

    /**
     * EXECUTE IMMEDIATE takes any expression, but no query (https://h2database.com/html/commands.html#execute_immediate),
     * so that a variable is set where nothing is to be done.
     */
    @Override
    public List<String> guarded(List<Guarded> stretches) {
        Set<String> frame = Set.of(clientProfile().begin(), clientProfile().commit());
        List<String> statements = new ArrayList<>();
        for (Guarded stretch : stretches) {
            for (String sql : stretch.statements()) {
                statements.add(
                        frame.contains(sql)
                                ? sql
                                : "EXECUTE IMMEDIATE CASE WHEN " + stretch.condition() + "\nTHEN "
                                        + literal(new Literal(sql)) + "\nELSE 'SET @skipped TRUE' END");
            }
        }
        return statements;
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard().with(ScriptRules.Trait.DOLLAR_QUOTES, ScriptRules.Trait.NESTED_COMMENTS);
    }

    @Override
    public int maxIdentifier() {
        return 256;
    }

    @Override
    public String scriptName(String catalogueName) {
        return Identifiers.fromCapitals(catalogueName);
    }

    /**
     * An alteration copies the table, drops it and gives the copy its name, each for itself; when the process ends amid it,
     * the copy stays (AlterTableAlterColumn in its source). It goes where the table is still there, else it takes its place,
     * as do its constraints and indexes.
     */
    @Override
    public Optional<String> remains() {
        return Optional.of("""
                WITH copy AS (COPIES),
                taking AS (SELECT * FROM copy WHERE NOT ORIGINAL)
                SELECT words FROM (
                    SELECT 1 AS place, 'DROP TABLE "' || s || '"."' || c || '" CASCADE' AS words FROM copy WHERE ORIGINAL
                    UNION ALL
                    SELECT 2, 'ALTER TABLE "' || s || '"."' || c || '" RENAME TO "' || ?2 || '"' FROM taking
                    UNION ALL
                    SELECT 3, 'ALTER TABLE "' || s || '"."' || ?2 || '" RENAME CONSTRAINT "' || constraint_name
                        || '" TO "' || SUBSTRING(constraint_name FROM CHAR_LENGTH(c) + 2) || '"'
                    FROM taking JOIN information_schema.table_constraints
                        ON table_schema = s AND table_name = c AND LOCATE(c || '_', constraint_name) = 1
                    UNION ALL
                    SELECT 4, 'ALTER INDEX "' || s || '"."' || index_name
                        || '" RENAME TO "' || SUBSTRING(index_name FROM CHAR_LENGTH(c) + 2) || '"'
                    FROM taking JOIN information_schema.indexes
                        ON table_schema = s AND table_name = c AND LOCATE(c || '_', index_name) = 1
                )
                ORDER BY place
                """.replace("COPIES", COPIES).replace("ORIGINAL", ORIGINAL));
    }

    @Override
    public Optional<String> standIn() {
        return Optional.of("SELECT c FROM (" + COPIES + ") WHERE NOT " + ORIGINAL);
    }
}
