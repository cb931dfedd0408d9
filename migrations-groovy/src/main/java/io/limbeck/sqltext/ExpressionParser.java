package io.limbeck.sqltext;

import io.limbeck.sqltext.SqlToken.Kind;
import io.limbeck.type.Scalar;
import io.limbeck.type.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Parses an expression by the precedence of its operators (SQL:2016, 6 and 8; PostgreSQL, "Operator Precedence"). */
class ExpressionParser extends TokenCursor {

    private static final int OR = 1;
    private static final int AND = 2;
    private static final int NOT = 3;
    private static final int COMPARISON = 4;
    private static final int OTHER = 5;
    private static final int SUM = 6;
    private static final int PRODUCT = 7;
    private static final Map<String, Integer> OPERATORS = precedences(Map.of(
            OR, "or",
            AND, "and",
            COMPARISON, "= <> < > <= >=",
            OTHER, "|| -> ->> #> #>> @> <@ && ~ ~* !~ !~* ~~ !~~ ~~* !~~* & | << >>",
            SUM, "+ -",
            PRODUCT, "* / %"));
    private static final Set<String> TYPED = Set.of("date", "time", "timestamp", "interval", "json");
    private static final Set<String> MOMENTS = words("""
            current_timestamp current_date current_time localtimestamp localtime current_user
            session_user user sysdate systimestamp null true false default""");
    private static final Set<String> ENDS = words("""
            from where group having order union except intersect limit offset fetch on using join
            inner left right full cross natural as then else when end with for window minus select""");

    private final Map<String, Type> types = new HashMap<>();
    private Scope scope;

    ExpressionParser(List<SqlToken> tokens, Scope scope) {
        super(tokens);
        this.scope = scope;
    }

    private static Set<String> words(String text) {
        return Set.of(text.split("\\s+"));
    }

    private static Map<String, Integer> precedences(Map<Integer, String> levels) {
        Map<String, Integer> precedences = new HashMap<>();
        levels.forEach((level, operators) -> words(operators).forEach(operator -> precedences.put(operator, level)));
        return precedences;
    }

    final Scope scope() {
        return scope;
    }

    final void scope(Scope other) {
        scope = other;
    }

    // ---- expressions

    /** The whole text as one expression. */
    Term whole() {
        Term term = expression();
        if (!atEnd()) {
            throw unparsed();
        }
        return plain(term);
    }

    final Term expression() {
        return expression(OR);
    }

    private Term expression(int least) {
        Term left = prefix();
        while (true) {
            SqlToken token = peek();
            Integer precedence =
                    OPERATORS.get(token.kind() == Kind.QUOTED || token.kind() == Kind.STRING ? "" : token.text());
            if (precedence != null && precedence >= least) {
                next();
                left = operated(token.text(), left, precedence);
            } else if (least <= COMPARISON && token.kind() == Kind.WORD) {
                Term longer = predicate(left);
                if (longer == null) {
                    return left;
                }
                left = longer;
            } else {
                return left;
            }
        }
    }

    private Term operated(String operator, Term left, int precedence) {
        if (precedence == COMPARISON
                && (peek().is("any") || peek().is("all") || peek().is("some"))
                && peek(1).is("(")) {
            return quantified(operator, left);
        }
        Term right = expression(precedence + 1);
        if (precedence < SUM) {
            return Terms.between(operator, plain(left), plain(right));
        }
        boolean divides = operator.equals("/") && !isExact(left);
        return Terms.between(operator, number(left), divides ? right : number(right));
    }

    /** A number without its cast; the type of anything else may decide what is worked out. */
    private Term number(Term term) {
        Term plain = plain(term);
        return plain.kind() == Term.Kind.STRING ? term : plain;
    }

    private Term quantified(String operator, Term left) {
        boolean all = next().is("all");
        expect("(");
        Term values = plain(expression());
        expect(")");
        if (values.kind() == Term.Kind.LIST && values.text().equals("array")) {
            if (operator.equals("=") && !all) {
                return Terms.in(plain(left), values.parts());
            }
            if (operator.equals("<>") && all) {
                return Terms.not(Terms.in(plain(left), values.parts()));
            }
        }
        return Term.call(operator + (all ? " all" : " any"), plain(left), values);
    }

    /** Whether numbers in it are divided with what is behind the point. */
    private boolean isExact(Term term) {
        if (term.kind() == Term.Kind.COLUMN) {
            return scope.type(term.text()) instanceof Scalar scalar
                    && switch (scalar.kind()) {
                        case DECIMAL, NUMERIC, REAL, DOUBLE_PRECISION -> true;
                        default -> false;
                    };
        }
        return Set.of("+", "-", "*", "/").contains(term.text())
                && term.parts().stream().anyMatch(this::isExact);
    }

