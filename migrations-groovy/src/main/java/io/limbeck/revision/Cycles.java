package io.limbeck.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/** Finds one circle in every knot of a graph that is not sound: strongly connected components, without recursion. */
final class Cycles {

    private final int[][] links;
    private final int[] seen;
    private final int[] low;
    private final int[] knot;
    private final int[] nextLink;
    private final Deque<Integer> open = new ArrayDeque<>();
    private final List<List<Integer>> circles = new ArrayList<>();
    private int clock;

    private Cycles(int[][] links) {
        this.links = links;
        this.seen = new int[links.length];
        this.low = new int[links.length];
        this.knot = new int[links.length];
        this.nextLink = new int[links.length];
    }

    /** The circles, each following the links from its lowest number; a link to oneself is none. */
    static List<List<Integer>> in(int[][] links) {
        Cycles cycles = new Cycles(links);
        for (int i = 0; i < links.length; i++) {
            if (cycles.seen[i] == 0) {
                cycles.search(i);
            }
        }
        return cycles.circles;
    }

    private void search(int start) {
        Deque<Integer> path = new ArrayDeque<>();
        enter(start, path);
        while (!path.isEmpty()) {
            int at = path.peek();
            if (nextLink[at] < links[at].length) {
                int to = links[at][nextLink[at]++];
                if (seen[to] == 0) {
                    enter(to, path);
                } else if (knot[to] == 0) {
                    low[at] = Math.min(low[at], seen[to]);
                }
            } else {
                path.pop();
                if (!path.isEmpty()) {
                    low[path.peek()] = Math.min(low[path.peek()], low[at]);
                }
                if (low[at] == seen[at]) {
                    close(at);
                }
            }
        }
    }

    private void enter(int node, Deque<Integer> path) {
        seen[node] = ++clock;
        low[node] = clock;
        open.push(node);
        path.push(node);
    }

    private void close(int root) {
        int size = 0;
        int lowest = root;
        int member;
        do {
            member = open.pop();
            knot[member] = root + 1;
            lowest = Math.min(lowest, member);
            size++;
        } while (member != root);
        if (size > 1) {
            circles.add(circle(lowest, root + 1));
        }
    }

    /** Goes through the knot breadth first until it is back where it began. */
    private List<Integer> circle(int start, int name) {
        int[] from = new int[links.length];
        Arrays.fill(from, -1);
        Deque<Integer> queue = new ArrayDeque<>(List.of(start));
        while (from[start] < 0) {
            int at = queue.remove();
            for (int to : links[at]) {
                if (to != at && knot[to] == name && from[to] < 0) {
                    from[to] = at;
                    queue.add(to);
                }
            }
        }
        List<Integer> circle = new ArrayList<>();
        for (int at = from[start]; at != start; at = from[at]) {
            circle.add(0, at);
        }
        circle.add(0, start);
        return circle;
    }
}
