package io.limbeck.it.crash;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A {@link Victim} in a process of its own. */
record Child(Process process, BufferedReader output, List<String> heard) implements AutoCloseable {

    static Child start(List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dderby.stream.error.field=io.limbeck.it.crash.Child.NOWHERE",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName()));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        return new Child(process, process.inputReader(StandardCharsets.UTF_8), new ArrayList<>());
    }

    /** Where Derby's log of a child goes. */
    public static final OutputStream NOWHERE = OutputStream.nullOutputStream();

    /** Reads on until the child says a word; the line, or nothing when it ends without. */
    Optional<String> hear(String word) throws IOException {
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            heard.add(line);
            if (line.startsWith(word)) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Lets a child go on that waits. */
    void release() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** SIGKILL, where there are signals. */
    void kill() {
        process.destroyForcibly();
        await();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int await() {
        try {
            if (!process.waitFor(5, TimeUnit.MINUTES)) {
                throw new IllegalStateException("a child does not end: " + heard);
            }
            return process.exitValue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        output.close();
    }
}
