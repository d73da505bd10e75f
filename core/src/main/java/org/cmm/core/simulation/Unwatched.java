package org.cmm.core.simulation;

/** Nobody watches: users call. */
final class Unwatched implements Watching {

    @Override
    public void watch(Machine machine) {}

    @Override
    public void began(Fault fault, double at) {}

    @Override
    public void failed(Fault fault, double at) {}

    @Override
    public void recovered(Machine machine, double at) {}
}
