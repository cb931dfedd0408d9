package io.limbeck;

import io.limbeck.environment.Options;
import io.limbeck.environment.Settings;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.script.FileTemplate;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes new scripts, under the name that the file template gives, and runs what is to run on each. */
record ScriptWriting(Settings settings, Options options) {

    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    /**
     * Writes a script that does not exist yet.
     *
     * @param extension {@code groovy} or {@code sql}
     * @return the file
     * @throws LimbeckException when it cannot be written, or when a command or hook fails; then the file stays
     */
    Path write(String id, String message, String extension, String text) {
        FileTemplate names = settings.fileTemplate()
                .or(options::fileTemplate)
                .map(FileTemplate::of)
                .orElse(FileTemplate.DEFAULT);
        Path file = settings.migrations().resolve(names.name(id, message, extension, Instant.now()));
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException taken) {
            throw LimbeckException.setup(Problem.of(
                    "file-exists",
                    "there is a file " + file + " already",
                    "Put {rev} into the file template, or rename that file."));
        } catch (IOException unwritable) {
            throw LimbeckException.setup(
                    Problem.of("unwritable-file", "the script " + file + " cannot be written", unwritable.getMessage()),
                    unwritable);
        }
        options.postWrite().forEach(command -> run(command, file));
        settings.postWrite().forEach(command -> run(command, file));
        options.run(Options.Hook.POST_WRITE, file.toFile());
        return file;
    }

    private static void run(String command, Path file) {
        List<String> words = words(command, file.toAbsolutePath().toString());
        try {
            Process process =
                    new ProcessBuilder(words).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            int code = process.waitFor();
            if (code != 0) {
                throw failed(command, file, "it ended with " + code, output.strip(), null);
            }
        } catch (IOException unstartable) {
            throw failed(command, file, "it cannot be run", unstartable.getMessage(), unstartable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw failed(command, file, "it was interrupted", "", interrupted);
        }
    }

    /** The command's words, quotes holding together what belongs together. */
    static List<String> words(String command, String file) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            String text = word.group(1) != null ? word.group(1) : word.group(2) != null ? word.group(2) : word.group();
            words.add(text.replace("{file}", file));
        }
        if (!command.contains("{file}")) {
            words.add(file);
        }
        return words;
    }

    private static LimbeckException failed(String command, Path file, String fact, String output, Exception cause) {
        return LimbeckException.setup(
                Problem.of(
                        "post-write-failed",
                        "the command `" + command + "` failed on the new script: " + fact,
                        (output.isEmpty() ? "" : output + "\n") + "The script " + file + " was written and stays."),
                cause);
    }
}
