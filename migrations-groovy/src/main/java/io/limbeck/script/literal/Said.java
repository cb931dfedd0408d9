package io.limbeck.script.literal;

import io.limbeck.call.Receiver;
import io.limbeck.dsl.Recording;
import io.limbeck.script.SourceText;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** What a compiled script said in a block, which can be said again without compiling or running it. */
public final class Said {

    private final List<Node.Statement> statements;

    private Said(List<Node.Statement> statements) {
        this.statements = statements;
    }

    /**
     * What a script says.
     *
     * @param script says it to whom it is given
     * @param listener hears it too
     * @return nothing where it takes the script to say it, or where it fails
     */
    public static Optional<Said> by(Consumer<Receiver> script, Receiver listener) {
        Overheard heard = new Overheard(listener);
        try {
            script.accept(heard);
            return Optional.of(new Said(heard.statements()));
        } catch (Exception | StackOverflowError | AssertionError failing) {
            return Optional.empty();
        }
    }

    /** Says it all again. */
    public void again(SourceText source, Recording into) {
        LiteralScript.said(source, statements).recordAll(into, into);
    }

    // ---- in a file

    public void write(DataOutputStream out) throws IOException {
        write(statements, out);
    }

    public static Said read(DataInputStream in) throws IOException {
        return new Said(statements(in));
    }

    private static void write(List<Node.Statement> statements, DataOutputStream out) throws IOException {
        out.writeInt(statements.size());
        for (Node.Statement statement : statements) {
            KeptValues.text(statement.verb(), out);
            out.writeInt(statement.offset());
            KeptValues.write(statement.words(), out);
            KeptValues.write(values(statement.positional()), out);
            Map<String, Object> named = new LinkedHashMap<>();
            statement.named().forEach((name, node) -> named.put(name, value(node)));
            KeptValues.write(named, out);
            out.writeBoolean(statement.block() != null);
            if (statement.block() != null) {
                write(statement.block(), out);
            }
        }
    }

    private static List<Object> values(List<Node> nodes) {
        List<Object> values = new ArrayList<>();
        nodes.forEach(node -> values.add(value(node)));
        return values;
    }

    private static Object value(Node node) {
        return ((Node.Constant) node).value();
    }

    private static List<Node.Statement> statements(DataInputStream in) throws IOException {
        List<Node.Statement> statements = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            String verb = KeptValues.text(in);
            int offset = in.readInt();
            Map<String, Integer> words = new LinkedHashMap<>();
            ((Map<?, ?>) KeptValues.read(in)).forEach((word, at) -> words.put((String) word, (Integer) at));
            List<Node> positional = new ArrayList<>();
            ((List<?>) KeptValues.read(in)).forEach(value -> positional.add(new Node.Constant(value)));
            Map<String, Node> named = new LinkedHashMap<>();
            ((Map<?, ?>) KeptValues.read(in))
                    .forEach((name, value) -> named.put((String) name, new Node.Constant(value)));
            List<Node.Statement> block = in.readBoolean() ? statements(in) : null;
            statements.add(new Node.Statement(verb, offset, offset, words, positional, named, block));
        }
        return statements;
    }
}
