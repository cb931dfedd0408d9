package io.limbeck.online;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Who migrates, for those who wait. */
final class Migrator {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private Migrator() {}

    /** Shape: {@code build-7, process 4711, since 2026-11-23 06:18:21} */
    static String description() {
        return who() + ", since " + now();
    }

    /** Shape: {@code build-7, process 4711, at b2 since 2026-11-23 06:18:21} */
    static String description(String revision) {
        return who() + ", at " + revision + " since " + now();
    }

    /** The same without a time, in so few characters; a long host makes room for the rest. */
    static String description(Optional<String> revision, int room) {
        String process = ", process " + ProcessHandle.current().pid()
                + revision.map(id -> ", at " + id).orElse("");
        String host = host();
        int left = Math.max(0, room - process.length());
        String all = (host.length() <= left ? host : host.substring(0, left)) + process;
        return all.substring(0, Math.min(all.length(), room));
    }

    private static String who() {
        return host() + ", process " + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "this host";
        }
    }

    private static String now() {
        return text(LocalDateTime.now(ZoneId.systemDefault()));
    }

    /** To the second, {@code 2026-11-23 06:18:00} on the whole minute too. */
    static String text(LocalDateTime time) {
        return TIME.format(time);
    }
}
