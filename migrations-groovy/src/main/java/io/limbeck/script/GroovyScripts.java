package io.limbeck.script;

import io.limbeck.call.Site;
import io.limbeck.dsl.HearingScript.Surroundings;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import io.limbeck.dsl.SchemaScript;
import io.limbeck.error.LimbeckException;
import io.limbeck.script.literal.Said;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.codehaus.groovy.control.CompilerConfiguration;

/** The scripts that hold real Groovy: compiled, several at once where several are known, or as a former run kept them. */
public final class GroovyScripts implements AutoCloseable {

    /** Words that make classes, which a script keeps for itself. */
    private static final Set<String> DECLARING = Set.of("class", "interface", "enum", "trait", "record");

    /** What says more than so many operations is not kept: to make sure of it would take more than it saves. */
    private static final int MOST_OPERATIONS = 1_000;

    private final ClassLoader parent;
    private final Map<SourceText, CompiledScript> compiled = new HashMap<>();
    private final Optional<Path> cacheFile;
    private ScriptCache cache;
    private GroovyCompiler compiler;

    /**
     * @param parent where the classes come from that scripts may use; it must see Limbeck's own
     */
    public GroovyScripts(ClassLoader parent) {
        this(parent, Optional.empty());
    }

    /**
     * @param cacheFile the file that keeps what was compiled, for later runs; empty to keep nothing
     */
    public GroovyScripts(ClassLoader parent, Optional<Path> cacheFile) {
        this.parent = parent;
        this.cacheFile = cacheFile;
    }

    /** Whether a script is compiled already, or by itself: what it declares would be seen by those beside it. */
    synchronized boolean isAlone(Outline script) {
        return kept(script.source()).isPresent()
                || script.tokens().stream()
                        .anyMatch(token -> token.kind() != Token.Kind.STRING && DECLARING.contains(token.text()));
    }

    /** Compiles scripts together if they can be, before they are asked for one by one. */
    synchronized void compile(List<SourceText> sources) {
        Set<String> names = new HashSet<>();
        boolean distinct = sources.stream().allMatch(source -> names.add(className(source.name())));
        if (sources.size() > 1 && distinct) {
            compiler().together(sources).ifPresent(all -> all.forEach(this::keep));
        }
    }

    private Optional<CompiledScript> kept(SourceText source) {
        return Optional.ofNullable(compiled.get(source)).or(() -> cache().flatMap(known -> known.find(source)));
    }

    private CompiledScript keep(SourceText source, CompiledScript script) {
        compiled.put(source, script);
        cache().ifPresent(known -> known.add(source, script));
        return script;
    }

    /**
     * A script's class, run once at its top level so that it knows its blocks.
     *
     * @throws LimbeckException with every error of the compiler, or what the top level threw
     */
    synchronized MigrationScript script(SourceText source, Surroundings surroundings) {
        CompiledScript made =
                kept(source).orElseGet(() -> keep(source, compiler().script(source, MigrationScript.class)));
        List<Site> sites = made.sites(source);
        return running(source, () -> {
            MigrationScript script = (MigrationScript) made.instance(parent);
            script.prepare(surroundings, sites::get, Site.at(source.place()));
            return script;
        });
    }

    /** What a script is known to say in a block, so that it needs neither compiling nor running. */
    synchronized Optional<Said> said(SourceText source, Surroundings about, boolean down) {
        return cache().flatMap(known -> known.said(source, about, down));
    }

    /**
     * Keeps what a script says in a block for later runs, if it is said again: by the script, and by what was kept of it.
     *
     * @param recorded what the script said
     * @param fresh recordings like that one
     */
    synchronized void keep(
            SourceText source, Surroundings about, boolean down, Recording recorded, Supplier<Recording> fresh) {
        boolean worthwhile = cacheFile.isPresent() && recorded.operations().size() <= MOST_OPERATIONS;
        if (!worthwhile || !kept(source).map(CompiledScript::pure).orElse(false)) {
            return;
        }
        Recording second = fresh.get();
        MigrationScript script = script(source, about);
        Optional<Said> said = Said.by(
                listener -> {
                    if (down) {
                        script.recordDowngrade(listener, second);
                    } else {
                        script.recordUpgrade(listener, second);
                    }
                },
                second);
        if (said.isPresent() && isSame(recorded, second)) {
            Recording third = fresh.get();
            said.get().again(source, third);
            if (isSame(recorded, third)) {
                cache().ifPresent(known -> known.add(source, about, down, said.get()));
            }
        }
    }

    private static boolean isSame(Recording one, Recording other) {
        return one.problems().isEmpty()
                && other.problems().isEmpty()
                && one.operations().stream()
                        .map(GroovyScripts::comparable)
                        .toList()
                        .equals(other.operations().stream()
                                .map(GroovyScripts::comparable)
                                .toList());
    }

    /** A place compares where its site does not. */
    private static List<Object> comparable(Recorded recorded) {
        return List.of(recorded.operation(), recorded.site().place(), recorded.autocommit(), recorded.recreate());
    }

    /**
     * Runs a script that says what the schema should be.
     *
     * @throws LimbeckException with every error of the compiler, or what the script threw
     */
    synchronized void declarations(SourceText source, Surroundings surroundings, Recording recording) {
        CompiledScript made = compiler().script(source, SchemaScript.class);
        List<Site> sites = made.sites(source);
        running(source, () -> {
            SchemaScript script = (SchemaScript) made.instance(parent);
            script.declare(surroundings, sites::get, Site.at(source.place()), recording);
            return script;
        });
    }

    private static <T> T running(SourceText source, Callable<T> script) {
        try {
            return script.call();
        } catch (LimbeckException known) {
            throw known;
        } catch (InvocationTargetException thrown) {
            throw LimbeckException.migration(ScriptFailure.of(source, thrown.getCause()));
        } catch (Exception | StackOverflowError | AssertionError failure) {
            throw LimbeckException.migration(ScriptFailure.of(source, failure));
        }
    }

    /** A class compiled from any source, such as {@code env.groovy}. */
    public synchronized Class<?> compiled(SourceText source, CompilerConfiguration configuration) {
        return compiler().compiled(source, configuration);
    }

    private Optional<ScriptCache> cache() {
        if (cache == null && cacheFile.isPresent()) {
            cache = new ScriptCache(cacheFile.get());
        }
        return Optional.ofNullable(cache);
    }

    private GroovyCompiler compiler() {
        if (compiler == null) {
            compiler = new GroovyCompiler(parent);
        }
        return compiler;
    }

    /** The class that a script becomes; those of its closures begin so too. */
    static String className(String file) {
        String stem = file.substring(file.lastIndexOf('/') + 1).replaceAll("\\.groovy$", "");
        return "Script_" + stem.replaceAll("[^A-Za-z0-9_]", "_");
    }

    @Override
    public synchronized void close() {
        if (cache != null) {
            cache.save();
        }
        if (compiler != null) {
            compiler.close();
        }
    }
}
