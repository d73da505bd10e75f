package org.cmm.core.simulation;

import java.util.List;

/**
 * What the policies came to in one world.
 *
 * @param number from 0
 * @param policies in the scenario's order
 */
public record Replication(int number, List<Totals> policies) {

    public Replication {
        policies = List.copyOf(policies);
    }
}
