package io.limbeck.script;

import java.text.Normalizer;
import java.util.Locale;

/** File names that tell what is inside. Shape: {@code a1b2c3d4e5f6_create_account.groovy} */
public final class Slug {

    private static final int LONGEST = 40;

    private Slug() {}

    /** A message as lower-case ASCII words, cut at a word's end; empty where it has none. */
    public static String of(String message) {
        String ascii = Normalizer.normalize(message, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_|_$", "");
        if (ascii.length() <= LONGEST) {
            return ascii;
        }
        int end = ascii.lastIndexOf('_', LONGEST);
        return ascii.substring(0, end > 0 ? end : LONGEST);
    }

    /**
     * The name of a new script's file.
     *
     * @param extension {@code groovy} or {@code sql}
     */
    public static String fileName(String revision, String message, String extension) {
        String slug = of(message);
        return revision + (slug.isEmpty() ? "" : "_" + slug) + "." + extension;
    }
}
