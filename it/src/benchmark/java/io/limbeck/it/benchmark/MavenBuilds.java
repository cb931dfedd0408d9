package io.limbeck.it.benchmark;

import java.nio.file.Path;
import java.util.List;

/** Builds that have nothing to migrate. */
record MavenBuilds(Options options, Path home) {

    List<Result> results(int size) {
        return List.of();
    }
}
