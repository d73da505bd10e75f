package org.cmm.agent.probe;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.cmm.protocol.Facts;

/** A machine of which nearly nothing can be read, each thing failing in a way of its own. */
final class BrokenMachine implements Machine {
    @Override
    public CpuTicks cpuTicks() {
        throw new UnsatisfiedLinkError("no such library");
    }

    @Override
    public OptionalDouble loadAverage() {
        return OptionalDouble.empty();
    }

    @Override
    public Capacity memory() {
        throw new IllegalStateException("a counter is missing");
    }

    @Override
    public Capacity swap() {
        throw new NullPointerException("a field is missing");
    }

    @Override
    public List<FileSystemUse> fileSystems() {
        throw new IndexOutOfBoundsException("a line is short");
    }

    @Override
    public List<Traffic> disks() {
        throw new NumberFormatException("a number is none");
    }

    @Override
    public List<Traffic> interfaces() {
        throw new UnsupportedOperationException("not on this system");
    }

    @Override
    public Optional<PowerSupply> power() {
        throw new IllegalArgumentException("a battery of another kind");
    }

    @Override
    public Duration uptime() {
        throw new ArithmeticException("too long");
    }

    @Override
    public int processCount() {
        return 7;
    }

    @Override
    public List<ProcessUse> processes() {
        return List.of();
    }

    @Override
    public Facts facts(String agentVersion, Duration interval, Duration deliveryInterval) {
        throw new IllegalStateException("nothing is known");
    }

    @Override
    public Optional<String> hardware() {
        return Optional.empty();
    }

    @Override
    public Optional<String> identity() {
        return Optional.empty();
    }
}
