package io.limbeck.script.literal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** A search for a pattern in a text, which goes on with each question, so that only the block that began it may ask. */
final class Search {

    private final Matcher matcher;
    private final Run run;
    private final Object home;

    Search(Matcher matcher, Run run) {
        this.matcher = matcher;
        this.run = run;
        this.home = run.block();
    }

    private Matcher matcher() {
        run.count();
        if (home != run.block()) {
            throw new Declined();
        }
        return matcher;
    }

    /** Its truth in Groovy. */
    boolean isTrue() {
        return matcher().find(0);
    }

    Object call(String name, List<Object> arguments) {
        if (name.equals("group") && arguments.size() == 1 && arguments.get(0) instanceof Integer group) {
            return matcher().group(group);
        }
        if (!arguments.isEmpty()) {
            throw new Declined();
        }
        return switch (name) {
            case "find" -> matcher().find();
            case "matches" -> matcher().matches();
            case "group" -> matcher().group();
            case "groupCount" -> matcher().groupCount();
            case "getCount" -> count();
            default -> throw new Declined();
        };
    }

    private int count() {
        int count = 0;
        matcher().reset();
        while (matcher().find()) {
            count++;
        }
        return count;
    }

    /** {@code search[index]}: the text that was found there, or a list of it and of its groups. */
    Object element(Object index) {
        if (!(index instanceof Integer at) || at < 0 || at >= count()) {
            throw new Declined();
        }
        matcher().reset();
        for (int i = 0; i <= at; i++) {
            matcher().find();
        }
        if (matcher.groupCount() == 0) {
            return matcher.group();
        }
        List<Object> groups = new ArrayList<>();
        for (int group = 0; group <= matcher.groupCount(); group++) {
            groups.add(matcher.group(group));
        }
        return new Sequence(groups);
    }
}
