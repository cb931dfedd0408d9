package io.limbeck.plan;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.revision.Replacements;
import io.limbeck.revision.Revision;
import io.limbeck.revision.RevisionGraph;
import io.limbeck.script.Header;
import io.limbeck.script.Placed;
import io.limbeck.script.ScriptFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All scripts: the revisions as a graph, and the repeatable ones by name. */
public final class History {

    /** Begins the keys of repeatable scripts in the version table; no revision's id can hold a colon. */
    public static final String REPEATABLE = "repeatable:";

    private final List<Revision> declared;
    private final RevisionGraph graph;
    private final Replacements.View view;
    private final Map<String, ScriptFile> scripts;
    private final List<ScriptFile> repeatables;

    /**
     * @throws LimbeckException when the revisions make no graph, with all that is wrong
     */
    public History(List<ScriptFile> files) {
        declared = new ArrayList<>(files.size());
        scripts = new HashMap<>(2 * files.size());
        repeatables = new ArrayList<>();
        for (ScriptFile file : files) {
            if (file.header().kind() == Header.Kind.REPEATABLE) {
                repeatables.add(file);
            } else {
                Revision revision = revision(file.header(), file.header().id().text());
                declared.add(revision);
                scripts.put(revision.id(), file);
            }
        }
        if (repeatables.size() > 1) {
            repeatables.sort(Comparator.comparing(file -> file.header().id().text()));
            requireDistinctRepeatables();
        }
        view = Replacements.view(declared, List.of(), List.of());
        graph = RevisionGraph.of(view.revisions());
    }

    private History(History other, Replacements.View view) {
        this.declared = other.declared;
        this.scripts = other.scripts;
        this.repeatables = other.repeatables;
        this.view = view;
        this.graph = view.revisions().equals(other.view.revisions()) ? other.graph : RevisionGraph.of(view.revisions());
    }

    /**
     * The same scripts as a database sees them, which may hold revisions that others replace.
     *
     * @param rows every id that its version table has
     * @param applied those of them that are applied in full
     */
    public History seenFrom(Collection<String> rows, Collection<String> applied) {
        return new History(this, Replacements.view(declared, rows, applied));
    }

    /**
     * Whether each script is applied as it is, and nothing else is. Where revisions replace others, rows alone do not tell.
     *
     * @param checksums of what is applied in full, by the keys of the version table
     */
    public boolean isThatOf(Map<String, String> checksums) {
        if (declared.isEmpty() || checksums.size() != declared.size() + repeatables.size()) {
            return false;
        }
        for (Revision revision : declared) {
            if (!revision.replaces().isEmpty() || !script(revision).isStill(checksums.get(revision.id()))) {
                return false;
            }
        }
        for (ScriptFile file : repeatables) {
            if (!file.checksum()
                    .equals(checksums.get(REPEATABLE + file.header().id().text()))) {
                return false;
            }
        }
        return true;
    }

    /** What the database holds of replaced revisions. */
    public Replacements.View view() {
        return view;
    }

    private void requireDistinctRepeatables() {
        for (int i = 1; i < repeatables.size(); i++) {
            Header one = repeatables.get(i - 1).header();
            Header other = repeatables.get(i).header();
            if (one.id().text().equals(other.id().text())) {
                throw LimbeckException.migration(Problem.at(
                        other.id().place(),
                        "duplicate-revision",
                        "'" + other.id().text() + "' is the name of another repeatable script, "
                                + one.place().source(),
                        "Rename one of the two."));
            }
        }
    }

    private static Revision revision(Header header, String id) {
        return new Revision(
                id,
                Placed.texts(header.down()),
                header.title() == null ? "" : header.title().text(),
                header.labels().isEmpty() ? Set.of() : new LinkedHashSet<>(Placed.texts(header.labels())),
                Placed.texts(header.dependsOn()),
                Placed.texts(header.replaces()),
                header.id().place());
    }

    /**
     * Reads what stands behind the headers, before anything is done with one of the scripts.
     *
     * @throws LimbeckException with the problems of every script
     */
    public void readAll() {
        ScriptFile.readAll(scripts.values());
        ScriptFile.readAll(repeatables);
    }

    public RevisionGraph graph() {
        return graph;
    }

    public ScriptFile script(Revision revision) {
        return scripts.get(revision.id());
    }

    /** The repeatable scripts, by name. */
    public List<ScriptFile> repeatables() {
        return List.copyOf(repeatables);
    }

    /** A repeatable script in the guise of a revision, under its key in the version table. */
    public static Revision asRevision(ScriptFile repeatable) {
        Header header = repeatable.header();
        return revision(header, REPEATABLE + header.id().text());
    }
}
