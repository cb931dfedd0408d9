package io.limbeck.dialect;

import io.limbeck.schema.Part;
import io.limbeck.sql.AdvisoryLock;
import io.limbeck.sql.LockBeside;
import io.limbeck.sql.LockWait;
import io.limbeck.sql.SessionMark;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What whoever talks to a server must know of it: its drivers, sessions and locks, and what its catalogue tells of names.
 * What a database has of its own, a subclass says.
 */
public class Server {

    private final List<String> urlPrefixes;
    private final String driverClass;
    private final String driverArtifact;

    /**
     * @param urlPrefixes the beginnings of the JDBC URLs that lead to this database; none where a URL does not tell it
     * @param driverClass the JDBC driver's class
     * @param driverArtifact the driver's Maven coordinates without a version, for messages
     */
    public Server(List<String> urlPrefixes, String driverClass, String driverArtifact) {
        this.urlPrefixes = List.copyOf(urlPrefixes);
        this.driverClass = driverClass;
        this.driverArtifact = driverArtifact;
    }

    /** The beginnings of the JDBC URLs that lead to this database. */
    public final List<String> urlPrefixes() {
        return urlPrefixes;
    }

    /** The JDBC driver's class. */
    public final String driverClass() {
        return driverClass;
    }

    /** The driver's Maven coordinates without a version, for messages. */
    public final String driverArtifact() {
        return driverArtifact;
    }

    /** The query for a server's description of itself, where its URL may lead to several kinds of servers. */
    public Optional<String> describingQuery() {
        return Optional.empty();
    }

    /** Whether a version is worded as this kind of server alone words it, so that it need not be asked what it is. */
    public boolean isOwnVersion(String productVersion) {
        return false;
    }

    /** The lock that the server keeps for a session, if it has such. */
    public Optional<AdvisoryLock> advisoryLock() {
        return Optional.empty();
    }

    /**
     * How the server tells its sessions apart, if an open transaction of one of them is in the way of the others and so
     * cannot be the lock.
     */
    public Optional<SessionMark> sessionMark() {
        return Optional.empty();
    }

    /** The lock in a file beside the database's own, if one writer shuts all others out. */
    public Optional<LockBeside> lockBeside() {
        return Optional.empty();
    }

    /** How long statements wait for the locks of others, where a session can say it. */
    public Optional<LockWait> lockWait() {
        return Optional.empty();
    }

    /**
     * The query for what tells the server's sessions apart, so that a pooler is noticed which serves one connection by
     * several of them, or several by one.
     */
    public Optional<String> sessionNumber() {
        return Optional.empty();
    }

    /**
     * The statement that leaves of a session nothing but what it began with, whatever was sent over it, if the server has
     * one.
     */
    public Optional<String> sessionReset() {
        return Optional.empty();
    }

    /** What is added to a SELECT so that it does not wait for another session's uncommitted rows, if anything is. */
    public String withoutWaiting() {
        return "";
    }

    /** The expression for the user who is connected. */
    public String currentUser() {
        return "CURRENT_USER";
    }

    /** How much of a VARCHAR's length a text takes. */
    public int length(String text) {
        return text.length();
    }

    /**
     * What is said of the version table once it is made, such as how the database is to look for its rows.
     *
     * @param table its name in SQL
     */
    public List<String> ofVersionTable(String table) {
        return List.of();
    }

    /**
     * The query that answers a row where a table is there, if it is quicker than JDBC's metadata.
     *
     * @param table its name as a literal
     * @param schema its schema's, too; empty for the session's own
     */
    public Optional<String> catalogueTable(String table, Optional<String> schema) {
        return Optional.empty();
    }

    /**
     * The SQLSTATEs by which a query fails for want of the table that it names, and for no other reason; none where the
     * server words it as it words something else, such as a missing privilege.
     */
    public Set<String> missingTable() {
        return Set.of();
    }

    /**
     * The query for each column's name, whole type and default in SQL, where JDBC's metadata misleads; its parameters are
     * schema and table.
     */
    public Optional<String> catalogueColumns() {
        return Optional.empty();
    }

    /**
     * The query for the names of all parts of a kind, where JDBC's metadata does not tell them: the schema is its first
     * parameter and, for what hangs on a table or an enumeration, that one's name its second. Empty where the catalogue
     * does not tell either.
     */
    public Optional<String> catalogueNames(Part.Kind kind) {
        return switch (kind) {
            case CONSTRAINT ->
                Optional.of("SELECT constraint_name FROM information_schema.table_constraints"
                        + " WHERE table_schema = ? AND table_name = ?");
            case SEQUENCE ->
                Optional.of("SELECT sequence_name FROM information_schema.sequences WHERE sequence_schema = ?");
            default -> Optional.empty();
        };
    }

    /**
     * The query for the names of a table's indexes that are of no use, such as those whose making was broken off; its
     * parameters are schema and table. Empty where the database leaves no such thing.
     */
    public Optional<String> brokenIndexes() {
        return Optional.empty();
    }

    /**
     * Queries whose answers are statements that drop what is neither table, view nor sequence, such as routines and types;
     * each takes the schema as its parameter.
     */
    public List<String> cleaning() {
        return List.of();
    }
}
