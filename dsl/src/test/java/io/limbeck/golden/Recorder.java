package io.limbeck.golden;

import groovy.lang.Binding;
import groovy.lang.GroovyClassLoader;
import io.limbeck.call.Site;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.HearingScript;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recording;
import io.limbeck.error.Place;
import io.limbeck.operation.ScriptFiles;
import io.limbeck.schema.Naming;
import java.util.HashMap;
import java.util.Map;
import org.codehaus.groovy.control.CompilerConfiguration;
import org.codehaus.groovy.runtime.InvokerHelper;

/** Records what stands inside an upgrade block; each text is compiled once. */
public final class Recorder {

    private static final Map<String, Class<?>> COMPILED = new HashMap<>();
    private static final GroovyClassLoader LOADER = loader();

    private final Dialect dialect;
    private final ScriptFiles files;

    public Recorder(Dialect dialect, ScriptFiles files) {
        this.dialect = dialect;
        this.files = files;
    }

    private static GroovyClassLoader loader() {
        CompilerConfiguration configuration = new CompilerConfiguration();
        configuration.setScriptBaseClass(MigrationScript.class.getName());
        return new GroovyClassLoader(Recorder.class.getClassLoader(), configuration);
    }

    /** What a block's text asks for; a problem's place says the word that is to blame. */
    public Recording recording(String block) {
        Recording recording =
                new Recording(dialect, Naming.of(Map.of(), dialect.maxIdentifier()), Dialects.names(), files);
        MigrationScript script = (MigrationScript) InvokerHelper.createScript(compiled(block), new Binding());
        Site site = new Words();
        script.prepare(
                new HearingScript.Surroundings(dialect.dialect(), true, Map.of("region", "eu")), any -> site, site);
        script.recordUpgrade(recording);
        return recording;
    }

    private static synchronized Class<?> compiled(String block) {
        return COMPILED.computeIfAbsent(
                block,
                text -> LOADER.parseClass("upgrade {\n" + text + "\n}\n", "Golden" + COMPILED.size() + ".groovy"));
    }

    /** A site whose places have the word itself for their text. */
    private static final class Words implements Site {

        @Override
        public Place place() {
            return new Place("script", 0, 0, "");
        }

        @Override
        public Place of(String word) {
            return new Place("script", 0, 0, word);
        }
    }
}
