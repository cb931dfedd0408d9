package io.limbeck.it;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A working copy, by the machine's own git. */
record Git(Path folder) {

    static Git init(Path folder) throws IOException, InterruptedException {
        Git git = new Git(folder);
        git.run("init", "--quiet", "--initial-branch=main", ".");
        return git;
    }

    Git cloneTo(Path other) throws IOException, InterruptedException {
        run("clone", "--quiet", folder.toString(), other.toString());
        return new Git(other);
    }

    void commit(String message) throws IOException, InterruptedException {
        run("add", "--all");
        run("commit", "--quiet", "--message", message);
    }

    void run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "git",
                "-c",
                "user.name=Somebody",
                "-c",
                "user.email=somebody@example.org",
                "-c",
                "commit.gpgSign=false"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("GIT_CONFIG_NOSYSTEM", "1");
        builder.environment().put("GIT_CONFIG_GLOBAL", folder.resolve("none").toString());
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError("git " + String.join(" ", arguments) + ": " + output);
        }
    }
}
