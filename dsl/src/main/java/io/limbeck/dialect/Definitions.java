package io.limbeck.dialect;

import io.limbeck.error.Refusal;
import io.limbeck.schema.Check;
import io.limbeck.schema.Column;
import io.limbeck.schema.Computed;
import io.limbeck.schema.Constraint;
import io.limbeck.schema.Deferral;
import io.limbeck.schema.Exclusion;
import io.limbeck.schema.ForeignKey;
import io.limbeck.schema.Identity;
import io.limbeck.schema.Index;
import io.limbeck.schema.IndexPart;
import io.limbeck.schema.Name;
import io.limbeck.schema.PrimaryKey;
import io.limbeck.schema.ReferentialAction;
import io.limbeck.schema.Unique;
import io.limbeck.sql.Feature;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Columns, constraints and indexes in standard SQL, each request checked against what the dialect can do. */
final class Definitions {

    private final Dialect dialect;

    Definitions(Dialect dialect) {
        this.dialect = dialect;
    }

    /** Shape: {@code email VARCHAR(255) DEFAULT '' NOT NULL} */
    String column(Column column) {
        if (column.collation().isPresent()) {
            dialect.require(Feature.COLLATION);
        }
        StringBuilder words = new StringBuilder();
        words.append(dialect.quote(column.name())).append(' ').append(dialect.type(column.type()));
        if (column.collation().isPresent()) {
            words.append(" COLLATE ").append(dialect.quote(column.collation().get()));
        }
        if (column.defaultValue().isPresent()) {
            words.append(" DEFAULT ")
                    .append(dialect.literal(column.defaultValue().get(), column.type()));
        }
        if (column.identity().isPresent()) {
            words.append(' ').append(identity(column.identity().get()));
        }
        if (column.computed().isPresent()) {
            words.append(' ').append(computed(column.computed().get()));
        }
        return words.append(column.nullable() ? "" : " NOT NULL").toString();
    }

    String identity(Identity identity) {
        if (identity.min().isPresent() || identity.max().isPresent()) {
            dialect.require(Feature.IDENTITY_RANGE);
        }
        String options = clause("START WITH", identity.start())
                + clause("INCREMENT BY", identity.increment())
                + clause("MINVALUE", identity.min())
                + clause("MAXVALUE", identity.max())
                + identity.cycle()
                        .map(cycle -> cycle ? " CYCLE" : " " + dialect.noCycle())
                        .orElse("")
                + identity.cache()
                        .filter(size -> dialect.supports(Feature.SEQUENCE_CACHE))
                        .map(size -> " " + dialect.cache(size))
                        .orElse("");
        return "GENERATED " + (identity.always() ? "ALWAYS" : "BY DEFAULT") + " AS IDENTITY"
                + (options.isEmpty() ? "" : " (" + options.strip() + ")");
    }

    private static String clause(String words, Optional<Long> number) {
        return number.map(value -> " " + words + " " + value).orElse("");
    }

    private String computed(Computed computed) {
        computed.stored()
                .ifPresent(stored -> dialect.require(stored ? Feature.STORED_COMPUTED : Feature.VIRTUAL_COMPUTED));
        boolean stored = computed.stored().orElse(dialect.storesComputed());
        return "GENERATED ALWAYS AS (" + computed.expression() + ")" + (stored ? dialect.stored() : dialect.virtual());
    }

    /** Shape: {@code CONSTRAINT uq_account_email UNIQUE (email)} */
    String constraint(Constraint constraint) {
        return "CONSTRAINT " + dialect.quote(constraint.name()) + " " + rule(constraint);
    }

