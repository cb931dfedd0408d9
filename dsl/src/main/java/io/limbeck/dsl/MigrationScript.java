package io.limbeck.dsl;

import groovy.lang.Closure;
import io.limbeck.call.Call;
import io.limbeck.call.Receiver;
import io.limbeck.call.Site;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * The base class of compiled migration scripts: keeps the blocks, and turns what is called inside them into
 * {@link Call}s.
 */
public abstract class MigrationScript extends HearingScript {

    private Closure<?> upgrade;
    private Closure<?> downgrade;

    /**
     * Runs the script's top level, which only keeps the blocks.
     *
     * @param sites the place of each statement, by the number that the compiler gave it
     * @param unknown where nothing finer is known
     */
    public final void prepare(Surroundings about, IntFunction<Site> sites, Site unknown) {
        stand(about, sites, unknown);
        run();
    }

    public final boolean hasDowngrade() {
        return downgrade != null;
    }

    public final void recordUpgrade(Recording into) {
        recordUpgrade(into, into);
    }

    public final void recordDowngrade(Recording into) {
        recordDowngrade(into, into);
    }

    /**
     * Says the block to a listener.
     *
     * @param told hears what nobody understands
     */
    public final void recordUpgrade(Receiver listener, Recording told) {
        record(upgrade, listener, told);
    }

    /** The same for the other block. */
    public final void recordDowngrade(Receiver listener, Recording told) {
        record(downgrade, listener, told);
    }

    private void record(Closure<?> block, Receiver listener, Recording told) {
        into(told);
        if (block != null) {
            new GroovyBlock(block, this).run(listener);
        }
    }

    // ---- what a script says

    /** Whether it is a block or the header, called as it should be. */
    final boolean says(String name, Object[] arguments) {
        boolean block = arguments.length == 1 && arguments[0] instanceof Closure;
        if (block && name.equals("upgrade")) {
            upgrade((Closure<?>) arguments[0]);
        } else if (block && name.equals("downgrade")) {
            downgrade((Closure<?>) arguments[0]);
        } else {
            boolean named = arguments.length == 2 && arguments[0] instanceof Map && arguments[1] instanceof String;
            return arguments.length == 1 && arguments[0] instanceof String && !name.endsWith("grade")
                    || named && name.equals("revision");
        }
        return true;
    }

    /** The header; it was read before the script ran. */
    public final void revision(Map<String, ?> options, String id) {
        // nothing to do: see class comment of the header's reader
    }

    public final void revision(String id) {
        // as above
    }

    public final void repeatable(String name) {
        // as above
    }

    public final void upgrade(Closure<?> block) {
        upgrade = block;
    }

    public final void downgrade(Closure<?> block) {
        downgrade = block;
    }
}
