package io.limbeck.script.literal;

import io.limbeck.call.Block;
import io.limbeck.call.Call;
import io.limbeck.call.Receiver;
import io.limbeck.call.Site;
import io.limbeck.call.Unknown;
import io.limbeck.dsl.HearingScript.Surroundings;
import io.limbeck.dsl.Recording;
import io.limbeck.dsl.Words;
import io.limbeck.error.Refusal;
import io.limbeck.script.Outline;
import io.limbeck.script.ScriptSite;
import io.limbeck.script.SourceText;
import io.limbeck.script.Token;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A script that was read rather than compiled: it comes down to calls with values. */
public final class LiteralScript {

    /** Stands for the block where there is none. */
    private static final String WHOLE = "";

    private final SourceText source;
    private final Map<String, List<Node.Statement>> blocks;

    private LiteralScript(SourceText source, Map<String, List<Node.Statement>> blocks) {
        this.source = source;
        this.blocks = blocks;
    }

    /**
     * The script, or nothing where it is left to the compiler.
     *
     * @param about what the script may ask about the run that it is part of
     */
    public static Optional<LiteralScript> read(Outline outline, Surroundings about) {
        try {
            return Optional.of(new LiteralScript(outline.source(), new LiteralParser(outline.tokens()).script()));
        } catch (Declined more) {
            return program(outline.source(), new ProgramReader(outline.tokens(), about), true);
        }
    }

    /** A text that is calls and no header, such as {@code schema.groovy}; nothing where it is left to the compiler. */
    public static Optional<LiteralScript> declarations(SourceText source, List<Token> tokens, Surroundings about) {
        try {
            return Optional.of(new LiteralScript(source, Map.of(WHOLE, new LiteralParser(tokens).statements())));
        } catch (Declined more) {
            return program(source, new ProgramReader(tokens, about), false);
        }
    }

    /** What a script is known to say. */
    static LiteralScript said(SourceText source, List<Node.Statement> statements) {
        return new LiteralScript(source, Map.of(WHOLE, statements));
    }

    /** Whatever fails in a script that is run here would fail in compiled code too, which then tells it. */
    private static Optional<LiteralScript> program(SourceText source, ProgramReader reader, boolean blocks) {
        try {
            return Optional.of(
                    new LiteralScript(source, blocks ? reader.script() : Map.of(WHOLE, reader.statements())));
        } catch (RuntimeException | StackOverflowError failing) {
            return Optional.empty();
        }
    }

    /** Says all of a text without blocks to a receiver. */
    public void recordAll(Recording into, Receiver receiver) {
        new Statements(blocks.get(WHOLE), into).run(receiver);
    }

    public void recordUpgrade(Recording into) {
        record("upgrade", into);
    }

    public void recordDowngrade(Recording into) {
        record("downgrade", into);
    }

    private void record(String block, Recording into) {
        new Statements(blocks.getOrDefault(block, List.of()), into).run(into);
    }

    /** Plans keep it, so it keeps nothing of what was read. */
    private static Site site(SourceText source, Node.Statement statement) {
        int offset = statement.offset();
        int end = statement.end();
        Map<String, Integer> known = statement.words();
        return new ScriptSite(source, offset, known == null ? () -> WordOffsets.of(source, offset, end) : () -> known);
    }

    /** A block's statements, said to whoever listens. */
    private final class Statements implements Block {

        private final List<Node.Statement> statements;
        private final Recording recording;

        Statements(List<Node.Statement> statements, Recording recording) {
            this.statements = statements;
            this.recording = recording;
        }

        @Override
        public void run(Receiver receiver) {
            for (Node.Statement statement : statements) {
                recording.deliver(call(statement), receiver);
            }
        }

        private Call call(Node.Statement statement) {
            Site site = site(source, statement);
            Optional<Block> block = statement.block() == null
                    ? Optional.empty()
                    : Optional.of(new Statements(statement.block(), recording));
            return new Call(
                    statement.verb(),
                    values(statement.positional(), site),
                    values(statement.named(), site),
                    block,
                    site);
        }

        private List<Object> values(List<Node> nodes, Site site) {
            List<Object> values = new ArrayList<>(nodes.size());
            for (Node node : nodes) {
                values.add(node instanceof Node.Constant constant ? constant.value() : value(node, site));
            }
            return values;
        }

        private Map<String, Object> values(Map<String, Node> nodes, Site site) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Map.Entry<String, Node> each : nodes.entrySet()) {
                Node node = each.getValue();
                values.put(
                        each.getKey(), node instanceof Node.Constant constant ? constant.value() : value(node, site));
            }
            return values;
        }

        private Object value(Node node, Site site) {
            if (node instanceof Node.Constant constant) {
                return constant.value();
            }
            if (node instanceof Node.Items items) {
                return values(items.items(), site);
            }
            if (node instanceof Node.Entries entries) {
                return values(entries.entries(), site);
            }
            if (node instanceof Node.Function function) {
                return function(function, site);
            }
            return varying((Node.Varying) node, site);
        }

        private Object function(Node.Function function, Site site) {
            try {
                return Words.value(
                        function.name(), values(function.positional(), site), values(function.named(), site));
            } catch (Refusal refusal) {
                recording.report(refusal.at(site.of(refusal.subject())));
                return Unknown.VALUE;
            }
        }

        private Object varying(Node.Varying varying, Site site) {
            if (!(value(varying.usual(), site) instanceof Type usual)) {
                return Unknown.VALUE;
            }
            Map<String, Type> others = new LinkedHashMap<>();
            for (Map.Entry<String, Node> other : varying.others().entrySet()) {
                if (!(value(other.getValue(), site) instanceof Type type)) {
                    return Unknown.VALUE;
                }
                others.put(other.getKey(), type);
            }
            return usual.on(others);
        }

        @Override
        public Object code() {
            throw new IllegalStateException("a block that was read is not code");
        }
    }
}
