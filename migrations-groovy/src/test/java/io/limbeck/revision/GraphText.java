package io.limbeck.revision;

import io.limbeck.error.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a graph, one revision a line. Shape: {@code m1 [shop] <- x2 y2 needs lib "join them"}. */
final class GraphText {

    private static final Pattern LINE = Pattern.compile(
            "(?<id>[^\\s\\[]+)\\s*(?:\\[(?<labels>[^\\]]*)\\])?\\s*(?:<-(?<down>(?:(?!\\bneeds\\b)[^\"])*))?"
                    + "(?:\\bneeds\\b(?<needs>[^\"]*))?(?:\"(?<message>[^\"]*)\")?\\s*");

    private GraphText() {}

    static List<Revision> revisions(String text) {
        List<Revision> revisions = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (!line.isBlank()) {
                revisions.add(revision(line.strip(), revisions.size() + 1));
            }
        }
        return revisions;
    }

    static RevisionGraph graph(String text) {
        return RevisionGraph.of(revisions(text));
    }

    private static Revision revision(String line, int number) {
        Matcher matcher = LINE.matcher(line);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a revision: " + line);
        }
        String id = matcher.group("id");
        String message = matcher.group("message");
        return new Revision(
                id,
                words(matcher.group("down")),
                message == null ? "" : message,
                labels(words(matcher.group("labels"))),
                words(matcher.group("needs")),
                new Place(number + "_" + id + ".groovy", 1, 1, ""));
    }

    private static Set<String> labels(List<String> words) {
        return new LinkedHashSet<>(words);
    }

    static List<String> words(String text) {
        return text == null || text.isBlank() ? List.of() : List.of(text.strip().split("[\\s,]+"));
    }
}