    private String rule(Constraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            return "PRIMARY KEY (" + dialect.quoteAll(key.columns()) + ")";
        }
        if (constraint instanceof Unique unique) {
            if (unique.nullsNotDistinct()) {
                dialect.require(Feature.NULLS_NOT_DISTINCT);
            }
            return "UNIQUE " + (unique.nullsNotDistinct() ? dialect.nullsNotDistinct() : "") + "("
                    + dialect.quoteAll(unique.columns()) + ")" + deferral(unique, unique.deferral());
        }
        if (constraint instanceof ForeignKey key) {
            return foreignKey(key);
        }
        if (constraint instanceof Check check) {
            return "CHECK (" + check.expression() + ")" + validity(check.valid());
        }
        Exclusion exclusion = (Exclusion) constraint;
        dialect.require(Feature.EXCLUSION);
        return "EXCLUDE "
                + exclusion.using().map(method -> "USING " + method + " ").orElse("")
                + exclusion.elements().entrySet().stream()
                        .map(element -> element(element.getKey()) + " WITH " + element.getValue())
                        .collect(Collectors.joining(", ", "(", ")"))
                + exclusion
                        .where()
                        .map(condition -> " WHERE (" + condition + ")")
                        .orElse("")
                + deferral(exclusion, exclusion.deferral());
    }

    private String element(String element) {
        return element.matches("\\w+") ? dialect.quote(element) : element;
    }

    private String foreignKey(ForeignKey key) {
        key.match().ifPresent(match -> requireMatch(match));
        if (key.onUpdate() != ReferentialAction.NO_ACTION && key.onUpdate() != ReferentialAction.RESTRICT) {
            dialect.require(Feature.ON_UPDATE_ACTIONS);
        }
        if (key.onDelete() == ReferentialAction.SET_DEFAULT || key.onUpdate() == ReferentialAction.SET_DEFAULT) {
            dialect.require(Feature.SET_DEFAULT_ACTION);
        }
        return "FOREIGN KEY (" + dialect.quoteAll(key.columns()) + ") REFERENCES "
                + dialect.referredName(key.referred())
                + " (" + dialect.quoteAll(key.referredColumns()) + ")"
                + key.match()
                        .map(match -> " MATCH " + match.toUpperCase(Locale.ROOT))
                        .orElse("")
                + action(" ON DELETE ", key.onDelete())
                + action(" ON UPDATE ", key.onUpdate())
                + deferral(key, key.deferral())
                + validity(key.valid());
    }

    private void requireMatch(String match) {
        dialect.require(Feature.MATCH);
        if (match.equals("partial")) {
            throw new Refusal(
                    "unsupported",
                    "match",
                    dialect.dialect() + " cannot do MATCH PARTIAL, as no database can",
                    "Use match: 'full', or leave it out.");
        }
    }

    private String action(String words, ReferentialAction action) {
        return dialect.action(action).map(word -> words + word).orElse("");
    }

    private String deferral(Constraint constraint, Deferral deferral) {
        if (deferral == Deferral.NOT_DEFERRABLE) {
            return "";
        }
        dialect.requireDeferrable(constraint);
        return deferral == Deferral.INITIALLY_DEFERRED ? " DEFERRABLE INITIALLY DEFERRED" : " DEFERRABLE";
    }

    private String validity(boolean valid) {
        if (!valid) {
            dialect.require(Feature.NOT_VALID);
        }
        return valid ? "" : dialect.notValid();
    }

    /** Shape: {@code CREATE UNIQUE INDEX ix_account_email ON account (email)} */
    String index(Name table, Index index, boolean concurrently, boolean ifNotExists) {
        require(index, ifNotExists);
        boolean concurrent = concurrently && dialect.supports(Feature.CONCURRENT_INDEX);
        Map<String, Object> options = index.options().getOrDefault(dialect.dialect(), Map.of());
        return "CREATE " + dialect.indexKind(index) + "INDEX " + (concurrent ? "CONCURRENTLY " : "")
                + (ifNotExists ? "IF NOT EXISTS " : "")
                + dialect.newIndexName(table, index.name())
                + " ON " + dialect.indexedTable(table)
                + (index.using().isEmpty() ? "" : " USING " + index.using().get())
                + " (" + parts(index, options) + ")"
                + (index.include().isEmpty() ? "" : " INCLUDE (" + dialect.quoteAll(index.include()) + ")")
                + dialect.indexOptions(options)
                + (index.where().isEmpty() ? "" : " WHERE " + index.where().get());
    }

    private String parts(Index index, Map<String, Object> options) {
        List<String> parts = new ArrayList<>(index.parts().size());
        for (IndexPart part : index.parts()) {
            parts.add(part(part, options));
        }
        return String.join(", ", parts);
    }

    void require(Index index, boolean ifNotExists) {
        if (ifNotExists) {
            dialect.require(Feature.IF_EXISTS);
        }
        if (index.where().isPresent()) {
            dialect.require(Feature.PARTIAL_INDEX);
        }
        if (!index.include().isEmpty()) {
            dialect.require(Feature.COVERING_INDEX);
        }
        if (index.using().isPresent()) {
            dialect.require(Feature.INDEX_METHOD);
        }
        for (IndexPart part : index.parts()) {
            if (part.expression()) {
                dialect.require(Feature.EXPRESSION_INDEX);
            }
            if (part.nulls().isPresent()) {
                dialect.require(Feature.INDEX_NULLS_ORDER);
            }
        }
    }

    private String part(IndexPart part, Map<String, Object> options) {
        return (part.expression() ? dialect.indexExpression(part.text()) : dialect.quote(part.text()))
                + dialect.indexPartOptions(part.text(), options)
                + (part.descending() ? " DESC" : "")
                + (part.nulls().isEmpty() ? "" : " NULLS " + part.nulls().get().toUpperCase(Locale.ROOT));
    }
}
