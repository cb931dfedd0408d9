package io.limbeck.plan;

import io.limbeck.schema.Name;
import io.limbeck.schema.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What one statement of several says that it adds and takes, such as a copy of a table that stands nowhere in the schema
 * state. It reads what dialects write, so it need not know more SQL than they do.
 */
record Wording(Set<Part> gained, Set<Part> lost) {

    private static final String ID = "(\"(?:[^\"]|\"\")+\"|`[^`]+`|\\[[^\\]]+\\]|[\\p{L}_][\\p{L}\\p{N}_$#]*)";
    private static final String NAME = "((?:" + ID.replace("(\"", "(?:\"") + "\\.)?" + ID.replace("(\"", "(?:\"") + ")";
    private static final String ALTER = "alter table (?:if exists )?" + NAME + " ";

    /** One way to say it; the groups of the pattern are names. */
    private record Form(Pattern pattern, Function<MatchResult, Wording> meaning) {}

    private static final List<Form> FORMS = List.of(
            form("create (?:\\w+ ){0,3}?table (?:if not exists )?" + NAME + "\\b.*", at -> gaining(table(at.group(1)))),
            form("drop table (?:if exists )?" + NAME + "\\b.*", at -> losing(table(at.group(1)))),
            form("create (?:or replace )?view " + NAME + "\\b.*", at -> gaining(view(at.group(1)))),
            form("drop view (?:if exists )?" + NAME + "\\b.*", at -> losing(view(at.group(1)))),
            form(ALTER + "rename to " + NAME, at -> renaming(table(at.group(1)), renamed(at.group(1), at.group(2)))),
            form(
                    "rename table " + NAME + " to " + NAME,
                    at -> renaming(table(at.group(1)), renamed(at.group(1), at.group(2)))),
            form(
                    "create (?:\\w+ ){0,3}?index (?:concurrently )?(?:if not exists )?" + NAME + " on " + NAME
                            + "\\b.*",
                    at -> gaining(
                            on(Part.Kind.INDEX, at.group(2), name(at.group(1)).value()))),
            form(
                    ALTER + "rename column " + ID + " to " + ID,
                    at -> renaming(
                            on(Part.Kind.COLUMN, at.group(1), plain(at.group(2))),
                            on(Part.Kind.COLUMN, at.group(1), plain(at.group(3))))),
            form(
                    "rename column " + NAME + "\\." + ID + " to " + ID,
                    at -> renaming(
                            on(Part.Kind.COLUMN, at.group(1), plain(at.group(2))),
                            on(Part.Kind.COLUMN, at.group(1), plain(at.group(3))))),
            form( // MySQL calls every primary key PRIMARY, so its own name is not asked for
                    ALTER + "add constraint " + ID + " primary key\\b.*",
                    at -> gaining(on(
                            Part.Kind.PRIMARY_KEY,
                            at.group(1),
                            name(at.group(1)).value()))),
            form(
                    ALTER + "add constraint " + ID + "\\b.*",
                    at -> gaining(on(Part.Kind.CONSTRAINT, at.group(1), plain(at.group(2))))),
            form( // MySQL makes a foreign key's index with it
                    ALTER + "add index " + ID + " \\(.*\\), add constraint " + ID + "\\b.*",
                    at -> new Wording(
                            Set.of(
                                    on(Part.Kind.INDEX, at.group(1), plain(at.group(2))),
                                    on(Part.Kind.CONSTRAINT, at.group(1), plain(at.group(3)))),
                            Set.of())),
            form(
                    ALTER + "add (?:unique )?(?:index|key) " + ID + "\\b.*",
                    at -> gaining(on(Part.Kind.INDEX, at.group(1), plain(at.group(2))))),
            form(
                    ALTER + "drop (?:constraint|foreign key|check) (?:if exists )?" + ID + "\\b.*",
                    at -> losing(on(Part.Kind.CONSTRAINT, at.group(1), plain(at.group(2))))),
            form(
                    ALTER + "drop primary key\\b.*",
                    at -> losing(on(
                            Part.Kind.PRIMARY_KEY,
                            at.group(1),
                            name(at.group(1)).value()))),
            form( // MySQL drops a foreign key's index with it
                    ALTER + "drop index " + ID + ", drop foreign key " + ID,
                    at -> new Wording(
                            Set.of(),
                            Set.of(
                                    on(Part.Kind.INDEX, at.group(1), plain(at.group(2))),
                                    on(Part.Kind.CONSTRAINT, at.group(1), plain(at.group(3)))))),
            form(
                    ALTER + "drop (?:index|key) " + ID + "\\b.*",
                    at -> losing(on(Part.Kind.INDEX, at.group(1), plain(at.group(2))))),
            form(
                    ALTER + "add (?:column )?(?!constraint\\b|primary\\b|unique\\b|foreign\\b|check\\b|index\\b|key\\b)"
                            + ID + " .*",
                    at -> gaining(on(Part.Kind.COLUMN, at.group(1), plain(at.group(2))))),
            form(
                    ALTER + "drop column (?:if exists )?" + ID + "\\b.*",
                    at -> losing(on(Part.Kind.COLUMN, at.group(1), plain(at.group(2))))));

