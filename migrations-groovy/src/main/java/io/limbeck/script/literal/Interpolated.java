package io.limbeck.script.literal;

/**
 * What a string with values in it has become: Groovy's GString, which is as good as a String everywhere but where
 * equality counts, as among the keys of a map.
 */
record Interpolated(String text) implements CharSequence {

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.subSequence(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
