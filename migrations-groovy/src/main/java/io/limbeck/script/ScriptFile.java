package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * A migration script as it was found, read as text alone.
 *
 * <p>Of a Groovy script with a plain header, what stands behind the header is read when somebody asks for it.
 */
public final class ScriptFile {

    private static final char BYTES = '~';

    private final String name;
    private final Header header;
    private final ScriptFolder within;
    private final Optional<SqlScript> sql;
    private final long bytesSum;
    private byte[] unread;
    private SourceText source;
    private boolean wasRead;
    private Outline outline;

    private ScriptFile(
            String name,
            Header header,
            ScriptFolder within,
            Optional<SqlScript> sql,
            long bytesSum,
            byte[] unread,
            Outline outline) {
        this.name = name;
        this.header = header;
        this.within = within;
        this.sql = sql;
        this.bytesSum = bytesSum;
        this.unread = unread;
        this.outline = outline;
    }

    /**
     * A Groovy script; all of it is read where the header is not plain.
     *
     * @throws LimbeckException as {@link Outline#read} and {@link SourceText#decode} do
     */
    static ScriptFile groovy(String name, byte[] bytes, ScriptFolder within) {
        Optional<Header> plain = PlainHeader.read(name, bytes);
        if (plain.isPresent()) {
            return new ScriptFile(name, plain.get(), within, Optional.empty(), sum(bytes), bytes, null);
        }
        Outline whole = Outline.read(SourceText.decode(name, bytes));
        return new ScriptFile(name, whole.header(), within, Optional.empty(), sum(bytes), null, whole);
    }

    /** An SQL script, which was read from these bytes. */
    static ScriptFile of(SqlScript script, byte[] bytes, ScriptFolder within) {
        return new ScriptFile(
                script.source().name(), script.header(), within, Optional.of(script), sum(bytes), null, null);
    }

    private static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    /**
     * Reads what has not been read yet.
     *
     * @throws LimbeckException with the problems of every script
     */
    public static void readAll(Collection<ScriptFile> scripts) {
        List<Problem> problems = new ArrayList<>();
        for (ScriptFile script : scripts) {
            try {
                script.readOnce();
            } catch (LimbeckException unreadable) {
                problems.addAll(unreadable.problems());
            }
        }
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
    }

    public Header header() {
        return header;
    }

    /** The outline, if it is a Groovy script. */
    public synchronized Optional<Outline> groovy() {
        if (unread != null) {
            source = SourceText.decodePlain(name, unread);
            unread = null;
        }
        if (outline == null && source != null) {
            outline = Outline.read(source, header);
            wasRead = true;
        }
        return Optional.ofNullable(outline);
    }

    private synchronized void readOnce() {
        if (!wasRead) {
            groovy();
        }
    }

    /** Forgets the outline, which takes many times the room of the text; it is made again when somebody asks for it. */
    public synchronized void release() {
        if (outline != null) {
            source = outline.source();
            outline = null;
        }
    }

    /** The sections, if it is an SQL script. */
    public Optional<SqlScript> sql() {
        return sql;
    }

    /** Where files that it names lie. */
    public Path folder() {
        return within.file(name).getParent();
    }

    public SourceText source() {
        return sql.map(SqlScript::source).orElseGet(this::groovySource);
    }

    private synchronized SourceText groovySource() {
        return source == null ? groovy().orElseThrow().source() : source;
    }

    /** The file below its location, with {@code /} between folders. */
    public String name() {
        return name;
    }

    /** Tells by the script's tokens whether it says what it said. */
    public String checksum() {
        return sql.map(SqlScript::checksum)
                .orElseGet(() -> groovy().orElseThrow().checksum());
    }

    /**
     * The checksum, and behind it the sum of the file's bytes, by which a script that is as it was can be told without
     * reading it. Shape: {@code 1:…~9f3a01bc}
     */
    public String fingerprint() {
        return checksum() + BYTES + bytesSum();
    }

    /**
     * Whether the script says what it said when its fingerprint was taken, or its checksum.
     *
     * @param taken null where somebody has taken it out of the row, so that nothing tells
     * @throws LimbeckException when its bytes are others and cannot be read
     */
    public boolean isStill(String taken) {
        if (taken == null) {
            return false;
        }
        int mark = taken.indexOf(BYTES);
        return mark < 0
                ? checksum().equals(taken)
                : taken.startsWith(bytesSum(), mark + 1) || checksum().equals(taken.substring(0, mark));
    }

    private String bytesSum() {
        return HexFormat.of().toHexDigits(bytesSum, 8);
    }

    /** Whether the script says itself how it is undone. */
    public boolean hasDowngrade() {
        return sql.map(script -> script.downgrade().isPresent())
                .orElseGet(() -> groovy().orElseThrow().hasDowngrade());
    }
}
