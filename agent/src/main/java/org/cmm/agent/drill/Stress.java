package org.cmm.agent.drill;

import java.io.Closeable;
import java.io.IOException;

/** What a drill does to the machine. Closing it undoes all of it. */
interface Stress extends Closeable {
    /**
     * Goes a step further, or back; called about twice a second.
     *
     * @throws IOException when it cannot go on
     */
    void step(Resources now) throws IOException;
}
