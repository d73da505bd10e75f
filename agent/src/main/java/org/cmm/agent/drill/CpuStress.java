package org.cmm.agent.drill;

import java.io.IOException;

/** Keeps the processors busy for whatever nobody else wants of them. */
record CpuStress(LoadProcess load) implements Stress {
    @Override
    public void step(Resources now) throws IOException {
        load.demandAlive();
    }

    @Override
    public void close() {
        load.close();
    }
}
