package io.limbeck.script;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Place;
import io.limbeck.error.Problem;
import io.limbeck.sql.ScriptRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A migration in SQL. Shape:
 *
 * <pre>
 * -- revision: a1b2
 * -- down: 9f8e, 7d6c
 * -- message: create account
 * -- labels: billing
 * -- depends-on: c3d4
 *
 * -- upgrade
 * create table account (id int);
 *
 * -- downgrade
 * drop table account;
 * </pre>
 *
 * or {@code -- repeatable: name} in place of the revision. {@code -- dependsOn:} is understood as well.
 *
 * @param revert the downgrade section, or null where there is none
 */
public record SqlScript(SourceText source, Header header, Section upgrade, Section revert) {

    /** The text below a section's marker, as offsets; {@code place} is the marker. */
    public record Section(Place place, int from, int to) {}

    /**
     * Reads header and sections.
     *
     * @throws LimbeckException with all problems: {@code missing-header}, {@code duplicate-header},
     *     {@code missing-upgrade}, {@code duplicate-block}, {@code early-statement}, {@code unknown-option} and those of
     *     the header's values
     */
    public static SqlScript read(SourceText source) {
        List<Problem> problems = new ArrayList<>();
        SqlScript script = new SqlOutline(source, problems).script();
        if (!problems.isEmpty()) {
            throw LimbeckException.migration(problems);
        }
        return script;
    }

    public Optional<Section> downgrade() {
        return Optional.ofNullable(revert);
    }

    /**
     * The statements of a section, such as {@link #upgrade()}.
     *
     * @throws LimbeckException as {@link SqlSplitter#split(SourceText, int, int, ScriptRules)}
     */
    public List<SqlStatement> statements(Section section, ScriptRules rules) {
        return SqlSplitter.split(source, section.from(), section.to(), rules);
    }

    /**
     * The checksum that the version table keeps: of what the header says and of the sections' tokens. Comments,
     * white space outside quotes and line endings do not count.
     *
     * <p>It is the same for every dialect, so it reads quotes as the standard has them, with backticks and dollar
     * quotes. A text it cannot read so, or one with a backslash before a quote, counts line by line as it is; a
     * comment behind {@code #} counts always.
     */
    public String checksum() {
        return SqlChecksum.of(this);
    }
}
