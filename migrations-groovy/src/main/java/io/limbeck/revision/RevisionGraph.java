package io.limbeck.revision;

import io.limbeck.error.LimbeckException;
import io.limbeck.error.Problem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;

/**
 * A sound history: every revision with what it stands on and what stands on it; immutable.
 *
 * <p>A revision follows those in its {@code down}; it needs these and those it depends on. Lists come in the order of
 * {@link #revisions()}: ancestors first; a branch is followed until it ends or has to wait for another one, then the
 * revision left behind last goes on; followers before those that only depend on it, else the lower id by
 * {@link String#compareTo}. The order is the same whatever the file system, the locale, or the order in which the
 * scripts were found.
 */
public final class RevisionGraph {

    private final Topology topology;
    private final Map<String, String> labelled;

    private RevisionGraph(Topology topology, Map<String, String> labelled) {
        this.topology = topology;
        this.labelled = labelled;
    }

    static int byId(Revision one, Revision other) {
        return one.id().compareTo(other.id());
    }

    /**
     * Makes a graph of revisions in any order.
     *
     * @throws LimbeckException with everything that is wrong with them: duplicate ids and labels, revisions that no
     *     script declares, circles, ids that targets could not name
     */
    public static RevisionGraph of(Collection<Revision> revisions) {
        Links links = Links.of(revisions);
        Topology topology = Topology.of(links);
        if (!links.areSound() || topology == null) {
            List<Problem> problems = GraphProblems.of(revisions);
            if (!problems.isEmpty()) {
                throw LimbeckException.migration(problems);
            }
        }
        return new RevisionGraph(topology, links.labelled);
    }

    /** All revisions, ancestors first. */
    public List<Revision> revisions() {
        return topology.order;
    }

    /** The revision with exactly this id. */
    public Optional<Revision> find(String id) {
        Integer position = topology.positions.get(id);
        return position == null ? Optional.empty() : Optional.of(topology.order.get(position));
    }

    /** The revision that declares the label. */
    public Optional<Revision> labelled(String label) {
        return Optional.ofNullable(labelled.get(label)).flatMap(this::find);
    }

    /** Every label, sorted. */
    public Set<String> labels() {
        return Revision.ordered(new TreeSet<>(labelled.keySet()));
    }

    /** The revisions that no other one needs. */
    public List<Revision> heads() {
        return where(i -> topology.children(i).length == 0);
    }

    /** The revisions that no other one follows: the heads, and those heads of branches that others only depend on. */
    public List<Revision> tips() {
        return where(i -> topology.downChildren(i).length == 0);
    }

    /** The revisions that follow none. */
    public List<Revision> bases() {
        return where(i -> topology.down(i).length == 0);
    }

    /** The revisions that several others follow. */
    public List<Revision> branchPoints() {
        return where(i -> topology.downChildren(i).length > 1);
    }

    /** The revisions that follow several others. */
    public List<Revision> mergePoints() {
        return where(i -> topology.down(i).length > 1);
    }

    /** The revisions that follow this one. */
    public List<Revision> children(String id) {
        return Arrays.stream(topology.downChildren(position(id)))
                .mapToObj(topology.order::get)
                .toList();
    }

    /** The revisions that this one depends on without following them; labels are resolved. */
    public List<Revision> dependencies(String id) {
        int position = position(id);
        List<Integer> followed = Arrays.stream(topology.down(position)).boxed().toList();
        return Arrays.stream(topology.parents(position))
                .filter(parent -> !followed.contains(parent))
                .mapToObj(topology.order::get)
                .toList();
    }

    /** These revisions and all that they need. */
    public List<Revision> ancestors(Collection<String> ids) {
        return topology.revisions(topology.ancestors(known(ids)));
    }

    /** These revisions and all that need them. */
    public List<Revision> descendants(Collection<String> ids) {
        return topology.revisions(topology.descendants(known(ids)));
    }

    /**
     * The labels of the branches that a revision is on: its own, those of revisions it comes after by {@code down}, and
     * those declared further up on the straight line that it is on, between a branch point or merge point below and the
     * next above.
     */
    public Set<String> labelsOf(String id) {
        Set<String> found = new TreeSet<>();
        int position = position(id);
        BitSet before = Topology.single(position);
        for (int i = before.length() - 1; i >= 0; i = before.previousSetBit(i - 1)) {
            found.addAll(topology.order.get(i).labels());
            Arrays.stream(topology.down(i)).forEach(before::set);
        }
        int at = position;
        while (straight(at) && topology.downChildren(at).length == 1 && straight(topology.downChildren(at)[0])) {
            at = topology.downChildren(at)[0];
            found.addAll(topology.order.get(at).labels());
        }
        return Revision.ordered(found);
    }

    /** The branch of a revision, as {@link #labelsOf} has it for labels: what has its labels. */
    BitSet branch(int position) {
        BitSet members = topology.followers(Topology.single(position));
        int at = position;
        while (straight(at)) {
            members.set(at);
            if (topology.down(at).length == 0) {
                break;
            }
            at = topology.down(at)[0];
        }
        return members;
    }

    private boolean straight(int position) {
        return topology.down(position).length < 2 && topology.downChildren(position).length < 2;
    }

    /** Those ids that no script declares, such as rows of the version table whose script is gone; sorted. */
    public Set<String> unknown(Collection<String> ids) {
        Set<String> unknown = new TreeSet<>();
        for (String id : ids) {
            if (!topology.positions.containsKey(id)) {
                unknown.add(id);
            }
        }
        return Revision.ordered(unknown);
    }

    /** These ids in the order of {@link #revisions()}; unknown ones go last, sorted. */
    public List<String> inOrder(Collection<String> ids) {
        return ids.stream().distinct().sorted(this::compare).toList();
    }

    /** Compares two ids by where they stand in {@link #revisions()}; unknown ones are last, sorted. */
    public int compare(String one, String other) {
        int first = topology.positions.getOrDefault(one, Integer.MAX_VALUE);
        int second = topology.positions.getOrDefault(other, Integer.MAX_VALUE);
        return first == second ? one.compareTo(other) : Integer.compare(first, second);
    }

    Topology topology() {
        return topology;
    }

    /** The ids that begin like this, sorted. */
    Set<String> beginningWith(String part) {
        Set<String> beginning = new TreeSet<>();
        for (String id : topology.positions.keySet()) {
            if (id.startsWith(part)) {
                beginning.add(id);
            }
        }
        return beginning;
    }

    Set<String> ids() {
        return topology.positions.keySet();
    }

    int position(String id) {
        Integer position = topology.positions.get(id);
        if (position == null) {
            throw new IllegalArgumentException("no revision '" + id + "' in this graph");
        }
        return position;
    }

    /** The position of each of these ids, -1 for one that no script declares. */
    int[] positions(List<String> ids) {
        int[] found = new int[ids.size()];
        int next = 0;
        for (String id : ids) {
            Integer position = topology.positions.get(id);
            found[next++] = position == null ? -1 : position;
        }
        return found;
    }

    /** The positions of those ids that are in the graph. */
    BitSet known(Collection<String> ids) {
        BitSet known = new BitSet(topology.size());
        for (String id : ids) {
            Integer position = topology.positions.get(id);
            if (position != null) {
                known.set(position);
            }
        }
        return known;
    }

    private List<Revision> where(IntPredicate condition) {
        List<Revision> found = new ArrayList<>();
        for (int i = 0; i < topology.size(); i++) {
            if (condition.test(i)) {
                found.add(topology.order.get(i));
            }
        }
        return List.copyOf(found);
    }
}
