package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.operation.AlterSequence;
import io.limbeck.operation.CreateSequence;
import io.limbeck.operation.Operation;
import io.limbeck.schema.Schema;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.type.Kind;
import java.util.List;
import java.util.Optional;

/** MariaDB, from version 10.6 on. */
public final class MariaDb extends InnoDb {

    public MariaDb(Optional<Version> version) {
        super("mariadb", version);
        types().word(Kind.UUID, atLeast(10, 7) ? "UUID" : "CHAR(36) CHARACTER SET ascii");
        supporting(Feature.SEQUENCES, Feature.SEQUENCE_CACHE);
        String computed = "Add a computed column that is null for all other rows, and index that.";
        instead(Feature.PARTIAL_INDEX, computed);
        instead(Feature.EXPRESSION_INDEX, "Add a computed column and index that.");
        instead(
                Feature.NULLS_NOT_DISTINCT,
                "Add a computed column that is never null, such as computed: 'coalesce(a, 0)', and make that unique.");
        differs(CreateSequence.class, this::sequence);
        differs(AlterSequence.class, this::sequence);
        reserved("""
                accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call
                cascade case cast change char character check collate column condition constraint continue convert count
                create cross current_date current_role current_time current_timestamp current_user cursor databases
                day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete
                delete_domain_id desc describe deterministic distinct distinctrow div do_domain_ids double drop dual
                each else elseif enclosed escaped except exists exit explain false fetch float float4 float8 for force
                foreign from fulltext grant group having high_priority hour_microsecond hour_minute hour_second if
                ignore ignore_domain_ids in index infile inner inout insensitive insert int int1 int2 int3 int4 int8
                integer intersect interval into is iterate join key keys kill leading leave left like limit linear lines
                load localtime localtimestamp lock long longblob longtext loop low_priority
                master_ssl_verify_server_cert match max maxvalue mediumblob mediumint mediumtext middleint min
                minute_microsecond minute_second mod modifies natural no_write_to_binlog not null numeric offset on
                optimize optionally or order out outer outfile over page_checksum parse_vcol_expr partition portion
                position precision primary procedure purge range read read_write reads real recursive ref_system_id
                references regexp release rename repeat replace require resignal restrict return returning revoke right
                rlike row_number rows schemas second_microsecond select sensitive separator set show signal smallint
                spatial specific sql sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate
                sqlwarning ssl starting stats_auto_recalc stats_persistent stats_sample_pages straight_join substr
                substring sum table terminated then tinyblob tinyint tinytext to trailing trigger trim true undo union
                unique unlock unsigned update usage use using utc_date utc_time utc_timestamp value values varbinary
                varchar varcharacter varying when where while with write xor year_month zerofill
                """);
    }

    /** 10.6 went out of support in July 2026 (https://mariadb.org/about/#maintenance-policy). */
    @Override
    protected Version oldest() {
        return Version.of(10, 11);
    }

    /** {@code NOCYCLE} is one word (MariaDB documentation, "CREATE SEQUENCE"). */
    private List<String> sequence(Operation operation, Schema before) {
        return operation.standardSql(this, before).stream()
                .map(statement -> statement.replace(" NO CYCLE", " NOCYCLE"))
                .toList();
    }

    /** https://mariadb.com/docs/server/reference/sql-structure/sequences/create-sequence */
    @Override
    protected Optional<Long> leastOfSequence(boolean ascending) {
        return Optional.of(ascending ? 1L : Long.MIN_VALUE + 1);
    }

    @Override
    protected Optional<Long> greatestOfSequence(boolean ascending) {
        return Optional.of(ascending ? Long.MAX_VALUE - 1 : -1L);
    }

    @Override
    public long usualCache() {
        return 1000;
    }

    /**
     * The expression is kept in the server's own words, where a string that was written as bytes with a character set
     * becomes one in quotes, with those within not escaped (seen on 11.4).
     */
    @Override
    String largeDefault(String literal) {
        return literal.replaceFirst("^_utf8mb4 (X'.*')$", "CONVERT($1 USING utf8mb4)");
    }

    @Override
    public Server server() {
        return new MariaDbServer();
    }

    @Override
    public Catalogue catalogue() {
        return new MariaDbCatalogue(this);
    }

    @Override
    boolean guardsNatively() {
        return true;
    }

    /** MariaDB documentation, "Generated (Virtual and Persistent/Stored) Columns", "Limitations". */
    @Override
    boolean takesNotNullComputed() {
        return false;
    }

    /** Only of a stored one is it an error (1901). */
    @Override
    boolean computesFromCounters() {
        return true;
    }

    /** The driver sends a batch of inserts as one packet (MariaDB Connector/J, {@code useBulkStmtsForInserts}). */
    @Override
    public boolean sendsRowsAsText() {
        return false;
    }

    @Override
    public ClientProfile clientProfile() {
        return profile("mariadb");
    }
}
