package org.cmm.agent.probe;

import java.util.Optional;

/**
 * What a machine with a battery runs on; what cannot be told is missing.
 *
 * @param mains whether the mains are there
 * @param charge of all batteries together, 0 to 1
 */
record PowerSupply(Optional<Boolean> mains, Optional<Double> charge) {}