    /** A predicate that begins with a word, or null where none follows. */
    private Term predicate(Term left) {
        if (accept("is")) {
            boolean negated = accept("not");
            Term is;
            if (accept("distinct", "from")) {
                is = Term.call("is distinct", plain(left), plain(expression(COMPARISON + 1)));
            } else {
                is = Term.call("is " + next().text(), plain(left));
            }
            return negated ? Terms.not(is) : is;
        }
        if (accept("isnull")) {
            return Term.call("is null", plain(left));
        }
        if (accept("notnull")) {
            return Terms.not(Term.call("is null", plain(left)));
        }
        int mark = mark();
        boolean negated = accept("not");
        Term positive = null;
        if (accept("in")) {
            positive = in(left);
        } else if (accept("between")) {
            Term least = plain(expression(COMPARISON + 1));
            expect("and");
            Term most = plain(expression(COMPARISON + 1));
            positive = Terms.between(
                    "and", Terms.between(">=", plain(left), least), Terms.between("<=", plain(left), most));
        } else if (peek().is("like") || peek().is("ilike") || peek().is("regexp") || peek().is("glob")) {
            String operator = next().text();
            positive = Term.call(operator, plain(left), plain(expression(COMPARISON + 1)));
            if (accept("escape")) {
                positive = Term.call("escape", positive, plain(expression(COMPARISON + 1)));
            }
        }
        if (positive == null) {
            back(mark);
            return null;
        }
        return negated ? Terms.not(positive) : positive;
    }

    private Term in(Term left) {
        expect("(");
        if (peek().is("select") || peek().is("with")) {
            Term query = subquery();
            expect(")");
            return Term.call("in query", plain(left), query);
        }
        return Terms.in(plain(left), list(")"));
    }

    final List<Term> list(String end) {
        List<Term> terms = new ArrayList<>();
        do {
            terms.add(plain(expression()));
        } while (accept(","));
        expect(end);
        return terms;
    }

    private Term prefix() {
        if (accept("not")) {
            return Terms.not(expression(NOT));
        }
        if (accept("-")) {
            return Terms.minus(plain(expression(PRODUCT + 1)));
        }
        if (accept("+")) {
            return expression(PRODUCT + 1);
        }
        Term term = primary();
        while (true) {
            if (accept("::")) {
                term = cast(term);
            } else if (accept("at", "time", "zone")) {
                term = Term.call("timezone", plain(expression(PRODUCT + 1)), term);
            } else if (accept("collate")) {
                String collation = path(next());
                term = collation.equals("default")
                        ? term
                        : Term.call("collate", term, Term.leaf(Term.Kind.WORD, collation));
            } else if (peek().is("[") && term.kind() != Term.Kind.LIST) {
                next();
                term = Term.call("[]", term, plain(expression()));
                expect("]");
            } else {
                return term;
            }
        }
    }

    private String path(SqlToken first) {
        String last = first.text();
        while (accept(".")) {
            last = next().text();
        }
        return last;
    }

    private Term primary() {
        SqlToken token = next();
        return switch (token.kind()) {
            case STRING -> Term.leaf(Term.Kind.STRING, token.text());
            case NUMBER -> Term.leaf(Term.Kind.NUMBER, token.text());
            case QUOTED -> named(token);
            case WORD -> word(token);
            case SIGN -> {
                if (!token.text().equals("(")) {
                    back(mark() - 1);
                    throw unparsed();
                }
                yield parenthesized();
            }
            case END -> throw unparsed();
        };
    }

    private Term parenthesized() {
        if (peek().is("select") || peek().is("with")) {
            Term query = subquery();
            expect(")");
            return Term.call("query", query);
        }
        Term first = expression();
        if (accept(")")) {
            return first;
        }
        expect(",");
        List<Term> row = new ArrayList<>(List.of(plain(first)));
        row.addAll(list(")"));
        return new Term(Term.Kind.LIST, "row", row);
    }

    /** A query inside an expression. */
    Term subquery() {
        throw unparsed();
    }

    private Term word(SqlToken token) {
        String word = token.text();
        if (word.equals("case")) {
            return cases();
        }
        if (word.equals("cast") && accept("(")) {
            Term term = expression();
            expect("as");
            Term cast = cast(term);
            expect(")");
            return cast;
        }
        if (word.equals("array") && accept("[")) {
            return new Term(Term.Kind.LIST, "array", peek().is("]") ? emptyArray() : list("]"));
        }
        if (word.equals("exists") && accept("(")) {
            Term query = subquery();
            expect(")");
            return Term.call("exists", query);
        }
        if (word.equals("x") && peek().kind() == Kind.STRING) {
            return Term.call("x", Term.leaf(Term.Kind.STRING, next().text().toLowerCase(Locale.ROOT)));
        }
        if (TYPED.contains(word) && peek().kind() == Kind.STRING) {
            return typed(word);
        }
        if (MOMENTS.contains(word) && !peek().is(".")) {
            boolean called = accept("(", ")");
            return !called && peek().is("(") ? call(word) : moment(word);
        }
        if (ENDS.contains(word) && !peek().is("(")) {
            back(mark() - 1);
            throw unparsed();
        }
        return named(token);
    }

