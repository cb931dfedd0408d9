package io.limbeck.target;

import io.limbeck.dsl.Recording;
import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import io.limbeck.schema.EnumType;
import io.limbeck.schema.Name;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Sequence;
import io.limbeck.schema.Table;
import io.limbeck.schema.View;
import io.limbeck.script.SourceText;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the schema should be, from all the places that a project says it in. Nothing may be said twice; what a {@code
 * schema.groovy} declares may refer to what the others have.
 */
public final class TargetMetadata {

    /** Taken where {@code env.groovy} names nothing. */
    public static final String USUAL = "schema.groovy";

    private final List<Source> sources;
    private final TargetContext context;
    private final TreeMap<Name, Source> tables = new TreeMap<>();
    private final TreeMap<Name, Source> enums = new TreeMap<>();

    public TargetMetadata(List<Source> named, TargetContext context) {
        boolean usual = named.isEmpty() && Files.exists(context.directory().resolve(USUAL));
        this.sources = usual ? List.of(new Source(Source.Kind.SCHEMA, List.of(USUAL), Map.of())) : named;
        this.context = context;
    }

    /** Whether there is any. */
    public boolean isThere() {
        return !sources.isEmpty();
    }

    /**
     * The schema.
     *
     * @throws LimbeckException where there is no target metadata, where a name stands in two places, and with all that
     *     is wrong in one of them
     */
    public Schema schema() {
        if (sources.isEmpty()) {
            throw LimbeckException.setup(Problem.of(
                    "no-target",
                    "nothing says what the schema should be",
                    "Write " + context.directory().resolve(USUAL)
                            + ", as with `mvn db:snapshot`, or name another source"
                            + " in env.groovy: configure { target entities('com.acme.model') }"));
        }
        Schema schema = Schema.EMPTY;
        for (Source source : sources) {
            if (source.kind() != Source.Kind.SCHEMA) {
                schema = together(schema, read(source), source);
            }
        }
        List<Recording> recordings = new ArrayList<>();
        for (Source source : sources) {
            if (source.kind() == Source.Kind.SCHEMA) {
                files(source)
                        .forEach(file -> recordings.add(context.recorder().declarations(text(file), file.getParent())));
            }
        }
        return recordings.isEmpty() ? schema : Declared.schema(recordings, schema);
    }

    private Schema read(Source source) {
        return switch (source.kind()) {
            case ENTITIES ->
                new Entities(context.dialect(), context.naming())
                        .read(source, context.classPath().get(), context.classLoader());
            case SNAPSHOT -> snapshots(source);
            case DATABASE -> context.databases().apply(source);
            case SCHEMA -> throw new IllegalArgumentException(source.toString());
        };
    }

    private Schema snapshots(Source source) {
        Schema schema = Schema.EMPTY;
        for (Path file : files(source)) {
            SourceText text = text(file);
            schema = together(schema, SchemaJson.read(text.name(), text.text()), source);
        }
        return schema;
    }

    private List<Path> files(Source source) {
        if (source.names().isEmpty()) {
            throw LimbeckException.setup(Problem.of(
                    "wrong-type",
                    "'" + source.kind().word() + "' needs a file",
                    "Write target " + source.kind().word() + "('"
                            + (source.kind() == Source.Kind.SCHEMA ? USUAL : "schema.json") + "')."));
        }
        return source.names().stream().map(context.directory()::resolve).toList();
    }

    private SourceText text(Path file) {
        if (!Files.isRegularFile(file)) {
            throw LimbeckException.setup(Problem.of(
                    "missing-file",
                    "there is no file " + file + ", which env.groovy names as target metadata",
                    "Its path is taken from " + context.directory() + "."));
        }
        return SourceText.read(
                file, context.directory().relativize(file).toString().replace('\\', '/'));
    }

    // ---- several

    private Schema together(Schema one, Schema other, Source source) {
        Schema both = one;
        for (Table table : other.tables()) {
            claim("table", table.name(), tables, source);
            both = both.with(table);
        }
        for (View view : other.views()) {
            claim("view", view.name(), tables, source);
            both = both.with(view);
        }
        for (Sequence sequence : other.sequences()) {
            claim("sequence", sequence.name(), tables, source);
            both = both.with(sequence);
        }
        for (EnumType type : other.enums()) {
            claim("enumeration", type.name(), enums, source);
            both = both.with(type);
        }
        for (String name : other.schemas()) {
            both = both.withSchema(name);
        }
        return both;
    }

    private static void claim(String kind, Name name, TreeMap<Name, Source> known, Source source) {
        Optional<Source> first = Optional.ofNullable(known.put(name, source));
        if (first.isPresent() && !first.get().equals(source)) {
            throw LimbeckException.setup(Problem.of(
                    "named-twice",
                    kind + " '" + name + "' is in " + first.get() + " and in " + source,
                    "Take it out of one of them, or let includeName leave it out."));
        }
    }
}
