package io.limbeck.maven;

import groovy.json.JsonOutput;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.apache.maven.plugin.logging.Log;

/** What a goal says: lines in the log, or one JSON document on standard output. */
final class Output {

    /** The columns of a line behind Maven's {@code [INFO] } in a terminal of 80. */
    static final int WIDTH = 73;

    private final Log log;
    private final boolean json;
    private final PrintStream standard;

    Output(Log log, boolean json, PrintStream standard) {
        this.log = log;
        this.json = json;
        this.standard = standard;
    }

    /**
     * Standard output itself. Maven 4 puts the log in front of {@link System#out}, where a document would get
     * decorated line by line.
     *
     * @param mavenVersion such as {@code 3.9.16}
     */
    static PrintStream standard(String mavenVersion) {
        return mavenVersion.startsWith("3.")
                ? System.out
                : new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
    }

    boolean isJson() {
        return json;
    }

    /** A line for people; programs get the document instead. */
    void line(String text) {
        if (json) {
            log.debug(text);
        } else {
            log.info(text);
        }
    }

    void lines(List<String> texts) {
        for (String text : texts) {
            line(text);
        }
    }

    void warning(String text) {
        log.warn(text);
    }

    /** The answer for programs; people got lines. */
    void document(Map<String, ?> document) {
        if (json) {
            String pretty = JsonOutput.prettyPrint(JsonOutput.toJson(document));
            // a line end within a string is escaped, so these are empty arrays
            raw(pretty.replaceAll("\\[\\s*\\n\\s*]", "[]") + System.lineSeparator());
        }
    }

    /** Text on standard output, as it is. */
    void raw(String text) {
        OutputStreamWriter writer = new OutputStreamWriter(standard, StandardCharsets.UTF_8);
        try {
            writer.write(text);
            writer.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        standard.flush();
    }
}
