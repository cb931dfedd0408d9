package io.limbeck.sqltext;

import io.limbeck.schema.Column;
import io.limbeck.schema.Schema;
import io.limbeck.schema.Table;
import io.limbeck.sqltext.SqlToken.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Parses the query of a view: what databases print of one, and what people write. */
final class QueryParser extends ExpressionParser {

    private static final Set<String> JOINS = Set.of("join", "inner", "left", "right", "full", "cross");

    private final Schema schema;

    /** @param schema the tables that may be named */
    QueryParser(List<SqlToken> tokens, Scope scope, Schema schema) {
        super(tokens, scope);
        this.schema = schema;
    }

    @Override
    Term whole() {
        Term query = query();
        accept(";");
        if (!atEnd()) {
            throw unparsed();
        }
        return query;
    }

    @Override
    Term subquery() {
        Scope outer = scope();
        try {
            return query();
        } finally {
            scope(outer);
        }
    }

    private Term query() {
        Term query = peek().is("(") ? inParentheses() : select();
        while (peek().is("union") || peek().is("except") || peek().is("intersect") || peek().is("minus")) {
            String operator = next().text();
            String kind = accept("all") ? operator + " all" : operator;
            accept("distinct");
            query = Term.call(kind, query, peek().is("(") ? inParentheses() : select());
        }
        List<Term> parts = new ArrayList<>(List.of(query));
        if (accept("order", "by")) {
            parts.add(Term.call("order by", ordered()));
        }
        while (peek().is("limit") || peek().is("offset")) {
            parts.add(Term.call(next().text(), plain(expression())));
        }
        return parts.size() == 1 ? query : Term.call("ordered", parts);
    }

    private Term inParentheses() {
        expect("(");
        Term query = query();
        expect(")");
        return query;
    }

    private List<Term> ordered() {
        List<Term> terms = new ArrayList<>();
        do {
            Term term = plain(expression());
            boolean descending = accept("desc");
            if (!descending) {
                accept("asc");
            }
            if (accept("nulls")) {
                term = Term.call("nulls " + next().text(), term);
            }
            terms.add(descending ? Term.call("desc", term) : term);
        } while (accept(","));
        return terms;
    }

    private Term select() {
        expect("select");
        boolean distinct = accept("distinct");
        if (!distinct) {
            accept("all");
        }
        int items = mark();
        skipTo();
        scope(new Scope(scope().dialect()));
        Term from = accept("from") ? sources() : Term.call("nothing");
        int behind = mark();
        back(items);
        List<Term> columns = items();
        back(behind);
        List<Term> parts = new ArrayList<>(List.of(Term.call("columns", columns), from));
        if (accept("where")) {
            parts.add(Term.call("where", plain(expression())));
        }
        if (accept("group", "by")) {
            List<Term> groups = new ArrayList<>();
            do {
                groups.add(plain(expression()));
            } while (accept(","));
            parts.add(Term.call("group by", groups));
        }
        if (accept("having")) {
            parts.add(Term.call("having", plain(expression())));
        }
        return Term.call(distinct ? "select distinct" : "select", parts);
    }

    /** Goes to the end of the select list. */
    private void skipTo() {
        int depth = 0;
        while (!atEnd()) {
            SqlToken token = peek();
            if (depth == 0
                    && (token.is("from")
                            || token.is("where")
                            || token.is("union")
                            || token.is("except")
                            || token.is("intersect")
                            || token.is("order")
                            || token.is(")")
                            || token.is(";"))) {
                return;
            }
            depth += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            next();
        }
    }

    // ---- the select list

    private List<Term> items() {
        List<Term> items = new ArrayList<>();
        do {
            if (accept("*")) {
                items.addAll(all(null));
            } else if (peek().kind() != Kind.SIGN && peek(1).is(".") && peek(2).is("*")) {
                String alias = name(next());
                next();
                next();
                items.addAll(all(alias));
            } else {
                items.add(item());
            }
        } while (accept(","));
        return items;
    }

