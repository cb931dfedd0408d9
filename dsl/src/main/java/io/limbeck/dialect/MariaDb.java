package io.limbeck.dialect;

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

    @Override
    boolean guardsNatively() {
        return true;
    }

    /** MariaDB documentation, "Generated (Virtual and Persistent/Stored) Columns", "Limitations". */
    @Override
    boolean takesNotNullComputed() {
        return false;
    }

    @Override
    public List<String> urlPrefixes() {
        return List.of("jdbc:mariadb:");
    }

    @Override
    public String driverClass() {
        return "org.mariadb.jdbc.Driver";
    }

    @Override
    public String driverArtifact() {
        return "org.mariadb.jdbc:mariadb-java-client";
    }

    @Override
    public ClientProfile clientProfile() {
        return profile("mariadb");
    }
}
