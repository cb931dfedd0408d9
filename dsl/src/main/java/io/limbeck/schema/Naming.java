package io.limbeck.schema;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;

/**
 * The names of constraints and indexes that a script leaves unnamed.
 *
 * <p>A name past the limit is cut and given a hash of the whole, so that it stays the same and stays distinct.
 */
public final class Naming {

    /** What names what; a template's {@code {columns}} are joined by underscores. */
    public static final Map<String, String> CONVENTION = Map.of(
            "primaryKey", "pk_{table}",
            "unique", "uq_{table}_{columns}",
            "foreignKey", "fk_{table}_{columns}_{referred}",
            "check", "ck_{table}_{columns}",
            "exclude", "ex_{table}_{columns}",
            "index", "ix_{table}_{columns}");

    private static final int HASH_LENGTH = 8;

    private final Map<String, String> templates;
    private final int limit;

    private Naming(Map<String, String> templates, int limit) {
        this.templates = templates;
        this.limit = limit;
    }

    /**
     * The usual convention with some templates replaced.
     *
     * @param templates by the keys of {@link #CONVENTION}
     * @param limit the longest identifier that the database takes, in characters
     */
    public static Naming of(Map<String, String> templates, int limit) {
        Map<String, String> all = new HashMap<>(CONVENTION);
        all.putAll(templates);
        return new Naming(all, limit);
    }

    /** The keys under which a template can be replaced. */
    public static Set<String> kinds() {
        return CONVENTION.keySet();
    }

    public String primaryKey(Name table) {
        return name("primaryKey", table, List.of(), "");
    }

    public String unique(Name table, List<String> columns) {
        return name("unique", table, columns, "");
    }

    public String foreignKey(Name table, List<String> columns, Name referred) {
        return name("foreignKey", table, columns, referred.value());
    }

    public String columnCheck(Name table, String column) {
        return name("check", table, List.of(column), "");
    }

    /**
     * @param number counted from 1, in order of appearance
     */
    public String tableCheck(Name table, String number) {
        return name("check", table, List.of(number), "");
    }

    public String exclusion(Name table, List<String> elements) {
        return name("exclude", table, elements, "");
    }

    public String index(Name table, List<IndexPart> parts) {
        List<String> words = new ArrayList<>(parts.size());
        for (IndexPart part : parts) {
            words.add(word(part));
        }
        return name("index", table, words, "");
    }

    private String name(String kind, Name table, List<String> columns, String referred) {
        return cut(templates
                .get(kind)
                .replace("{table}", table.value())
                .replace("{columns}", String.join("_", columns))
                .replace("{referred}", referred));
    }

    private String cut(String name) {
        if (name.length() <= limit) {
            return name;
        }
        CRC32 hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        String suffix = String.format("%0" + HASH_LENGTH + "x", hash.getValue());
        return name.substring(0, limit - HASH_LENGTH - 1) + "_" + suffix;
    }

    private static String word(IndexPart part) {
        return part.expression()
                ? part.text()
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9]+", "_")
                        .replaceAll("^_+|_+$", "")
                : part.text();
    }
}
