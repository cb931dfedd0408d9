package io.limbeck.it.docs;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The goals and their parameters as tables, from the plugin's descriptor. */
final class PluginTables {
    private static final String DESCRIPTOR = "META-INF/maven/plugin.xml";

    private PluginTables() {}

    static String goals() throws Exception {
        List<List<String>> rows = mojos().map(
                        mojo -> List.of(Tables.code("db:" + text(mojo, "goal")), first(text(mojo, "description"))))
                .toList();
        return Tables.markdown(List.of("goal", "what it does"), rows);
    }

    static String parameters() throws Exception {
        List<Element> mojos =
                mojos().filter(mojo -> !text(mojo, "goal").equals("help")).toList();
        TreeMap<String, Element> parameters = new TreeMap<>();
        TreeMap<String, Set<String>> goals = new TreeMap<>();
        TreeMap<String, String> defaults = new TreeMap<>();
        for (Element mojo : mojos) {
            parameters(mojo)
                    .filter(each -> text(each, "editable").equals("true"))
                    .forEach(parameter -> {
                        String name = text(parameter, "name");
                        parameters.put(name, parameter);
                        goals.computeIfAbsent(name, any -> new TreeSet<>()).add(text(mojo, "goal"));
                        children(mojo, "configuration")
                                .flatMap(configuration -> children(configuration, name))
                                .forEach(given -> defaults.put(name, given.getAttribute("default-value")));
                    });
        }
        List<List<String>> rows = new ArrayList<>();
        parameters.forEach((name, parameter) -> {
            int count = goals.get(name).size();
            String where =
                    count == mojos.size() ? "all" : count > 4 ? count + " goals" : String.join(", ", goals.get(name));
            rows.add(List.of(
                    Tables.code(name),
                    first(text(parameter, "description")),
                    Tables.code(defaults.getOrDefault(name, "")),
                    where));
        });
        return Tables.markdown(List.of("parameter", "what it says", "default", "of"), rows);
    }

    private static Stream<Element> mojos() throws Exception {
        try (InputStream descriptor = PluginTables.class.getClassLoader().getResourceAsStream(DESCRIPTOR)) {
            Document document =
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(descriptor);
            return children(document.getDocumentElement(), "mojos")
                    .flatMap(mojos -> children(mojos, "mojo"))
                    .toList()
                    .stream();
        }
    }

    private static Stream<Element> parameters(Element mojo) {
        return children(mojo, "parameters").flatMap(parameters -> children(parameters, "parameter"));
    }

    private static Stream<Element> children(Element parent, String name) {
        return IntStream.range(0, parent.getChildNodes().getLength())
                .mapToObj(parent.getChildNodes()::item)
                .filter(node -> node.getNodeType() == Node.ELEMENT_NODE
                        && node.getNodeName().equals(name))
                .map(Element.class::cast);
    }

    private static String text(Element parent, String child) {
        return children(parent, child)
                .findFirst()
                .map(element -> element.getTextContent().strip())
                .orElse("");
    }

    /** The first paragraph on one line, fit for a cell. */
    private static String first(String description) {
        return description
                .lines()
                .map(String::strip)
                .findFirst()
                .orElse("")
                .replace("|", "\\|")
                .replace("<", "&lt;");
    }
}
