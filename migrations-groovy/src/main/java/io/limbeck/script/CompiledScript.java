package io.limbeck.script;

import io.limbeck.call.Site;
import io.limbeck.dsl.HearingScript;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What the compiler made of a script, as it can be kept.
 *
 * @param main the name of the script's own class
 * @param classes the bytes of all of its classes, by their names
 * @param marks its statements, by the numbers that the compiled script says
 * @param pure as {@link PureScripts} says
 */
record CompiledScript(String main, Map<String, byte[]> classes, List<Mark> marks, boolean pure) {

    /**
     * Where a statement stands in the script's text.
     *
     * @param offset of its first character
     * @param words the offsets of its words
     */
    record Mark(int offset, Map<String, Integer> words) {}

    /** The statements' places in the text that the script was compiled from. */
    List<Site> sites(SourceText source) {
        return marks.stream()
                .<Site>map(mark -> new ScriptSite(source, mark.offset(), mark::words))
                .toList();
    }

    /**
     * The script, which has not run yet, in a loader of its own, so that scripts do not see each other's classes.
     *
     * @throws InvocationTargetException where the script's fields could not be given their values
     */
    HearingScript instance(ClassLoader parent) throws InvocationTargetException {
        try {
            return HearingScript.fresh(
                    new Loader(parent, classes).loadClass(main).asSubclass(HearingScript.class));
        } catch (InvocationTargetException thrown) {
            throw thrown;
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(main, impossible);
        }
    }

    private static final class Loader extends ClassLoader {

        private final Map<String, byte[]> undefined;

        Loader(ClassLoader parent, Map<String, byte[]> classes) {
            super(parent);
            this.undefined = new HashMap<>(classes);
        }

        @Override
        protected Class<?> findClass(String name) throws ClassNotFoundException {
            byte[] bytes = undefined.remove(name);
            if (bytes == null) {
                throw new ClassNotFoundException(name);
            }
            return defineClass(name, bytes, 0, bytes.length);
        }
    }
}
