package io.limbeck.it.benchmark.parts;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.operation.Operation;
import io.limbeck.plan.History;
import io.limbeck.revision.Revision;
import io.limbeck.schema.Naming;
import io.limbeck.schema.Schema;
import io.limbeck.script.GroovyScripts;
import io.limbeck.script.ScriptFile;
import io.limbeck.script.ScriptFolders;
import io.limbeck.script.ScriptRecorder;
import io.limbeck.sql.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.infra.Blackhole;

/** A history of literal scripts, part by part; each measures all scripts of the history together. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class Parts {

    private static final ClassLoader LOADER = Parts.class.getClassLoader();

    /** How many scripts. */
    @Param("10")
    public int size;

    private final Dialect dialect = Dialects.of("postgresql");
    private final List<Step> steps = new ArrayList<>();
    private Path folder;
    private List<ScriptFile> scripts;

    private record Step(Operation operation, Schema before) {}

    /** Scripts of which nobody has read more than the headers. */
    @State(Scope.Benchmark)
    public static class Unread {

        private List<ScriptFile> scripts;

        @Setup(Level.Invocation)
        public void read(Parts parts) {
            scripts = parts.headers();
        }
    }

    @Setup
    public void prepare() {
        folder = Path.of(System.getProperty(PartTimes.FOLDER), String.valueOf(size), "limbeck/migrations");
        scripts = headers();
        History history = new History(scripts);
        Schema state = Schema.EMPTY;
        try (GroovyScripts compiler = new GroovyScripts(LOADER)) {
            ScriptRecorder recorder = recorder(compiler);
            for (Revision revision : history.graph().revisions()) {
                for (Recorded recorded :
                        recorder.upgrade(history.script(revision)).operations()) {
                    Operation operation = recorded.operation().resolved(state);
                    steps.add(new Step(operation, state));
                    state = operation.apply(state);
                }
            }
        }
    }

    private ScriptRecorder recorder(GroovyScripts compiler) {
        return new ScriptRecorder(dialect, Naming.of(Map.of(), dialect.maxIdentifier()), false, Map.of(), compiler);
    }

    /** The floor: nobody knows what a script says without reading it. */
    @Benchmark
    public long bytes() throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += Files.readAllBytes(file).length;
            }
        }
        return bytes;
    }

    @Benchmark
    public List<ScriptFile> headers() {
        try (ScriptFolders folders = new ScriptFolders(LOADER)) {
            return folders.scripts(List.of(folder.toString()));
        }
    }

    @Benchmark
    public List<Revision> graph() {
        return new History(scripts).graph().heads();
    }

    @Benchmark
    public void reader(Unread unread, Blackhole sink) {
        try (GroovyScripts compiler = new GroovyScripts(LOADER)) {
            ScriptRecorder recorder = recorder(compiler);
            for (ScriptFile script : unread.scripts) {
                Recording recording = recorder.upgrade(script);
                sink.consume(recording.operations());
            }
        }
    }

    @Benchmark
    public Schema replay() {
        Schema state = Schema.EMPTY;
        for (Step step : steps) {
            state = step.operation().apply(state);
        }
        return state;
    }

    @Benchmark
    public void render(Blackhole sink) {
        for (Step step : steps) {
            List<Statement> statements = dialect.statements(step.operation(), step.before());
            sink.consume(statements);
        }
    }
}
