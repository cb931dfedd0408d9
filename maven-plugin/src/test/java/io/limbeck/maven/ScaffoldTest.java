package io.limbeck.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScaffoldTest {

    @TempDir
    Path folder;

    @Test
    void whatIsThereStaysAsItIs() throws Exception {
        Files.writeString(folder.resolve("env.groovy"), "// mine");
        Scaffold.Outcome outcome = new Scaffold(folder).write();
        assertThat(outcome.kept()).containsExactly(folder.resolve("env.groovy"));
        assertThat(outcome.written()).hasSize(2);
        assertThat(folder.resolve("env.groovy")).hasContent("// mine");
    }

    @Test
    void aSecondTimeWritesNothing() {
        new Scaffold(folder).write();
        Scaffold.Outcome again = new Scaffold(folder).write();
        assertThat(again.written()).isEmpty();
        assertThat(again.kept()).hasSize(3);
    }

    @Test
    void aFirstRevisionIsUntouchedUntilSomebodyEditsIt() throws Exception {
        Scaffold scaffold = new Scaffold(folder);
        assertThat(scaffold.untouched()).isEmpty();
        scaffold.write();
        Path first = scaffold.untouched().orElseThrow();
        assertThat(first.getFileName().toString()).matches("[0-9a-f]{12}_first_revision.groovy");
        Files.writeString(first, Files.readString(first) + "\n// edited\n");
        assertThat(scaffold.untouched()).isEmpty();
    }
}
