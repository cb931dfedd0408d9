package io.limbeck.it.benchmark.run;

import io.limbeck.Limbeck;
import java.nio.file.Path;

/** Limbeck's job. Arguments: URL, user, password, folder. */
public final class RunLimbeck {

    private RunLimbeck() {}

    public static void main(String[] arguments) throws Exception {
        try (Limbeck limbeck = Limbeck.configure()
                .directory(Path.of(arguments[3]))
                .url(arguments[0])
                .username(arguments[1])
                .password(arguments[2])
                .scriptCache(Path.of(arguments[3], "target/scripts.bin"))
                .load()) {
            limbeck.upgrade("heads");
        }
        Peak.print();
    }
}
