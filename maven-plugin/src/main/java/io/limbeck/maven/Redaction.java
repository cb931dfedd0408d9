package io.limbeck.maven;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes passwords out of whatever is to be shown, wherever it comes from. */
final class Redaction {

    private static final String MASK = "***";

    /** Shapes: {@code ?password=…}, {@code ;pwd=…}, {@code :user/password@}, {@code //user:password@}. */
    private static final Pattern IN_URL = Pattern.compile(
            "(?i)(?<=[?&;,(](?:\\w{0,40}(?:password|passphrase|secret|token)|pwd|pass)\\s{0,4}=)[^&;,)]*"
                    + "|(?<=//[^/@:?;]{1,200}:)[^/@?;]+(?=@)"
                    + "|(?<=:[^/@:?;]{1,200}/)[^/@?;]+(?=@)");

    private static final Pattern SECRET_NAME = Pattern.compile("(?i).*(password|passphrase|secret|token|pwd).*");

    /** Where there is nothing to hide. */
    static final Redaction NONE = new Redaction(List.of());

    private final List<String> secrets;

    /** The longest first, as others may be parts of it. */
    private Redaction(Collection<String> secrets) {
        this.secrets = new ArrayList<>(secrets.size());
        for (String secret : secrets) {
            if (secret.length() > 2 && !this.secrets.contains(secret)) {
                this.secrets.add(secret);
            }
        }
        if (this.secrets.size() > 1) {
            this.secrets.sort(Comparator.comparing(String::length).reversed());
        }
    }

    /**
     * @param password may be null
     * @param url may be null, and may hold a password
     * @param properties of the connection; those that are named like secrets are secret
     */
    static Redaction of(String password, String url, Map<String, String> properties) {
        List<String> secrets = new ArrayList<>();
        if (password != null) {
            secrets.add(password);
        }
        if (url != null) {
            Matcher found = IN_URL.matcher(url);
            while (found.find()) {
                secrets.add(found.group());
            }
        }
        for (Map.Entry<String, String> property : properties.entrySet()) {
            if (SECRET_NAME.matcher(property.getKey()).matches()) {
                secrets.add(property.getValue());
            }
        }
        return new Redaction(secrets);
    }

    /** What hides the secrets of both. */
    Redaction and(Redaction other) {
        List<String> all = new ArrayList<>(secrets);
        all.addAll(other.secrets);
        return new Redaction(all);
    }

    /** A URL without what stands in it for a password. */
    static String url(String url) {
        return IN_URL.matcher(url).replaceAll(MASK);
    }

    /** A URL without user and password, so that it may be handed on. */
    static String bareUrl(String url) {
        return url.replaceAll("(?i)(?<=//)[^/@?;]*@", "")
                .replaceAll("(?i)(?<=:thin:)[^/@?;]+/[^@]*(?=@)", "")
                .replaceAll("(?i)(;)(?:user(?:name)?|password|pwd)=[^;]*", "")
                .replaceAll("(?i)(?<=[?&])(?:user(?:name)?|password|pwd)=[^&]*&?", "")
                .replaceAll("[?&]$", "");
    }

    String text(String text) {
        String shown = text;
        for (String secret : secrets) {
            shown = shown.replace(secret, MASK);
        }
        return shown;
    }

    /** A failure as it may be shown with {@code -e}: itself, unless a password stands in it. */
    Throwable failure(Throwable failure) {
        return failure != null && tells(failure, 0) ? copy(failure, 0) : failure;
    }

    private boolean tells(Throwable failure, int depth) {
        return failure != null
                && depth < 50
                && (!text(String.valueOf(failure.getMessage())).equals(String.valueOf(failure.getMessage()))
                        || tells(failure.getCause(), depth + 1)
                        || List.of(failure.getSuppressed()).stream().anyMatch(each -> tells(each, depth + 1)));
    }

    private Throwable copy(Throwable failure, int depth) {
        if (failure == null || depth == 50) {
            return null;
        }
        Throwable copy = new Exception(text(failure.toString()), copy(failure.getCause(), depth + 1));
        copy.setStackTrace(failure.getStackTrace());
        for (Throwable suppressed : failure.getSuppressed()) {
            copy.addSuppressed(copy(suppressed, depth + 1));
        }
        return copy;
    }
}
