package io.limbeck.call;

import io.limbeck.error.Place;

/** Where a call stands in a script, down to its words. */
public interface Site {

    /** The call's first character. */
    Place place();

    /**
     * The place of a word within the call: an option's name, a string argument's text, a nested call's name.
     *
     * @return the call's own place where the word does not stand there as such
     */
    Place of(String word);

    /** A line of the script that the call stands in, as far as the script's text is known. */
    default Place line(int number) {
        return new Place(place().source(), number, 0, "");
    }

    /** A site where nothing finer than one place is known. */
    static Site at(Place place) {
        return new Site() {
            @Override
            public Place place() {
                return place;
            }

            @Override
            public Place of(String word) {
                return place;
            }
        };
    }
}
