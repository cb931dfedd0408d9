package io.limbeck.call;

/** The braces behind a call: whoever made the call lets a receiver hear what is said inside. */
public interface Block {

    void run(Receiver receiver);

    /** The block itself, for calls that keep it as code rather than listen to it. */
    Object code();
}
