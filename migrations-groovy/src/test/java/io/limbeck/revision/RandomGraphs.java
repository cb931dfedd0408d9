package io.limbeck.revision;

import io.limbeck.error.Place;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Makes sound histories with bases, branches, merges, labels and dependencies; the same seed makes the same one. */
final class RandomGraphs {

    private RandomGraphs() {}

    static List<Revision> revisions(Random random) {
        int size = 1 + random.nextInt(14);
        Set<String> ids = new LinkedHashSet<>();
        while (ids.size() < size) {
            ids.add(String.format("%04x", random.nextInt(1 << 16)));
        }
        List<Revision> revisions = new ArrayList<>();
        for (String id : ids) {
            List<String> earlier = revisions.stream().map(Revision::id).toList();
            Set<String> down = earlier.isEmpty() || random.nextInt(8) == 0
                    ? Set.of()
                    : some(random, earlier, random.nextInt(4) == 0 ? 3 : 1);
            Set<String> needs = earlier.isEmpty() || random.nextInt(5) > 0 ? Set.of() : some(random, earlier, 2);
            List<String> dependsOn = new ArrayList<>();
            for (String need : needs) {
                Revision needed = revisions.get(earlier.indexOf(need));
                dependsOn.add(
                        random.nextBoolean()
                                ? need
                                : needed.labels().stream().findFirst().orElse(need));
            }
            Set<String> labels = random.nextInt(3) == 0 ? Set.of("label" + revisions.size()) : Set.of();
            revisions.add(new Revision(id, List.copyOf(down), "", labels, dependsOn, Place.file(id + ".groovy")));
        }
        return revisions;
    }

    private static Set<String> some(Random random, List<String> words, int most) {
        Set<String> some = new LinkedHashSet<>();
        int wanted = 1 + random.nextInt(most);
        for (int i = 0; i < wanted; i++) {
            // what came last is the likelier parent, so that chains grow
            int back = Math.min(random.nextInt(words.size()), random.nextInt(words.size()));
            some.add(words.get(words.size() - 1 - back));
        }
        return some;
    }
}
