package org.cmm.core.simulation;

import org.jspecify.annotations.Nullable;

/** Is told what happens in a run, in its order. */
interface Trace {

    Trace NONE = new Trace() {
        @Override
        public void event(double at, What what, Machine machine, @Nullable PartLife part) {}

        @Override
        public void event(double at, What what, Site site) {}
    };

    void event(double at, What what, Machine machine, @Nullable PartLife part);

    void event(double at, What what, Site site);
}
