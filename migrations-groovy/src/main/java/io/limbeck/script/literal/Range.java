package io.limbeck.script.literal;

import java.util.AbstractList;

/** {@code 1..3}, {@code 3..1} or {@code 0..<3}. */
final class Range extends AbstractList<Object> {

    private final int from;
    private final int step;
    private final int size;

    private Range(int from, int step, int size) {
        this.from = from;
        this.step = step;
        this.size = size;
    }

    static Range of(int from, int to, boolean exclusive) {
        long distance = Math.abs((long) to - from);
        long size = exclusive ? distance : distance + 1;
        if (size > Run.MOST_STEPS) {
            throw new Declined();
        }
        return new Range(from, to < from ? -1 : 1, (int) size);
    }

    int first() {
        return from;
    }

    /** Whether these are indexes of something of that size, in their order, at least one. */
    boolean isWithin(int length) {
        return size > 0 && step > 0 && from >= 0 && from + size <= length;
    }

    @Override
    public Object get(int index) {
        if (index < 0 || index >= size) {
            throw new Declined();
        }
        return from + step * index;
    }

    @Override
    public int size() {
        return size;
    }
}
