package org.cmm.agent.drill;

import java.io.IOException;

/** Takes memory step by step, and gives back when others need it. */
final class MemoryStress implements Stress {
    private static final String HELD = "held ";

    private final LoadProcess load;
    private final Filling filling;
    private long held;
    private boolean asked;

    MemoryStress(LoadProcess load, Filling filling) {
        this.load = load;
        this.filling = filling;
    }

    @Override
    public void step(Resources now) throws IOException {
        load.demandAlive();
        while (load.answers()) {
            String answer = load.answer();
            if (answer.startsWith(HELD)) {
                held = Long.parseLong(answer.substring(HELD.length()));
                asked = false;
                // What was read before that knows nothing of it
                return;
            }
        }
        if (asked) {
            return;
        }
        long next = filling.next(now.memory(), held);
        if (next != held) {
            load.tell(Long.toString(next));
            asked = true;
        }
    }

    @Override
    public void close() {
        load.close();
    }
}
