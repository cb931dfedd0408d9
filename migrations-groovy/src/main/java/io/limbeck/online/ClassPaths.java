package io.limbeck.online;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Says where a class loader looks. */
final class ClassPaths {

    private ClassPaths() {}

    /** Shape: a line {@code It was looked for in: a.jar, b.jar} below what stands before; empty where nobody knows. */
    static String described(ClassLoader loader) {
        if (!(loader instanceof URLClassLoader urls)) {
            return "";
        }
        String entries = Arrays.stream(urls.getURLs()).map(ClassPaths::name).collect(Collectors.joining(", "));
        return "\nIt was looked for in: " + (entries.isEmpty() ? "no entries" : entries);
    }

    private static String name(URL url) {
        String path = url.getPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }
}
