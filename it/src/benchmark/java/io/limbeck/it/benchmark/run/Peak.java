package io.limbeck.it.benchmark.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The memory that this process has had at most, printed without loading what would add to it. */
final class Peak {

    private Peak() {}

    /** Prints {@code peak} and kilobytes, where the system tells. */
    static void print() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return;
        }
        for (String line : Files.readAllLines(status)) {
            if (line.startsWith("VmHWM:")) {
                System.out.println("peak " + line.replaceAll("\\D", ""));
            }
        }
    }
}
