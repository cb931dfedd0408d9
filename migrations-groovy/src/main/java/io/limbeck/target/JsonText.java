package io.limbeck.target;

import groovy.json.JsonOutput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** JSON in which whatever fits stands on one line, so that a changed column is a changed line. */
final class JsonText {

    private static final int WIDTH = 110;
    private static final String INDENT = "  ";

    private JsonText() {}

    static String of(Object value) {
        return text(value, "") + "\n";
    }

    private static String text(Object value, String indent) {
        String line = line(value);
        if (line.length() + indent.length() <= WIDTH) {
            return line;
        }
        String inner = indent + INDENT;
        List<String> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> parts.add(key(key) + text(each, inner)));
            return broken("{", parts, "}", indent);
        }
        if (value instanceof Collection<?> list) {
            list.forEach(each -> parts.add(text(each, inner)));
            return broken("[", parts, "]", indent);
        }
        return line;
    }

    private static String broken(String open, List<String> parts, String close, String indent) {
        String inner = "\n" + indent + INDENT;
        return open + inner + String.join("," + inner, parts) + "\n" + indent + close;
    }

    private static String line(Object value) {
        List<String> parts = new ArrayList<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, each) -> parts.add(key(key) + line(each)));
            return "{" + String.join(", ", parts) + "}";
        }
        if (value instanceof Collection<?> list) {
            list.forEach(each -> parts.add(line(each)));
            return "[" + String.join(", ", parts) + "]";
        }
        return JsonOutput.toJson(value);
    }

    private static String key(Object key) {
        return JsonOutput.toJson(String.valueOf(key)) + ": ";
    }
}
