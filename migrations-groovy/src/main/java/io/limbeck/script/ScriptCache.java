package io.limbeck.script;

import io.limbeck.dsl.HearingScript.Surroundings;
import io.limbeck.script.CompiledScript.Mark;
import io.limbeck.script.literal.Said;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * One file of compiled scripts, by what they are made of: their text, and the versions of Groovy, Limbeck and Java. Of
 * some it keeps besides what they say, by all that they can know of the run.
 *
 * <p>It is written whole and moved into its place, so builds side by side do each other no harm; the last one's stays. A
 * file that is damaged or of another version counts as none.
 */
final class ScriptCache {

    /** Changes whenever something else is made of the same script. */
    private static final int FORMAT = 4;

    /** How many scripts are kept that the run did not ask for, such as former texts of those it did. */
    private static final int UNUSED = 2_000;

    private static final int SUM = Long.BYTES;

    private final Path file;
    private final Set<String> used = new HashSet<>();
    private Map<String, byte[]> entries;
    private boolean changed;

    ScriptCache(Path file) {
        this.file = file;
    }

    Optional<CompiledScript> find(SourceText source) {
        return find(key(text(source)), ScriptCache::script);
    }

    void add(SourceText source, CompiledScript script) {
        add(key(text(source)), out -> write(script, out));
    }

    /** What a script is known to say in a block, in such surroundings. */
    Optional<Said> said(SourceText source, Surroundings about, boolean down) {
        return find(key(block(source, about, down)), Said::read);
    }

    void add(SourceText source, Surroundings about, boolean down, Said said) {
        add(key(block(source, about, down)), said::write);
    }

    /** Makes something of what is in the file. */
    @FunctionalInterface
    private interface Reading<T> {
        T of(DataInputStream in) throws IOException;
    }

    @FunctionalInterface
    private interface Writing {
        void to(DataOutputStream out) throws IOException;
    }

    private <T> Optional<T> find(String key, Reading<T> reading) {
        byte[] found = entries().get(key);
        if (found == null) {
            return Optional.empty();
        }
        used.add(key);
        try {
            return Optional.of(reading.of(new DataInputStream(new ByteArrayInputStream(found))));
        } catch (IOException | RuntimeException unknown) {
            return Optional.empty();
        }
    }

    private void add(String key, Writing writing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            writing.to(new DataOutputStream(bytes));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        entries().put(key, bytes.toByteArray());
        used.add(key);
        changed = true;
    }

    /** Writes the file if there is more to keep than it has; where it cannot be written the next run compiles again. */
    void save() {
        if (!changed) {
            return;
        }
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path written = Files.createTempFile(folder, "scripts", ".tmp");
            try {
                Files.write(written, bytes());
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(written);
            }
        } catch (IOException unwritable) {
            changed = true;
        }
    }

    private Map<String, byte[]> entries() {
        if (entries == null) {
            entries = new LinkedHashMap<>();
            try {
                if (Files.exists(file)) {
                    entries = read(Files.readAllBytes(file));
                }
            } catch (IOException | RuntimeException damaged) {
                entries = new LinkedHashMap<>();
            }
        }
        return entries;
    }

    // ---- keys

    private static List<String> text(SourceText source) {
        return List.of(GroovyScripts.className(source.name()), source.text());
    }

    /** All that such a script knows of the run that it is part of; the locale is what Java's own methods ask for. */
    private static List<String> block(SourceText source, Surroundings about, boolean down) {
        List<String> parts = new ArrayList<>(text(source));
        parts.add(down ? "downgrade" : "upgrade");
        parts.add(about.dialect());
        parts.add(String.valueOf(about.offline()));
        parts.add(Locale.getDefault().toString());
        return parts;
    }

    private static String key(List<String> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static String versions() {
        return FORMAT + " " + version(groovy.lang.Script.class) + " " + version(ScriptCache.class) + " "
                + System.getProperty("java.specification.version");
    }

    private static String version(Class<?> of) {
        return String.valueOf(of.getPackage().getImplementationVersion());
    }

    // ---- the file: versions, keys and what is kept by them, a sum of all that

    private byte[] bytes() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeUTF(versions());
        int spare = UNUSED;
        for (Map.Entry<String, byte[]> entry : entries().entrySet()) {
            if (used.contains(entry.getKey()) || spare-- > 0) {
                out.writeUTF(entry.getKey());
                out.writeInt(entry.getValue().length);
                out.write(entry.getValue());
            }
        }
        out.writeUTF("");
        out.writeLong(sum(bytes.toByteArray(), bytes.size()));
        return bytes.toByteArray();
    }

    private static void write(CompiledScript script, DataOutputStream out) throws IOException {
        out.writeUTF(script.main());
        out.writeInt(script.classes().size());
        for (Map.Entry<String, byte[]> type : script.classes().entrySet()) {
            out.writeUTF(type.getKey());
            out.writeInt(type.getValue().length);
            out.write(type.getValue());
        }
        out.writeBoolean(script.pure());
        out.writeInt(script.marks().size());
        for (Mark mark : script.marks()) {
            out.writeInt(mark.offset());
            out.writeInt(mark.words().size());
            for (Map.Entry<String, Integer> word : mark.words().entrySet()) {
                byte[] text = word.getKey().getBytes(StandardCharsets.UTF_8);
                out.writeInt(text.length);
                out.write(text);
                out.writeInt(word.getValue());
            }
        }
    }

    private static Map<String, byte[]> read(byte[] bytes) throws IOException {
        Map<String, byte[]> found = new LinkedHashMap<>();
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes));
        in.skipBytes(bytes.length - SUM);
        if (bytes.length < SUM || in.readLong() != sum(bytes, bytes.length - SUM)) {
            return found;
        }
        in = new DataInputStream(new ByteArrayInputStream(bytes));
        if (!in.readUTF().equals(versions())) {
            return found;
        }
        for (String key = in.readUTF(); !key.isEmpty(); key = in.readUTF()) {
            found.put(key, in.readNBytes(in.readInt()));
        }
        return found;
    }

    private static CompiledScript script(DataInputStream in) throws IOException {
        String main = in.readUTF();
        Map<String, byte[]> classes = new LinkedHashMap<>();
        for (int types = in.readInt(); types > 0; types--) {
            String name = in.readUTF();
            classes.put(name, in.readNBytes(in.readInt()));
        }
        boolean pure = in.readBoolean();
        List<Mark> marks = new ArrayList<>();
        for (int statements = in.readInt(); statements > 0; statements--) {
            int offset = in.readInt();
            Map<String, Integer> words = new HashMap<>();
            for (int each = in.readInt(); each > 0; each--) {
                String word = new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
                words.put(word, in.readInt());
            }
            marks.add(new Mark(offset, words));
        }
        return new CompiledScript(main, classes, marks, pure);
    }

    private static long sum(byte[] bytes, int length) {
        CRC32 sum = new CRC32();
        sum.update(bytes, 0, length);
        return sum.getValue();
    }
}
