package io.limbeck.script.literal;

import io.limbeck.call.Block;
import io.limbeck.call.Call;
import io.limbeck.call.Receiver;
import io.limbeck.script.ScriptSite;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Passes on what a script says to whoever listens, and keeps it; declines what cannot be said again without the script. */
final class Overheard implements Receiver {

    private final Receiver listener;
    private final List<Node.Statement> statements = new ArrayList<>();

    Overheard(Receiver listener) {
        this.listener = listener;
    }

    List<Node.Statement> statements() {
        return statements;
    }

    @Override
    public Set<String> verbs() {
        return listener.verbs();
    }

    @Override
    public void hear(Call call) {
        if (!(call.site() instanceof ScriptSite site)) {
            throw new Declined();
        }
        List<Node> positional = new ArrayList<>();
        call.positional().forEach(value -> positional.add(kept(value)));
        Map<String, Node> named = new LinkedHashMap<>();
        call.named().forEach((name, value) -> named.put(name, kept(value)));
        Optional<Braces> block = call.block().map(Braces::new);
        listener.hear(new Call(call.name(), call.positional(), call.named(), block.map(Block.class::cast), site));
        statements.add(new Node.Statement(
                call.name(),
                site.offset(),
                site.offset(),
                site.words().get(),
                positional,
                named,
                block.map(Braces::said).orElse(null)));
    }

    private static Node kept(Object value) {
        return new Node.Constant(KeptValues.copy(value));
    }

    /** A block that listens along to what is said in it, once. */
    private static final class Braces implements Block {

        private final Block block;
        private Overheard inside;

        Braces(Block block) {
            this.block = block;
        }

        List<Node.Statement> said() {
            if (inside == null) {
                throw new Declined();
            }
            return inside.statements();
        }

        @Override
        public void run(Receiver receiver) {
            if (inside != null) {
                throw new Declined();
            }
            inside = new Overheard(receiver);
            block.run(inside);
        }

        @Override
        public Object code() {
            throw new Declined();
        }
    }
}
