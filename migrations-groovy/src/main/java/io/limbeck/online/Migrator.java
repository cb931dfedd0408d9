package io.limbeck.online;

import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** Who migrates, for those who wait. */
final class Migrator {

    private Migrator() {}

    /** Shape: {@code build-7, process 4711} */
    static String description() {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            host = "this host";
        }
        return host + ", process " + ManagementFactory.getRuntimeMXBean().getPid();
    }
}
