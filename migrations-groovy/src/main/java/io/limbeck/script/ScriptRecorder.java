package io.limbeck.script;

import io.limbeck.call.Site;
import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.Dialects;
import io.limbeck.dsl.Declarations;
import io.limbeck.dsl.HearingScript;
import io.limbeck.dsl.MigrationScript;
import io.limbeck.dsl.Recording;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.operation.Execute;
import io.limbeck.schema.Naming;
import io.limbeck.script.literal.LiteralScript;
import io.limbeck.script.literal.Said;
import io.limbeck.sql.ScriptRules;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Records the blocks of scripts, for one dialect; nothing touches a database. */
public final class ScriptRecorder {

    /** How many scripts the compiler gets at once: more of them save little time and take more memory. */
    private static final int UNIT = 50;

    private final Dialect dialect;
    private final Naming naming;
    private final ScriptRules rules;
    private final Set<String> dialects = Dialects.names();
    private final HearingScript.Surroundings surroundings;
    private final GroovyScripts compiler;
    private final Map<String, MigrationScript> compiled = new HashMap<>();
    private List<ScriptFile> coming = List.of();

    public ScriptRecorder(
            Dialect dialect, Naming naming, boolean offline, Map<String, String> x, GroovyScripts compiler) {
        this.dialect = dialect;
        this.naming = naming;
        this.rules = dialect.scriptRules();
        this.surroundings = new HearingScript.Surroundings(dialect.dialect(), offline, x);
        this.compiler = compiler;
    }

    /**
     * Says which scripts will be asked for, in their order, so that those to be compiled can be compiled together.
     */
    public void expect(List<ScriptFile> scripts) {
        coming = scripts;
    }

    public Recording upgrade(ScriptFile file) {
        return record(file, false);
    }

    /** The script's own downgrade block; ask {@link ScriptFile#hasDowngrade} first. */
    public Recording downgrade(ScriptFile file) {
        return record(file, true);
    }

    private Recording record(ScriptFile file, boolean down) {
        Recording recording = recording(file::folder);
        try {
            Optional<LiteralScript> literal =
                    file.groovy().flatMap(outline -> LiteralScript.read(outline, surroundings));
            if (literal.isPresent()) {
                literal(literal.get(), down, recording);
            } else if (file.groovy().isPresent()) {
                said(file, down, recording);
            } else {
                sql(file.sql().orElseThrow(), down, recording);
            }
        } catch (LimbeckException unreadable) {
            unreadable.problems().forEach(recording::report);
        }
        return recording;
    }

    /** What a {@code schema.groovy} declares, as the operations that would make it. */
    public Recording declarations(SourceText source, Path folder) {
        Recording recording = recording(() -> folder);
        try {
            Optional<LiteralScript> literal =
                    LiteralScript.declarations(source, GroovyLexer.tokens(source), surroundings);
            if (literal.isPresent()) {
                literal.get().recordAll(recording, new Declarations(recording));
            } else {
                compiler.declarations(source, surroundings, recording);
            }
        } catch (LimbeckException unreadable) {
            unreadable.problems().forEach(recording::report);
        }
        return recording;
    }

    private Recording recording(Supplier<Path> folder) {
        return new Recording(dialect, naming, dialects, new FilesBeside(folder, rules));
    }

    private static void literal(LiteralScript script, boolean down, Recording recording) {
        if (down) {
            script.recordDowngrade(recording);
        } else {
            script.recordUpgrade(recording);
        }
    }

    /** What a script asks for that was compiled, in this run or in a former one. */
    private void said(ScriptFile file, boolean down, Recording recording) {
        Optional<Said> known = compiler.said(file.source(), surroundings, down);
        if (known.isPresent()) {
            known.get().again(file.source(), recording);
        } else {
            groovy(file, down, recording);
            if (recording.problems().isEmpty()) {
                compiler.keep(file.source(), surroundings, down, recording, () -> recording(file::folder));
            }
        }
    }

    private void groovy(ScriptFile file, boolean down, Recording recording) {
        MigrationScript script = compiled.get(file.name());
        try {
            if (script == null) {
                compileWithOthers(file);
                script = compiler.script(file.source(), surroundings);
                compiled.put(file.name(), script);
            }
            if (down) {
                script.recordDowngrade(recording);
            } else {
                script.recordUpgrade(recording);
            }
        } catch (LimbeckException known) {
            throw known;
        } catch (Exception | StackOverflowError | AssertionError thrown) {
            recording.report(ScriptFailure.of(place(file, script, thrown), thrown));
        }
    }

    /** Compiles a script together with those that come next. */
    private void compileWithOthers(ScriptFile first) {
        int from = coming.indexOf(first);
        if (from < 0 || compiler.isAlone(first.groovy().orElseThrow())) {
            return;
        }
        List<SourceText> unit = new ArrayList<>(List.of(first.source()));
        for (int i = from + 1; i < coming.size() && unit.size() < UNIT; i++) {
            ScriptFile file = coming.get(i);
            boolean real = file.groovy().isPresent()
                    && LiteralScript.read(file.groovy().get(), surroundings).isEmpty();
            if (real && !compiler.isAlone(file.groovy().get())) {
                unit.add(file.source());
            }
        }
        compiler.compile(unit);
    }

    /** The line that the exception came from, and the column where the script stood if that is the same line. */
    private static Place place(ScriptFile file, MigrationScript script, Throwable thrown) {
        Place mark = script == null ? file.source().place() : script.site().place();
        return ScriptFailure.line(file.source(), thrown)
                .filter(line -> line.line() != mark.line())
                .orElse(mark);
    }

    private void sql(SqlScript script, boolean down, Recording recording) {
        SqlScript.Section section = down ? script.downgrade().orElseThrow() : script.upgrade();
        for (SqlStatement statement : script.statements(section, rules)) {
            recording.record(Site.at(statement.place()), new Execute(statement.text(), Map.of(), Optional.empty()));
        }
    }
}
