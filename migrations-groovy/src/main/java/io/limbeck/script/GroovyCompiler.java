package io.limbeck.script;

import groovy.lang.GroovyClassLoader;
import groovy.lang.GroovyCodeSource;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.codehaus.groovy.control.CompilationUnit;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.control.ErrorCollector;
import org.codehaus.groovy.control.MultipleCompilationErrorsException;
import org.codehaus.groovy.control.Phases;
import org.codehaus.groovy.control.messages.Message;
import org.codehaus.groovy.control.messages.SyntaxErrorMessage;
import org.codehaus.groovy.syntax.SyntaxException;
import org.codehaus.groovy.tools.GroovyClass;

/** Groovy's compiler, apart from {@link GroovyScripts} so that a run that needs none loads no class of it. */
final class GroovyCompiler implements AutoCloseable {

    private final ClassLoader parent;
    private final List<GroovyClassLoader> loaders = new ArrayList<>();

    GroovyCompiler(ClassLoader parent) {
        this.parent = parent;
    }

    /**
     * A script.
     *
     * @param base the class that it extends
     * @throws LimbeckException with every error of the compiler
     */
    CompiledScript script(SourceText source, Class<?> base) {
        try {
            return scripts(List.of(source), base).get(source);
        } catch (MultipleCompilationErrorsException errors) {
            throw LimbeckException.migration(problems(source, errors.getErrorCollector()));
        }
    }

    /**
     * Migration scripts in one unit, which takes less time than each by itself.
     *
     * @return nothing where one of them has errors, which are told best of it alone
     */
    Optional<Map<SourceText, CompiledScript>> together(Collection<SourceText> sources) {
        try {
            return Optional.of(scripts(sources, MigrationScript.class));
        } catch (MultipleCompilationErrorsException told) {
            return Optional.empty();
        }
    }

    /** The scripts, first with more parentheses, which is parsed fast; what is wrong with one is told of its own text. */
    private Map<SourceText, CompiledScript> scripts(Collection<SourceText> sources, Class<?> base) {
        try {
            return scripts(sources, base, Parentheses::in);
        } catch (MultipleCompilationErrorsException notSo) {
            return scripts(sources, base, SourceText::text);
        }
    }

    Map<SourceText, CompiledScript> scripts(
            Collection<SourceText> sources, Class<?> base, Function<SourceText, String> text) {
        Map<String, SourceText> byFile = new HashMap<>();
        sources.forEach(source -> byFile.put(file(source), source));
        StatementMarks marks = new StatementMarks(byFile);
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(base.getName());
        PureScripts pure = new PureScripts();
        configuration.addCompilationCustomizers(pure, marks);
        if (base == MigrationScript.class) {
            configuration.addCompilationCustomizers(new DirectWords());
        }
        configuration.getOptimizationOptions().put(CompilerConfiguration.INVOKEDYNAMIC, false);
        configuration.getOptimizationOptions().put(CompilerConfiguration.PARALLEL_PARSE, false);
        CompilationUnit unit = new CompilationUnit(configuration, null, loader(configuration));
        sources.forEach(source -> unit.addSource(file(source), text.apply(source)));
        unit.compile(Phases.CLASS_GENERATION);
        Map<SourceText, CompiledScript> compiled = new HashMap<>();
        for (SourceText source : sources) {
            String main = GroovyScripts.className(source.name());
            Map<String, byte[]> classes = new LinkedHashMap<>();
            for (GroovyClass each : unit.getClasses()) {
                boolean own = sources.size() == 1
                        || each.getName().equals(main)
                        || each.getName().startsWith(main + "$");
                if (own) {
                    classes.put(each.getName(), each.getBytes());
                }
            }
            compiled.put(source, new CompiledScript(main, classes, marks.of(source), pure.have(file(source))));
        }
        return compiled;
    }

    private static String file(SourceText source) {
        return GroovyScripts.className(source.name()) + ".groovy";
    }

    /**
     * A class of any source, such as {@code env.groovy}.
     *
     * @throws LimbeckException with every error of the compiler
     */
    Class<?> compiled(SourceText source, CompilerConfiguration configuration) {
        try {
            return compiled(source, Parentheses.in(source), configuration);
        } catch (MultipleCompilationErrorsException notSo) {
            try {
                return compiled(source, source.text(), configuration);
            } catch (MultipleCompilationErrorsException errors) {
                throw LimbeckException.migration(problems(source, errors.getErrorCollector()));
            }
        }
    }

    private Class<?> compiled(SourceText source, String text, CompilerConfiguration configuration) {
        return loader(configuration).parseClass(new GroovyCodeSource(text, file(source), "/limbeck"), false);
    }

    private GroovyClassLoader loader(CompilerConfiguration configuration) {
        GroovyClassLoader loader = new GroovyClassLoader(parent, configuration);
        loaders.add(loader);
        return loader;
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
                StringWriter text = new StringWriter();
                message.write(new PrintWriter(text));
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
