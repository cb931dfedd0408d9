package io.limbeck.script.literal;

import io.limbeck.call.Unknown;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** A statement of a script that is run; what it leaves as the result is what a closure answers that ends with it. */
interface Step {

    /** How the statements go on. */
    enum Outcome {
        ON,
        BREAK,
        CONTINUE,
        RETURN
    }

    Outcome run(Run run);

    /** What may stand in a script that is read, but not be run. */
    Step UNREAD = run -> {
        throw new Declined();
    };

    /** An expression, which has its effects. */
    record Evaluate(Expression expression, Mark mark) implements Step {
        @Override
        public Outcome run(Run run) {
            run.at(mark);
            run.result(expression.value(run));
            return Outcome.ON;
        }
    }

    /** A call of a verb, of whose answer only the verb knows, or of a method of the script. */
    record Say(String verb, Arguments arguments, Body block, Mark mark) implements Step {
        @Override
        public Outcome run(Run run) {
            run.at(mark);
            Routine method = run.method(verb);
            if (method != null && block == null) {
                run.result(method.call(run, arguments.alone(run).toArray()));
                return Outcome.ON;
            }
            if (method != null) {
                throw new Declined();
            }
            Map<String, Object> named = arguments.named(run);
            run.say(verb, arguments.positional(run), named, block);
            run.result(Unknown.VALUE);
            return Outcome.ON;
        }
    }

    /**
     * {@code def name = value}
     *
     * @param value null where there is none
     */
    record Declare(Variable variable, Expression value, Mark mark) implements Step {
        @Override
        public Outcome run(Run run) {
            run.at(mark);
            if (value == null) {
                variable.declareEmpty(run);
            } else {
                variable.declare(value.value(run), run);
            }
            run.result(variable.value());
            return Outcome.ON;
        }
    }

    /**
     * {@code target = value}
     *
     * @param operator null, or what comes before the {@code =}, as in {@code +=}
     */
    record Assign(Expression target, Operator operator, Expression value, Mark mark) implements Step {
        @Override
        public Outcome run(Run run) {
            run.at(mark);
            run.result(target instanceof Expression.Local local ? local(run, local) : part(run));
            return Outcome.ON;
        }

        private Object local(Run run, Expression.Local local) {
            Object before = operator == null ? null : local.value(run);
            Object assigned = value.value(run);
            return local.variable()
                    .assign(operator == null ? assigned : Operations.of(operator, before, assigned, run), run);
        }

        private Object part(Run run) {
            if (operator != null) {
                throw new Declined();
            }
            Object assigned = value.value(run);
            if (target instanceof Within.Name name) {
                Methods.put(run, name.owner(run), name.name(), assigned);
            } else if (target instanceof Expression.Property property && !property.safe()) {
                Object owner = property.owner().value(run);
                if (!(owner instanceof Map<?, ?>)) {
                    throw new Declined();
                }
                Methods.put(run, owner, property.name(), assigned);
            } else if (target instanceof Expression.Element element) {
                Object owner = element.owner().value(run);
                Methods.put(run, owner, element.index().value(run), assigned);
            } else {
                throw new Declined();
            }
            return assigned;
        }
    }

    /** {@code number++} or {@code number--} */
    record Count(Variable variable, Operator operator, Mark mark) implements Step {
        @Override
        public Outcome run(Run run) {
            run.at(mark);
            Object before = variable.value();
            variable.assign(Numbers.of(operator, before, 1), run);
            run.result(before);
            return Outcome.ON;
        }
    }

    record If(Expression condition, Body then, Body otherwise) implements Step {
        @Override
        public Outcome run(Run run) {
            return (Operations.truth(condition.value(run)) ? then : otherwise).run(run);
        }
    }

    /** {@code for (each in collection)} */
    record ForEach(Variable each, Expression collection, Body body) implements Step {
        @Override
        public Outcome run(Run run) {
            for (Object element : elements(collection.value(run))) {
                run.count();
                each.declare(element, run);
                Outcome outcome = body.run(run);
                if (outcome == Outcome.RETURN) {
                    return outcome;
                }
                if (outcome == Outcome.BREAK) {
                    break;
                }
            }
            run.result(null);
            return Outcome.ON;
        }

        private static Collection<?> elements(Object collection) {
            if (collection instanceof List<?> list) {
                return list;
            }
            if (collection instanceof Map<?, ?> map) {
                return map.entrySet();
            }
            if (collection instanceof Sequence sequence) {
                return sequence.elements();
            }
            throw new Declined();
        }
    }

    /** {@code for (first; condition; next)}, or {@code while (condition)}, which has neither of the others */
    record While(List<Step> first, Expression condition, List<Step> next, Body body) implements Step {
        @Override
        public Outcome run(Run run) {
            new Body(first).run(run);
            while (Operations.truth(condition.value(run))) {
                run.count();
                Outcome outcome = body.run(run);
                if (outcome == Outcome.RETURN) {
                    return outcome;
                }
                if (outcome == Outcome.BREAK) {
                    break;
                }
                new Body(next).run(run);
            }
            run.result(null);
            return Outcome.ON;
        }
    }

    /** {@code return value} */
    record Return(Expression value) implements Step {
        @Override
        public Outcome run(Run run) {
            run.result(value.value(run));
            return Outcome.RETURN;
        }
    }

    /** {@code break} or {@code continue} */
    record Jump(Outcome outcome) implements Step {
        @Override
        public Outcome run(Run run) {
            return outcome;
        }
    }

    /** {@code assert condition}, which does nothing where it holds. */
    record Assert(Expression condition) implements Step {
        @Override
        public Outcome run(Run run) {
            if (!Operations.truth(condition.value(run))) {
                throw new Declined();
            }
            run.result(null);
            return Outcome.ON;
        }
    }

    /**
     * {@code try { … } catch (…) { … } finally { … }}, of which what is caught is never run: what throws is declined.
     *
     * @param end null where there is none
     */
    record Attempt(Body body, Body end) implements Step {
        @Override
        public Outcome run(Run run) {
            Outcome outcome = body.run(run);
            Object result = run.result();
            if (end != null && end.run(run) != Outcome.ON) {
                throw new Declined();
            }
            run.result(result);
            return outcome;
        }
    }
}