    private List<Term> emptyArray() {
        expect("]");
        return List.of();
    }

    private static Term moment(String word) {
        return word.equals("true") || word.equals("false") || word.equals("null")
                ? Term.leaf(Term.Kind.WORD, word)
                : Term.call(word);
    }

    private Term typed(String word) {
        Term literal = Term.leaf(Term.Kind.STRING, next().text());
        if (word.equals("interval")
                && peek().kind() == Kind.WORD
                && !OPERATORS.containsKey(peek().text())
                && !ENDS.contains(peek().text())) {
            literal = Term.leaf(Term.Kind.STRING, literal.text() + " " + next().text());
        }
        return new Term(Term.Kind.CAST, word, List.of(literal));
    }

    private Term cases() {
        List<Term> parts = new ArrayList<>();
        if (!peek().is("when")) {
            parts.add(Term.call("case of", plain(expression())));
        }
        while (accept("when")) {
            parts.add(plain(expression()));
            expect("then");
            parts.add(plain(expression()));
        }
        if (accept("else")) {
            Term otherwise = plain(expression());
            if (!otherwise.equals(Term.leaf(Term.Kind.WORD, "null"))) {
                parts.add(Term.call("else", otherwise));
            }
        }
        expect("end");
        return Term.call("case", parts);
    }

    private Term named(SqlToken first) {
        List<String> path = new ArrayList<>(List.of(name(first)));
        while (accept(".")) {
            SqlToken part = next();
            path.add(part.is("*") ? "*" : name(part));
        }
        if (accept("(")) {
            back(mark() - 1);
            return call(path.get(path.size() - 1));
        }
        return Term.leaf(Term.Kind.COLUMN, scope.column(path));
    }

    /** A name as scripts write it. */
    final String name(SqlToken token) {
        if (token.kind() == Kind.QUOTED) {
            return scope.dialect().scriptName(token.text());
        }
        if (token.kind() != Kind.WORD) {
            throw new Unparsed(token);
        }
        return token.text();
    }

    private Term call(String given) {
        String name = scope.dialect().functionName(given.toLowerCase(Locale.ROOT));
        expect("(");
        if (accept(")")) {
            return Term.call(name);
        }
        boolean distinct = accept("distinct");
        if (name.equals("trim") && accept("both")) {
            if (accept("from")) {
                List<Term> trimmed = list(")");
                return Term.call(name, trimmed);
            }
            throw unparsed();
        }
        List<Term> parts = new ArrayList<>();
        do {
            if (accept("*")) {
                parts.add(Term.leaf(Term.Kind.WORD, "*"));
            } else if (name.equals("extract") && peek().kind() != Kind.SIGN && peek(1).is("from")) {
                parts.add(Term.leaf(Term.Kind.WORD, next().text()));
            } else {
                parts.add(plain(expression()));
            }
        } while (accept(",") || accept("from") || name.equals("substring") && accept("for"));
        expect(")");
        if (peek().is("over") || peek().is("filter") || peek().is("within")) {
            throw unparsed();
        }
        if (name.equals("mod") && parts.size() == 2) {
            return Terms.between("%", parts.get(0), parts.get(1));
        }
        return Terms.called(distinct ? name + " distinct" : name, parts);
    }

    // ---- casts

    private Term cast(Term term) {
        String words = typeWords();
        Type type = scope.dialect().normal(scope.dialect().read(words));
        types.put(type.script(), type);
        return new Term(Term.Kind.CAST, type.script(), List.of(term));
    }

    private String typeWords() {
        StringBuilder words = new StringBuilder(next().text());
        while (peek().kind() == Kind.WORD
                && Set.of("varying", "precision", "with", "without", "time", "zone", "large", "object", "unsigned")
                        .contains(peek().text())) {
            words.append(' ').append(next().text());
        }
        if (accept(".")) {
            words.append('.').append(next().text());
        }
        if (accept("(")) {
            words.append('(');
            while (!accept(")")) {
                words.append(next().text());
            }
            words.append(')');
            while (peek().kind() == Kind.WORD
                    && Set.of("with", "without", "time", "zone").contains(peek().text())) {
                words.append(' ').append(next().text());
            }
        }
        while (accept("[", "]")) {
            words.append("[]");
        }
        return words.toString();
    }

    /** The term as it stands where its type goes without saying: a literal without its cast. */
    final Term plain(Term term) {
        if (term.kind() != Term.Kind.CAST) {
            return term;
        }
        Term inner = plain(term.parts().get(0));
        Type type = types.computeIfAbsent(term.text(), scope.dialect()::read);
        return Terms.cast(inner, term.text(), type, inner.kind() == Term.Kind.COLUMN ? scope.type(inner.text()) : null);
    }
}
