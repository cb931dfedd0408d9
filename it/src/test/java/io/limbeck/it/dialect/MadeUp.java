package io.limbeck.it.dialect;

import io.limbeck.dialect.Dialect;
import io.limbeck.dialect.DialectProvider;
import io.limbeck.dialect.Literals;
import io.limbeck.dialect.Server;
import io.limbeck.dialect.Version;
import io.limbeck.operation.AlterColumn;
import io.limbeck.sql.ClientProfile;
import io.limbeck.sql.Feature;
import io.limbeck.sql.ScriptRules;
import io.limbeck.type.Kind;
import java.util.List;
import java.util.Optional;

// region dialect
/** A database that nobody has: its dialect is all that Limbeck needs of it. It speaks what H2 understands. */
public final class MadeUp extends Dialect implements DialectProvider {

    public MadeUp() {
        this(Optional.empty());
    }

    private MadeUp(Optional<Version> version) {
        super("madeup", version);
        types().word(Kind.TEXT, "CHARACTER LARGE OBJECT")
                .word(Kind.UUID, "UUID")
                .needNumbers(Kind.DECIMAL);
        supporting(Feature.IF_EXISTS, Feature.COMMENTS, Feature.SEQUENCES, Feature.CASCADE);
        if (atLeast(3)) {
            supporting(Feature.NULLS_NOT_DISTINCT);
        }
        instead(Feature.NULLS_NOT_DISTINCT, "Say the version of a newer server, as in the dialect 'madeup:3'.");
        cannot(AlterColumn.class, "cannot change a column", "Add another one, copy, and drop the old one.");
        reserved("day from group key order primary select table to user value where");
    }

    @Override
    public Dialect dialect(Optional<Version> version) {
        return new MadeUp(version);
    }

    @Override
    protected Version oldest() {
        return Version.of(2);
    }

    @Override
    protected Literals literals() {
        return new Literals() {
            @Override
            protected String uuid(String text) {
                return "UUID '" + text + "'";
            }
        };
    }

    @Override
    protected boolean comparable(String type) {
        return !type.endsWith("LARGE OBJECT");
    }

    @Override
    public Server server() {
        return new Server(List.of("jdbc:madeup:"), "org.madeup.Driver", "org.madeup:madeup-jdbc");
    }

    @Override
    public ClientProfile clientProfile() {
        return ClientProfile.plain("madeup", "madeup < FILE");
    }

    @Override
    public ScriptRules scriptRules() {
        return ScriptRules.standard();
    }

    @Override
    public int maxIdentifier() {
        return 64;
    }
}
// endregion
