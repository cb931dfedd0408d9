package io.limbeck.script;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import io.limbeck.call.Site;
import io.limbeck.dsl.HearingScript.Surroundings;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recording;
import io.limbeck.dsl.SchemaScript;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntFunction;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;

/** Compiles Groovy scripts, in a class loader that goes with it. */
public final class GroovyScripts implements AutoCloseable {

    private final ClassLoader parent;
    private final List<GroovyClassLoader> loaders = new CopyOnWriteArrayList<>();

    /**
     * @param parent where the classes come from that scripts may use; it must see Limbeck's own
     */
    public GroovyScripts(ClassLoader parent) {
        this.parent = parent;
    }

    /**
     * A script's class, run once at its top level so that it knows its blocks.
     *
     * @throws LimbeckException with every error of the compiler, or what the top level threw
     */
    MigrationScript script(SourceText source, Surroundings surroundings) {
        Marked<MigrationScript> marked = marked(source, MigrationScript.class);
        running(source, () -> marked.script().prepare(surroundings, marked.sites(), Site.at(source.place())));
        return marked.script();
    }

    /**
     * Runs a script that says what the schema should be.
     *
     * @throws LimbeckException with every error of the compiler, or what the script threw
     */
    void declarations(SourceText source, Surroundings surroundings, Recording recording) {
        Marked<SchemaScript> marked = marked(source, SchemaScript.class);
        running(
                source,
                () -> marked.script().declare(surroundings, marked.sites(), Site.at(source.place()), recording));
    }

    /** A compiled script and the places of its statements. */
    private record Marked<T>(T script, IntFunction<Site> sites) {}

    private <T> Marked<T> marked(SourceText source, Class<T> base) {
        StatementMarks marks = new StatementMarks(source);
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(base.getName());
        configuration.addCompilationCustomizers(marks);
        Class<?> type = compiled(source, configuration);
        try {
            return new Marked<>(base.cast(type.getDeclaredConstructor().newInstance()), marks.sites()::get);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(source.name(), impossible);
        }
    }

    private static void running(SourceText source, Runnable script) {
        try {
            script.run();
        } catch (LimbeckException known) {
            throw known;
        } catch (Exception | StackOverflowError | AssertionError failure) {
            throw LimbeckException.migration(ScriptFailure.of(source, failure));
        }
    }

    /** A class compiled from any source, such as {@code env.groovy}. */
    public Class<?> compiled(SourceText source, CompilerConfiguration configuration) {
        GroovyClassLoader loader = new GroovyClassLoader(parent, configuration);
        loaders.add(loader);
        try {
            return loader.parseClass(
                    new GroovyCodeSource(source.text(), className(source.name()) + ".groovy", "/limbeck"), false);
        } catch (MultipleCompilationErrorsException errors) {
            throw LimbeckException.migration(problems(source, errors.getErrorCollector()));
        }
    }

    /** The class that a script becomes; those of its closures begin so too. */
    static String className(String file) {
        String stem = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.groovy$", "");
        return "Script_" + stem.replaceAll("[^A-Za-z0-9_]", "_");
    }

    private static List<Problem> problems(SourceText source, ErrorCollector errors) {
        List<Problem> problems = new ArrayList<>();
        for (Message message : errors.getErrors()) {
            if (message instanceof SyntaxErrorMessage syntax) {
                SyntaxException cause = syntax.getCause();
                int line = Math.min(Math.max(cause.getStartLine(), 1), source.lines());
                problems.add(Problem.at(
                        new Place(source.name(), line, Math.max(cause.getStartColumn(), 1), source.line(line)),
                        "syntax",
                        cause.getOriginalMessage().strip(),
                        null));
            } else {
                java.io.StringWriter text = new java.io.StringWriter();
                message.write(new java.io.PrintWriter(text));
                problems.add(
                        Problem.at(source.place(), "syntax", text.toString().strip(), null));
            }
        }
        return problems;
    }

    @Override
    public void close() {
        for (GroovyClassLoader loader : loaders) {
            try {
                loader.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