    private Term item() {
        Term term = plain(expression());
        boolean named = accept("as");
        if (!named && peek().kind() != Kind.WORD && peek().kind() != Kind.QUOTED
                || !named
                        && peek().kind() == Kind.WORD
                        && (peek().is("from")
                                || peek().is("where")
                                || peek().is("union")
                                || peek().is("except")
                                || peek().is("intersect")
                                || peek().is("order"))) {
            return term;
        }
        String alias = name(next());
        String own = term.text().substring(term.text().indexOf('.') + 1);
        boolean called = term.kind() == Term.Kind.CALL
                && term.text().equals(alias)
                && scope().dialect().columnsBearFunctions();
        return called || term.kind() == Term.Kind.COLUMN && own.equals(alias)
                ? term
                : Term.call("as", term, Term.leaf(Term.Kind.WORD, alias));
    }

    /** What a star stands for: the columns, where they are known. */
    private List<Term> all(String alias) {
        List<Scope.Source> sources = scope().sources().stream()
                .filter(source -> alias == null || source.alias().equals(alias))
                .toList();
        if (sources.isEmpty()
                || sources.stream().anyMatch(source -> source.table().isEmpty())) {
            return List.of(Term.leaf(Term.Kind.WORD, alias == null ? "*" : alias + ".*"));
        }
        return sources.stream()
                .flatMap(source -> source.table().orElseThrow().columns().stream()
                        .map(Column::name)
                        .map(column -> Term.leaf(Term.Kind.COLUMN, scope().column(List.of(source.alias(), column)))))
                .toList();
    }

    // ---- the tables

    private Term sources() {
        List<Term> sources = new ArrayList<>();
        do {
            sources.add(joined());
        } while (accept(","));
        return Term.call("from", sources);
    }

    private Term joined() {
        Term left = source();
        while (peek().kind() == Kind.WORD && JOINS.contains(peek().text())) {
            String kind = next().text();
            if (!kind.equals("join")) {
                accept("outer");
                expect("join");
            }
            Term right = source();
            List<Term> parts = new ArrayList<>(List.of(left, right));
            if (accept("on")) {
                parts.add(Term.call("on", plain(expression())));
            } else if (accept("using")) {
                expect("(");
                parts.add(Term.call("using", list(")")));
            }
            left = Term.call(kind.equals("inner") ? "join" : kind.equals("join") ? kind : kind + " join", parts);
        }
        return left;
    }

    private Term source() {
        if (accept("(")) {
            if (peek().is("select")) {
                Term query = subquery();
                expect(")");
                String alias = alias(null);
                scope().add(alias, Optional.empty());
                return Term.call("query", query, Term.leaf(Term.Kind.WORD, alias));
            }
            Term inner = joined();
            expect(")");
            return inner;
        }
        List<String> path = new ArrayList<>(List.of(name(next())));
        while (accept(".")) {
            path.add(name(next()));
        }
        if (peek().is("(")) {
            throw unparsed();
        }
        Optional<Table> table = Scope.table(schema, path);
        String name = table.map(known -> known.name().toString()).orElse(path.get(path.size() - 1));
        String alias = alias(path.get(path.size() - 1));
        scope().add(alias, table);
        return Term.call("table", Term.leaf(Term.Kind.WORD, name), Term.leaf(Term.Kind.WORD, alias));
    }

    private String alias(String otherwise) {
        boolean named = accept("as");
        boolean follows = peek().kind() == Kind.QUOTED
                || peek().kind() == Kind.WORD
                        && !JOINS.contains(peek().text())
                        && !Set.of(
                                        "where",
                                        "group",
                                        "having",
                                        "order",
                                        "union",
                                        "except",
                                        "intersect",
                                        "limit",
                                        "offset",
                                        "on",
                                        "using",
                                        "natural",
                                        "for",
                                        "fetch",
                                        "with",
                                        "window",
                                        "minus")
                                .contains(peek().text());
        if (named || follows) {
            return name(next());
        }
        if (otherwise == null) {
            throw unparsed();
        }
        return otherwise;
    }
}
