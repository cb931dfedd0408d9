package io.limbeck.call;

/** Stands for a word that nobody knew and that has been reported, so that it is not complained about twice. */
public enum Unknown {
    VALUE
}
