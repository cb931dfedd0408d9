package io.limbeck.script.literal;

import io.limbeck.dsl.Words;
import io.limbeck.error.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Something in a script that has a value when it is run. */
interface Expression {

    Object value(Run run);

    /** A literal. */
    record Constant(Object value) implements Expression {
        @Override
        public Object value(Run run) {
            return value;
        }
    }

    /** A local variable. */
    record Local(Variable variable) implements Expression {
        @Override
        public Object value(Run run) {
            return variable.value();
        }
    }

    /** A word that stands for a value, such as {@code bigint}. */
    record Word(Object value) implements Expression {
        @Override
        public Object value(Run run) {
            if (!run.isHeard()) {
                throw new Declined();
            }
            return value;
        }
    }

    /** Shape: <code>"${table}_id"</code> */
    record Text(List<Expression> parts) implements Expression {
        @Override
        public Object value(Run run) {
            StringBuilder text = new StringBuilder();
            for (Expression part : parts) {
                text.append(Texts.of(part.value(run)));
            }
            run.count(text.length() / Texts.CHARACTERS_A_STEP);
            return new Interpolated(text.toString());
        }
    }

    /** {@code [a, b]} */
    record Items(List<Expression> items) implements Expression {
        @Override
        public Object value(Run run) {
            List<Object> list = new ArrayList<>();
            for (Expression item : items) {
                list.add(item.value(run));
            }
            run.count(list.size());
            return run.made(list);
        }
    }

    /** {@code [a: 1, (b): 2]}, keys and values in turn */
    record Entries(List<Expression> entries) implements Expression {
        @Override
        public Object value(Run run) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < entries.size(); i += 2) {
                Object key = Maps.key(entries.get(i).value(run));
                map.put(key, entries.get(i + 1).value(run));
            }
            run.count(entries.size());
            return run.made(map);
        }
    }

    record Binary(Operator operator, Expression left, Expression right) implements Expression {
        @Override
        public Object value(Run run) {
            Object first = left.value(run);
            return Operations.of(operator, first, right.value(run), run);
        }
    }

    record And(Expression left, Expression right) implements Expression {
        @Override
        public Object value(Run run) {
            return Operations.truth(left.value(run)) && Operations.truth(right.value(run));
        }
    }

    record Or(Expression left, Expression right) implements Expression {
        @Override
        public Object value(Run run) {
            return Operations.truth(left.value(run)) || Operations.truth(right.value(run));
        }
    }

    record Not(Expression negated) implements Expression {
        @Override
        public Object value(Run run) {
            return !Operations.truth(negated.value(run));
        }
    }

    record Negative(Expression number) implements Expression {
        @Override
        public Object value(Run run) {
            return Numbers.negative(number.value(run));
        }
    }

    /** {@code condition ? yes : no} */
    record Conditional(Expression condition, Expression yes, Expression no) implements Expression {
        @Override
        public Object value(Run run) {
            return Operations.truth(condition.value(run)) ? yes.value(run) : no.value(run);
        }
    }

    /** {@code usual ?: otherwise} */
    record Elvis(Expression usual, Expression otherwise) implements Expression {
        @Override
        public Object value(Run run) {
            Object value = usual.value(run);
            return Operations.truth(value) ? value : otherwise.value(run);
        }
    }

    /**
     * {@code owner.name}
     *
     * @param safe whether null has it too, as in {@code owner?.name}
     */
    record Property(Expression owner, String name, boolean safe) implements Expression {
        @Override
        public Object value(Run run) {
            Object value = owner.value(run);
            return safe && value == null ? null : Methods.property(run, value, name);
        }
    }

    /** {@code owner[index]} */
    record Element(Expression owner, Expression index) implements Expression {
        @Override
        public Object value(Run run) {
            Object value = owner.value(run);
            return Methods.element(run, value, index.value(run));
        }
    }

    /** {@code owner.name(arguments)} */
    record Method(Expression owner, String name, Arguments arguments, boolean safe) implements Expression {
        @Override
        public Object value(Run run) {
            Object value = owner.value(run);
            if (safe && value == null) {
                return null;
            }
            run.count();
            Map<String, Object> named = arguments.named(run);
            List<Object> positional = arguments.positional(run);
            return named.isEmpty()
                    ? Methods.call(run, value, name, positional)
                    : Methods.varying(value, name, positional, named);
        }
    }

    /** A call of a closure in a variable. */
    record Invoke(Variable variable, Arguments arguments) implements Expression {
        @Override
        public Object value(Run run) {
            return Methods.call(run, variable.value(), "call", arguments.alone(run));
        }
    }

    /** {@code name(arguments)}: a method of the script, or a word such as {@code varchar(255)}. */
    record Call(String name, Arguments arguments) implements Expression {
        @Override
        public Object value(Run run) {
            Routine method = run.method(name);
            if (method != null) {
                return method.call(run, arguments.alone(run).toArray());
            }
            if (!run.isHeard() || !Words.isFunction(name)) {
                throw new Declined();
            }
            Map<String, Object> named = arguments.named(run);
            try {
                return Words.value(name, arguments.positional(run), named);
            } catch (Refusal toBeTold) {
                throw new Declined();
            }
        }
    }

    /** {@code { it … }}, handed to a method. */
    record Closure(Routine routine) implements Expression {
        @Override
        public Object value(Run run) {
            return routine;
        }
    }
}
