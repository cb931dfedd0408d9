package io.limbeck.dsl;

import groovy.lang.Binding;
import groovy.lang.Closure;
import groovy.lang.MetaClass;
import groovy.lang.MissingMethodException;
import groovy.lang.Script;
import io.limbeck.call.Block;
import io.limbeck.call.Call;
import io.limbeck.call.Receiver;
import io.limbeck.call.Site;
import io.limbeck.call.Unknown;
import io.limbeck.error.Refusal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import org.codehaus.groovy.reflection.ClassInfo;
import org.codehaus.groovy.runtime.InvokerHelper;

/** What compiled scripts have in common: turns what is called in them into {@link Call}s, for whoever listens. */
public abstract class HearingScript extends Script {

    private final Deque<Receiver> receivers = new ArrayDeque<>();
    private Recording recording;
    private Surroundings surroundings;
    private IntFunction<Site> sites;
    private Site site;
    private boolean asked;

    /**
     * What a script may ask about the run it is part of.
     *
     * @param dialect its name
     * @param offline whether SQL is written rather than sent
     * @param x the arguments {@code -Ddb.x.NAME=value}
     */
    public record Surroundings(String dialect, boolean offline, Map<String, String> x) {}

    /**
     * @param places the place of each statement, by the number that the compiler gave it
     * @param unknown where nothing finer is known
     */
    final void stand(Surroundings about, IntFunction<Site> places, Site unknown) {
        surroundings = about;
        sites = places;
        site = unknown;
    }

    /** Whom to tell what nobody understands. */
    final void into(Recording told) {
        recording = told;
    }

    /** Where the script stands at the moment. */
    public final Site site() {
        return site;
    }

    public final String getDialect() {
        return surroundings.dialect();
    }

    public final boolean isOffline() {
        return surroundings.offline();
    }

    public final boolean getOffline() {
        return surroundings.offline();
    }

    public final Map<String, String> getX() {
        return surroundings.x();
    }

    /** Called by compiled scripts before each statement; the first ones may give its fields their values. */
    final void at(int statement) {
        if (sites != null) {
            site = sites.apply(statement);
        }
    }

    // ---- Groovy's metaclass, which takes long to make and which few scripts need

    /**
     * Makes a script without asking Groovy for its metaclass, as Groovy's constructor would.
     *
     * @param type a class of scripts that is new
     */
    public static HearingScript fresh(Class<? extends HearingScript> type) throws ReflectiveOperationException {
        ClassInfo.getClassInfo(type).setStrongMetaClass(InvokerHelper.getMetaClass(Binding.class));
        return type.getDeclaredConstructor().newInstance();
    }

    /** Takes back what {@link #fresh} gave to Groovy's constructor, before the script's own fields get their values. */
    protected HearingScript() {
        ClassInfo.getClassInfo(getClass()).setStrongMetaClass(null);
    }

    @Override
    public final MetaClass getMetaClass() {
        if (!asked) {
            setMetaClass(null);
        }
        return super.getMetaClass();
    }

    @Override
    public final void setMetaClass(MetaClass metaClass) {
        asked = true;
        super.setMetaClass(metaClass);
    }

    // ---- hearing

    final void listening(Receiver receiver, Runnable body) {
        receivers.push(receiver);
        try {
            body.run();
        } finally {
            receivers.pop();
        }
    }

    /** Whether somebody hears what is said. */
    final boolean listens() {
        return !receivers.isEmpty();
    }

    /** A call inside a block: a verb, a word with arguments, a method of the script itself, or unknown. */
    final Object heard(String name, Object arguments) {
        Object[] values = InvokerHelper.asArray(arguments);
        Receiver receiver = receivers.peek();
        if (receiver == null) {
            throw new MissingMethodException(name, getClass(), values);
        }
        Call call = call(name, values);
        if (receiver.verbs().contains(name)) {
            recording.understanding(call, () -> receiver.hear(call));
            return null;
        }
        if (Words.isFunction(name)) {
            return function(call);
        }
        if (!getMetaClass().respondsTo(this, name, values).isEmpty()) {
            return InvokerHelper.getMetaClass(this).invokeMethod(this, name, values);
        }
        if (getBinding().hasVariable(name) && getBinding().getVariable(name) instanceof Closure<?> closure) {
            return closure.call(values);
        }
        recording.unknown(call, receiver);
        return Unknown.VALUE;
    }

    /** A call that makes a value where nobody wants one. */
    final Object meaningless(String name, Object[] arguments) {
        Receiver receiver = receivers.peek();
        if (receiver == null || receiver.verbs().contains(name)) {
            return heard(name, arguments);
        }
        recording.unknown(call(name, arguments), receiver);
        return Unknown.VALUE;
    }

    private Object function(Call call) {
        try {
            return Words.value(call.name(), call.positional(), call.named());
        } catch (Refusal refusal) {
            recording.report(refusal.at(site.of(refusal.subject())));
            return Unknown.VALUE;
        }
    }

    private Call call(String name, Object[] values) {
        List<Object> positional = new ArrayList<>(Arrays.asList(values));
        Map<String, Object> named = new LinkedHashMap<>();
        if (!positional.isEmpty() && positional.get(0) instanceof Map<?, ?> map) {
            map.forEach((key, value) -> named.put(String.valueOf(key), value));
            positional.remove(0);
        }
        Optional<Block> block = Optional.empty();
        int last = positional.size() - 1;
        if (last >= 0 && positional.get(last) instanceof Closure<?> closure) {
            block = Optional.of(new GroovyBlock(closure, this));
            positional.remove(last);
        }
        return new Call(name, positional, named, block, site);
    }

    /** A word inside a block that stands alone. */
    final Object word(String name) {
        Optional<Object> value = Words.value(name);
        if (value.isPresent()) {
            return value.get();
        }
        if (getMetaClass().hasProperty(this, name) != null || getBinding().hasVariable(name)) {
            return getProperty(name);
        }
        recording.unknown(name, site);
        return Unknown.VALUE;
    }

    /** Groovy's hook for calls in the script's own methods. */
    public final Object methodMissing(String name, Object arguments) {
        return heard(name, arguments);
    }

    /** Groovy's hook for words in the script's own methods. */
    public final Object propertyMissing(String name) {
        boolean printing = name.equals("out");
        if (receivers.isEmpty() || printing) {
            throw new groovy.lang.MissingPropertyException(name, getClass());
        }
        return word(name);
    }
}
