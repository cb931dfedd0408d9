package io.limbeck.dialect;

import io.limbeck.catalogue.Catalogue;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.type.Kind;
import java.util.Optional;

/** MySQL, from version 8.0.19 on. */
public final class MySql extends InnoDb {

    public MySql(Optional<Version> version) {
        super("mysql", version);
        types().word(Kind.UUID, "CHAR(36) CHARACTER SET ascii");
        supporting(Feature.EXPRESSION_INDEX);
        instead(
                Feature.PARTIAL_INDEX,
                "Index an expression that is null for all other rows: sql('(case when … then … end)').");
        instead(
                Feature.NULLS_NOT_DISTINCT,
                "Make a unique index on an expression that is never null: createIndex 't', [sql('(coalesce(a, 0))')],"
                        + " unique: true");
        instead(Feature.SEQUENCES, "Use an identity column, which counts by itself.");
        reserved("""
                accessible add all alter analyze and as asc asensitive before between bigint binary blob both by call
                cascade case change char character check collate column condition constraint continue convert create
                cross cube cume_dist current_date current_time current_timestamp current_user cursor database databases
                day_hour day_microsecond day_minute day_second dec decimal declare default delayed delete dense_rank
                desc describe deterministic distinct distinctrow div double drop dual each else elseif empty enclosed
                escaped except exists exit explain false fetch first_value float float4 float8 for force foreign from
                fulltext function generated get grant group grouping groups having high_priority hour_microsecond
                hour_minute hour_second if ignore in index infile inner inout insensitive insert int int1 int2 int3
                int4 int8 integer intersect interval into io_after_gtids io_before_gtids is iterate join json_table key
                keys kill lag last_value lateral lead leading leave left like limit linear lines load localtime
                localtimestamp lock long longblob longtext loop low_priority master_bind
                master_ssl_verify_server_cert match maxvalue mediumblob mediumint mediumtext middleint
                minute_microsecond minute_second mod modifies natural no_write_to_binlog not nth_value ntile null
                numeric of on optimize optimizer_costs option optionally or order out outer outfile over partition
                percent_rank precision primary procedure purge range rank read read_write reads real recursive
                references regexp release rename repeat replace require resignal restrict return revoke right rlike
                row row_number rows schema schemas second_microsecond select sensitive separator set show signal
                smallint spatial specific sql sql_big_result sql_calc_found_rows sql_small_result sqlexception sqlstate
                sqlwarning ssl starting stored straight_join system table terminated then tinyblob tinyint tinytext to
                trailing trigger true undo union unique unlock unsigned update usage use using utc_date utc_time
                utc_timestamp values varbinary varchar varcharacter varying virtual when where while window with write
                xor year_month zerofill
                """);
        if (atLeast(8, 4)) {
            reserved("manual parallel qualify tablesample");
        }
    }

    /** 8.0 went out of support in April 2026 (https://www.mysql.com/support/eol-notice.html). */
    @Override
    protected Version oldest() {
        return Version.of(8, 4);
    }

    @Override
    public Server server() {
        return new MySqlServer();
    }

    @Override
    public Catalogue catalogue() {
        return new MySqlCatalogue(this);
    }

    @Override
    boolean guardsNatively() {
        return false;
    }

    @Override
    boolean takesNotNullComputed() {
        return true;
    }

    /** MySQL Reference Manual, "CREATE TABLE and Generated Columns"; error 3109. */
    @Override
    boolean computesFromCounters() {
        return false;
    }

    @Override
    public ClientProfile clientProfile() {
        return profile("mysql");
    }
}
