package org.cmm.core.simulation;

import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Tells somebody outside. */
final class Following implements Trace {

    private final Consumer<Happening> follower;

    Following(Consumer<Happening> follower) {
        this.follower = follower;
    }

    @Override
    public void event(double at, What what, Machine machine, @Nullable PartLife part) {
        String name = part == null ? "" : part.kind().name();
        follower.accept(new Happening(at, what, machine.site().name(), OptionalInt.of(machine.number()), name));
    }

    @Override
    public void event(double at, What what, Site site) {
        follower.accept(new Happening(at, what, site.name(), OptionalInt.empty(), ""));
    }
}
