package io.limbeck.it.literals;

import io.limbeck.type.Literal;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/** A way for values into tables of {@code id} and {@code v}, one a value; the tables are made on the way. */
enum Road {
    /** Rows of an insert, each on a line of its own. */
    INSERT,
    /** Defaults of columns. */
    DEFAULT,
    /** Values that are bound online and literal offline. */
    EXECUTE,
    /** A file. */
    CSV;

    private static final int HEAD = 3;

    /** Defaults are short, and only a script's own CAST makes JSON or a BLOB of a value that goes into any statement. */
    boolean takes(Samples samples) {
        return switch (this) {
            case DEFAULT -> samples != Samples.TEXTS && samples != Samples.LONG_BYTES;
            case EXECUTE -> samples != Samples.JSON && samples != Samples.LONG_BYTES;
            default -> true;
        };
    }

    /** The revision. */
    String revision() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The table of a value. */
    String table(int i) {
        return revision() + "_" + i;
    }

    /** The files of a revision that takes these values along. */
    Map<String, String> files(Samples samples, List<Integer> chosen) {
        Map<String, String> files = new TreeMap<>();
        StringJoiner script = new StringJoiner("\n", "", "\n}\n");
        script.add("revision '" + revision() + "'"
                        + (ordinal() == 0 ? "" : ", down: '" + values()[ordinal() - 1].revision() + "'"))
                .add("")
                .add("upgrade {");
        for (int i : chosen) {
            String value = new Literal(samples.all().get(i)).script();
            script.add(
                    switch (this) {
                        case INSERT -> table(samples, i, "") + "insert '" + table(i) + "', [id: 1, v: " + value + "]";
                        case DEFAULT ->
                            table(samples, i, ", default: " + value) + "execute 'insert into " + table(i)
                                    + " (id) values (1)'";
                        case EXECUTE ->
                            table(samples, i, "") + "execute 'insert into " + table(i)
                                    + " (id, v) values (1, :v)', [v: " + value + "]";
                        case CSV -> table(samples, i, "") + "insert '" + table(i) + "', csv: '" + table(i) + ".csv'";
                    });
            if (this == CSV) {
                files.put(table(i) + ".csv", "id,v\n1," + cell(samples.all().get(i)) + "\n");
            }
        }
        files.put(revision() + ".groovy", script.toString());
        return files;
    }

    /** Which of the chosen values a line of the script is about. */
    static int at(int line, List<Integer> chosen) {
        return chosen.get(line - 1 - HEAD);
    }

    private String table(Samples samples, int i, String options) {
        return "createTable('" + table(i) + "') { column 'id', integer, primaryKey: true; column 'v', " + samples.type()
                + options + " }; ";
    }

    private static String cell(Object value) {
        if (value == null) {
            return "";
        }
        String text = value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : value.toString();
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
