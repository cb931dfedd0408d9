package io.limbeck.script;

import io.limbeck.dsl.Recorded;
import io.limbeck.dsl.Recording;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that a recording tells, down to the classes of values and the place of every word, as text to compare. */
public final class Told {

    private Told() {}

    public static String of(Recording recording) {
        return recording.operations().stream().map(Told::of).collect(Collectors.joining("\n")) + "\nproblems: "
                + recording.problems();
    }

    private static String of(Recorded recorded) {
        ScriptSite site = (ScriptSite) recorded.site();
        Map<String, Integer> words = new TreeMap<>(site.words().get());
        words.remove("this");
        words.putIfAbsent(word(site), site.offset());
        return site.place() + " " + words + (recorded.autocommit() ? " alone " : " ") + described(recorded.operation());
    }

    /** The word at the statement's beginning, which is where any word is that is not known. */
    private static String word(ScriptSite site) {
        return site.source().text().substring(site.offset()).split("\\W", 2)[0];
    }

    private static String described(Object value) {
        if (value == null) {
            return "null";
        }
        if (value instanceof Optional<?> optional) {
            return optional.map(Told::described).orElse("none");
        }
        if (value instanceof Collection<?> collection) {
            return collection.stream().map(Told::described).collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> described(entry.getKey()) + ": " + described(entry.getValue()))
                    .collect(Collectors.joining(", ", "{", "}"));
        }
        if (value instanceof Record whole) {
            return value.getClass().getSimpleName()
                    + Arrays.stream(whole.getClass().getRecordComponents())
                            .map(component -> component.getName() + "=" + described(part(whole, component)))
                            .collect(Collectors.joining(", ", "(", ")"));
        }
        return value.getClass().getSimpleName() + " " + value;
    }

    private static Object part(Record whole, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(whole);
        } catch (IllegalAccessException | InvocationTargetException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
