package io.limbeck.target;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.schema.Name;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * An object of a snapshot file as it is read.
 *
 * @param file for messages
 * @param path where in it the object stands, such as {@code tables[3].columns[0]}
 */
record JsonFields(String file, String path, Map<?, ?> fields) {

    boolean has(String field) {
        return fields.get(field) != null;
    }

    Object value(String field) {
        return fields.get(field);
    }

    String text(String field) {
        return optionalText(field).orElseThrow(() -> wrong("'" + field + "' is missing"));
    }

    Optional<String> optionalText(String field) {
        return of(field, String.class, "a string");
    }

    Optional<Boolean> choice(String field) {
        return of(field, Boolean.class, "true or false");
    }

    boolean flag(String field) {
        return choice(field).orElse(false);
    }

    Optional<Long> number(String field) {
        return of(field, Number.class, "a number").map(Number::longValue);
    }

    List<String> texts(String field) {
        return list(field).map(String::valueOf).toList();
    }

    List<Integer> numbers(String field) {
        return list(field)
                .map(each -> each instanceof Number number ? number.intValue() : -1)
                .toList();
    }

    JsonFields object(String field) {
        if (value(field) instanceof Map<?, ?> map) {
            return new JsonFields(file, within(field), map);
        }
        throw wrong("'" + field + "' is not an object");
    }

    List<JsonFields> objects(String field) {
        List<Object> list = list(field).toList();
        return IntStream.range(0, list.size())
                .mapToObj(at -> {
                    String place = within(field) + "[" + at + "]";
                    if (list.get(at) instanceof Map<?, ?> map) {
                        return new JsonFields(file, place, map);
                    }
                    throw new JsonFields(file, place, Map.of()).wrong("this is not an object");
                })
                .toList();
    }

    void each(BiConsumer<String, JsonFields> action) {
        fields.keySet().forEach(key -> action.accept(String.valueOf(key), object(String.valueOf(key))));
    }

    Name name() {
        return new Name(optionalText("schema").orElse(null), text("name"));
    }

    LimbeckException wrong(String fact) {
        return LimbeckException.setup(Problem.at(
                Place.file(file),
                "wrong-snapshot",
                (path.isEmpty() ? "" : path + ": ") + fact,
                "Write the snapshot anew with `mvn db:snapshot`."));
    }

    @SuppressWarnings("unchecked")
    private Stream<Object> list(String field) {
        return of(field, List.class, "a list").map(list -> (List<Object>) list).orElse(List.of()).stream();
    }

    private <T> Optional<T> of(String field, Class<T> type, String wanted) {
        Object value = fields.get(field);
        if (value != null && !type.isInstance(value)) {
            throw wrong("'" + field + "' is not " + wanted);
        }
        return Optional.ofNullable(type.cast(value));
    }

    private String within(String field) {
        return path.isEmpty() ? field : path + "." + field;
    }
}
