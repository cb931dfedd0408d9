package io.limbeck.it.crash;

import io.limbeck.Limbeck;
import io.limbeck.Repair;
import io.limbeck.environment.TransactionMode;
import io.limbeck.error.LimbeckException;
import io.limbeck.online.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.IntConsumer;

/**
 * A process that migrates and can be killed. At the moment it was told, it says {@code here}; then it waits to be killed,
 * or goes on at once, so that it is killed in the middle of what it does.
 */
public final class Victim {

    static final String HERE = "here";
    static final String READY = "ready";
    static final String WAITING = "waiting ";
    static final String DONE = "done ";
    static final String REFUSED = "refused ";

    /** What it is at when it is killed. */
    enum Work {
        UPGRADE {
            @Override
            int of(Limbeck limbeck) {
                return limbeck.upgrade("heads").steps().size();
            }
        },
        DOWNGRADE {
            @Override
            int of(Limbeck limbeck) {
                return limbeck.downgrade("base").steps().size();
            }
        },
        UNDO {
            @Override
            int of(Limbeck limbeck) {
                return limbeck.repair(Repair.UNDO).mended().size();
            }
        },
        CLEAN {
            @Override
            int of(Limbeck limbeck) {
                return limbeck.clean().dropped().size();
            }
        };

        /** Does it, and counts what was done. */
        abstract int of(Limbeck limbeck);
    }

    private Victim() {}

    /**
     * @param arguments folder, URL, user, password, work, transaction mode; and a number with {@code waiting} or
     *     {@code going on}, or {@code start} to wait for a line first
     */
    public static void main(String[] arguments) throws IOException {
        int end = arguments.length > 7 ? Integer.parseInt(arguments[6]) : 0;
        boolean waits = arguments.length > 7 && arguments[7].equals("waiting");
        IntConsumer moment = number -> {
            if (number == end) {
                say(HERE);
                if (waits) {
                    listen();
                }
            }
        };
        if (arguments.length == 7) {
            say(READY);
            listen();
        }
        Limbeck limbeck = Limbeck.configure()
                .directory(Path.of(arguments[0]))
                .dataSource(new Interruptions(arguments[1], arguments[2], arguments[3], moment))
                .transaction(TransactionMode.valueOf(arguments[5]))
                .cleanEnabled(arguments[4].equals(Work.CLEAN.name()))
                .progress(new Progress() {
                    @Override
                    public void waiting(String holder) {
                        say(WAITING + holder);
                    }
                })
                .load();
        try {
            say(DONE + Work.valueOf(arguments[4]).of(limbeck));
        } catch (LimbeckException refused) {
            say(REFUSED + refused.problems().get(0).code());
            throw refused;
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }

    private static void listen() {
        try {
            if (System.in.read() < 0) {
                throw new IllegalStateException("nobody speaks to this process");
            }
        } catch (IOException deaf) {
            throw new IllegalStateException(deaf);
        }
    }
}
