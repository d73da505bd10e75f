package org.cmm.agent.drill;

/** Downtime: nothing is done to the machine, the agent is silent. */
record Stillness() implements Stress {
    @Override
    public void step(Resources now) {
        // whoever delivers asks how long to be silent
    }

    @Override
    public void close() {
        // nothing to undo
    }
}
