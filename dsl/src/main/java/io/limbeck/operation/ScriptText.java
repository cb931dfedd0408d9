package io.limbeck.operation;

import io.limbeck.schema.Name;
import io.limbeck.type.Literal;
import io.limbeck.type.Type;
import io.limbeck.type.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Writes a call as script text, leaving out what is not said. */
final class ScriptText {

    private static final String INDENT = "    ";

    private final String verb;
    private final List<String> parts = new ArrayList<>();

    private ScriptText(String verb) {
        this.verb = verb;
    }

    static ScriptText call(String verb) {
        return new ScriptText(verb);
    }

    ScriptText argument(String text) {
        parts.add(Literal.quoted(text));
        return this;
    }

    ScriptText raw(String script) {
        parts.add(script);
        return this;
    }

    /** One name alone, several as a list. */
    ScriptText names(List<String> names) {
        return raw(names.size() == 1 ? Literal.quoted(names.get(0)) : list(names));
    }

    ScriptText schema(Name name) {
        return text("schema", Optional.ofNullable(name.schema()));
    }

    ScriptText option(String name, String script) {
        parts.add(name + ": " + script);
        return this;
    }

    ScriptText text(String name, Optional<String> value) {
        value.ifPresent(text -> option(name, Literal.quoted(text)));
        return this;
    }

    ScriptText flag(String name, boolean value) {
        return value ? option(name, "true") : this;
    }

    ScriptText number(String name, Optional<Long> value) {
        value.ifPresent(number -> option(name, String.valueOf(number)));
        return this;
    }

    ScriptText choice(String name, Optional<Boolean> value) {
        value.ifPresent(answer -> option(name, String.valueOf(answer)));
        return this;
    }

    ScriptText map(String name, Map<String, ?> value) {
        return value.isEmpty() ? this : option(name, script(value));
    }

    ScriptText list(String name, List<String> values) {
        return values.isEmpty() ? this : option(name, list(values));
    }

    /** Shape: {@code renameTable 'a', to: 'b'} */
    String line() {
        return parts.isEmpty() ? verb + "()" : verb + " " + String.join(", ", parts);
    }

    /** Shape: {@code createTable('a') { … }} with one line for each line of the body. */
    String block(Collection<String> body) {
        String head = verb + parts.stream().collect(Collectors.joining(", ", "(", ")"));
        return body.isEmpty()
                ? head + " {}"
                : body.stream()
                        .flatMap(String::lines)
                        .map(line -> INDENT + line)
                        .collect(Collectors.joining("\n", head + " {\n", "\n}"));
    }

    static String list(List<String> values) {
        return values.stream().map(Literal::quoted).collect(Collectors.joining(", ", "[", "]"));
    }

    /** Any value that a script can hold, as script text. */
    static String script(Object value) {
        if (value instanceof Type type) {
            return type.script();
        }
        if (value instanceof Value sql) {
            return sql.script();
        }
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty()
                    ? "[:]"
                    : map.entrySet().stream()
                            .map(entry -> key(String.valueOf(entry.getKey())) + ": " + script(entry.getValue()))
                            .collect(Collectors.joining(", ", "[", "]"));
        }
        if (value instanceof Collection<?> list) {
            return list.stream().map(ScriptText::script).collect(Collectors.joining(", ", "[", "]"));
        }
        return Literal.of(value).map(Literal::script).orElseGet(() -> Literal.quoted(String.valueOf(value)));
    }

    private static String key(String key) {
        return key.matches("[A-Za-z_][A-Za-z0-9_]*") ? key : Literal.quoted(key);
    }
}