    private static final Pattern DROP_INDEX =
            Pattern.compile("(?is)drop index (?:concurrently )?(?:if exists )?" + NAME + "(?: on " + NAME + ")?.*");

    private static Form form(String pattern, Function<MatchResult, Wording> meaning) {
        return new Form(Pattern.compile("(?is)" + pattern), meaning);
    }

    /**
     * What a statement adds and takes; empty where it is none of the kinds that are known.
     *
     * @param ownerOfIndex the table that an index stands on, since the statement may not say it
     */
    static Optional<Wording> read(String sql, Function<String, Optional<Name>> ownerOfIndex) {
        String line = sql.strip().replaceAll("\\s+", " ");
        for (Form form : FORMS) {
            Matcher at = form.pattern.matcher(line);
            if (at.matches()) {
                return Optional.of(form.meaning.apply(at));
            }
        }
        Matcher drop = DROP_INDEX.matcher(line);
        if (!drop.matches()) {
            return Optional.empty();
        }
        String index = name(drop.group(1)).value();
        return Optional.ofNullable(drop.group(2))
                .map(Wording::name)
                .or(() -> ownerOfIndex.apply(index))
                .map(table -> losing(new Part(Part.Kind.INDEX, table, index)));
    }

    private static Wording gaining(Part part) {
        return new Wording(Set.of(part), Set.of());
    }

    private static Wording losing(Part part) {
        return new Wording(Set.of(), Set.of(part));
    }

    private static Wording renaming(Part from, Part to) {
        return new Wording(Set.of(to), Set.of(from));
    }

    private static Part table(String text) {
        Name name = name(text);
        return new Part(Part.Kind.TABLE, name, name.value());
    }

    private static Part view(String text) {
        Name name = name(text);
        return new Part(Part.Kind.VIEW, name, name.value());
    }

    /** The new name stands without the schema in most databases. */
    private static Part renamed(String from, String to) {
        Name name = name(to);
        return table(
                name.schema() == null && name(from).schema() != null
                        ? name(from).schema() + "." + to
                        : to);
    }

    private static Part on(Part.Kind kind, String table, String own) {
        return new Part(kind, name(table), own);
    }

    private static Name name(String text) {
        Matcher id = Pattern.compile(ID).matcher(text);
        id.find();
        String first = plain(id.group(1));
        return id.find() ? new Name(first, plain(id.group(1))) : Name.of(first);
    }

    /** A name as scripts have it. */
    private static String plain(String identifier) {
        char quote = identifier.charAt(0);
        String inner = identifier.substring(1, Math.max(1, identifier.length() - 1));
        return switch (quote) {
            case '"' -> inner.replace("\"\"", "\"");
            case '`', '[' -> inner;
            default -> identifier.toLowerCase(Locale.ROOT);
        };
    }
}
