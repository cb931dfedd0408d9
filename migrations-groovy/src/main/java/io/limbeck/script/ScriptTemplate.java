package io.limbeck.script;

import io.limbeck.type.Literal;
import java.util.List;
import java.util.stream.Collectors;

/** The text of a new script. */
public record ScriptTemplate(
        String id, List<String> down, String message, List<String> labels, List<String> dependsOn) {

    public String groovy() {
        return groovy(List.of());
    }

    /** A Groovy script that does these operations in place of other revisions. */
    public String groovy(List<String> replaces, List<String> operations) {
        StringBuilder header = header();
        option(header, "replaces", replaces);
        return header
                + operations.stream()
                        .flatMap(String::lines)
                        .map(line -> ("    " + line).stripTrailing() + "\n")
                        .collect(Collectors.joining("", "\n\nupgrade {\n", "}\n"));
    }

    /** A Groovy script with remarks between its header and its block. */
    public String groovy(List<String> remarks) {
        StringBuilder header = header();
        String comment = remarks.stream().map(remark -> "// " + remark + "\n").collect(Collectors.joining());
        return header + "\n\n" + comment + (comment.isEmpty() ? "" : "\n") + (down.size() > 1 ? MERGE : BODY);
    }

    private StringBuilder header() {
        StringBuilder header = new StringBuilder("revision " + Literal.quoted(id));
        option(header, "down", down);
        if (!message.isBlank()) {
            header.append(", message: ").append(Literal.quoted(message));
        }
        option(header, "labels", labels);
        option(header, "dependsOn", dependsOn);
        return header;
    }

    private static final String MERGE = """
            upgrade {
            }
            """;

    private static final String BODY = """
            upgrade {
                // createTable('account') {
                //     column 'id', bigint, identity: true, primaryKey: true
                //     column 'email', varchar(255), nullable: false, unique: true
                // }
            }

            // The downgrade is derived from the upgrade; write downgrade { … } only where that cannot be.
            """;

    public String sql() {
        StringBuilder text = new StringBuilder("-- revision: " + id + "\n");
        line(text, "down", down);
        if (!message.isBlank()) {
            text.append("-- message: ").append(message.replaceAll("\\R", " ")).append('\n');
        }
        line(text, "labels", labels);
        line(text, "depends-on", dependsOn);
        return text.append("\n-- upgrade\n\n-- downgrade\n").toString();
    }

    private static void option(StringBuilder header, String name, List<String> values) {
        if (!values.isEmpty()) {
            header.append(", ").append(name).append(": ");
            header.append(
                    values.size() == 1
                            ? Literal.quoted(values.get(0))
                            : values.stream().map(Literal::quoted).collect(Collectors.joining(", ", "[", "]")));
        }
    }

    private static void line(StringBuilder text, String name, List<String> values) {
        if (!values.isEmpty()) {
            text.append("-- ")
                    .append(name)
                    .append(": ")
                    .append(String.join(", ", values))
                    .append('\n');
        }
    }
}
