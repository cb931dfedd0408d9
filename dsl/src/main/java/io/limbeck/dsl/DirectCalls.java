package io.limbeck.dsl;

import groovy.lang.Closure;
import groovy.lang.GString;
import groovy.lang.GroovyObject;
import io.limbeck.operation.TableBlock;
import java.util.Set;
import java.util.TreeSet;
import org.codehaus.groovy.runtime.ScriptBytecodeAdapter;

/**
 * What a compiled script calls for the words of the language: they reach the script without Groovy's own search through
 * closures and their metaclasses, which costs far more than what they ask for.
 *
 * <p>A closure that was given another delegate, as by {@code with}, is searched by Groovy itself.
 */
public final class DirectCalls {

    private DirectCalls() {}

    /** The words that are called: verbs, what is said inside tables, types with arguments. */
    public static Set<String> called() {
        Set<String> words = new TreeSet<>(Recording.VERBS);
        words.addAll(TableBlock.VERBS);
        Words.all().stream().filter(Words::isFunction).forEach(words::add);
        return words;
    }

    /** The words that are called outside of all blocks. */
    public static Set<String> outside() {
        return Set.of("revision", "repeatable", "upgrade", "downgrade");
    }

    /** The words that stand alone. */
    public static Set<String> alone() {
        Set<String> words = new TreeSet<>(Words.all());
        words.addAll(Set.of("dialect", "offline", "x"));
        return words;
    }

    /**
     * The script is at a statement.
     *
     * @param self the script, or a closure in it
     */
    public static void at(Object self, int statement) {
        Object within = self instanceof Closure<?> closure ? closure.getThisObject() : self;
        if (within instanceof HearingScript script) {
            script.at(statement);
        }
    }

    /**
     * A call of one of the words {@link #called()}, where the script declares nothing of that name.
     *
     * @param self the script, or a closure in it
     * @throws Throwable whatever the script throws
     */
    public static Object call(Object self, String name, Object[] arguments) throws Throwable {
        HearingScript script = hearer(self);
        return script == null
                ? ScriptBytecodeAdapter.invokeMethodOnCurrentN(self.getClass(), (GroovyObject) self, name, arguments)
                : script.heard(name, arguments);
    }

    /** Whether a word makes a value of its arguments, and does nothing. */
    public static boolean makesValue(String word) {
        return Words.isFunction(word) && !Recording.VERBS.contains(word) && !TableBlock.VERBS.contains(word);
    }

    /**
     * A call of a word that {@link #makesValue} as a whole statement. In a closure of the script's own, such as that of
     * {@code collect}, its value is the answer; in a block of the language it is a mistake.
     *
     * @param self the script, or a closure in it
     * @throws Throwable whatever the script throws
     */
    public static Object unused(Object self, String name, Object[] arguments) throws Throwable {
        if (self instanceof Closure<?> closure
                && closure.getResolveStrategy() == Closure.DELEGATE_FIRST
                && closure.getDelegate() instanceof GroovyListener listener) {
            return listener.script().meaningless(name, arguments);
        }
        return call(self, name, arguments);
    }

    /**
     * A call of one of the words {@link #outside()}, where the script declares nothing of that name.
     *
     * @param self the script
     * @throws Throwable whatever the script throws
     */
    public static Object outside(Object self, String name, Object[] arguments) throws Throwable {
        boolean understood = self instanceof MigrationScript script && script.says(name, arguments);
        return understood
                ? null
                : ScriptBytecodeAdapter.invokeMethodOnCurrentN(self.getClass(), (GroovyObject) self, name, arguments);
    }

    /**
     * One of the words {@link #alone()}, where the script declares nothing of that name.
     *
     * @param self the script, or a closure in it
     * @throws Throwable whatever the script throws
     */
    public static Object word(Object self, String name) throws Throwable {
        HearingScript script = hearer(self);
        return script == null
                ? ScriptBytecodeAdapter.getGroovyObjectProperty(self.getClass(), (GroovyObject) self, name)
                : script.word(name);
    }

    /** A string with values in it. */
    public static GString text(Object[] values, String[] strings) {
        return new Interpolated(values, strings);
    }

    /** The script, if what is said in a closure gets to it before anything else could hear it. */
    private static HearingScript hearer(Object self) {
        Object at = self;
        while (at instanceof Closure<?> closure) {
            int strategy = closure.getResolveStrategy();
            if (strategy == Closure.DELEGATE_FIRST && closure.getDelegate() instanceof GroovyListener listener) {
                return listener.script();
            }
            boolean plain = strategy == Closure.OWNER_FIRST || strategy == Closure.DELEGATE_FIRST;
            if (!plain || closure.getDelegate() != closure.getOwner()) {
                return null;
            }
            at = closure.getOwner();
        }
        return at instanceof HearingScript script && script.listens() ? script : null;
    }
}
