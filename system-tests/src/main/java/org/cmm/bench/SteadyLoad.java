package org.cmm.bench;

import java.io.IOException;
import java.nio.channels.Selector;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Sends requests at a given pace, one after the other, as a fleet does that is not in a hurry. */
final class SteadyLoad {

    private SteadyLoad() {}

    static Load.Outcome run(int port, List<byte[]> requests, int aSecond) throws IOException, InterruptedException {
        try (Selector selector = Selector.open();
                Connection connection = Connection.open(port, selector, requests)) {
            long start = System.nanoTime();
            for (int number = 0; connection.sendNext(); number++) {
                do {
                    selector.select();
                    selector.selectedKeys().clear();
                } while (!connection.receive());
                long due = start + (number + 1) * TimeUnit.SECONDS.toNanos(1) / aSecond;
                TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
            }
            return Load.outcome(List.of(connection), (System.nanoTime() - start) / 1e9);
        }
    }
}
