package io.limbeck.call;

import java.util.Set;

/** Whoever hears the calls of a block. */
public interface Receiver {

    /** The words that may be called here. */
    Set<String> verbs();

    /** Hears one call whose name is among {@link #verbs()}. */
    void hear(Call call);
}
