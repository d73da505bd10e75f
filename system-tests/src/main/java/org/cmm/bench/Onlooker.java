package org.cmm.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/** Somebody who looks at one chart after another, ten a second at most, while something else goes on. */
final class Onlooker {

    private static final long PAUSE_MILLIS = 100;

    private final HistoryReads reads;
    private final IntFunction<String> path;
    private final List<Double> waits = new ArrayList<>();
    private final Thread thread;
    private volatile boolean leaving;
    private volatile String fault = "";

    private Onlooker(HistoryReads reads, IntFunction<String> path) {
        this.reads = reads;
        this.path = path;
        this.thread = new Thread(this::look, "onlooker");
    }

    static Onlooker at(HistoryReads reads, IntFunction<String> path) {
        Onlooker onlooker = new Onlooker(reads, path);
        onlooker.thread.start();
        return onlooker;
    }

    private void look() {
        try {
            for (int number = 0; !leaving; number++) {
                waits.add(reads.millisecondsOf(path.apply(number)));
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (IOException e) {
            fault = String.valueOf(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Leaves, and tells how long each chart took. */
    Waits leave() throws IOException, InterruptedException {
        leaving = true;
        thread.join();
        if (!fault.isEmpty()) {
            throw new IOException(fault);
        }
        return Waits.of(waits);
    }
}
