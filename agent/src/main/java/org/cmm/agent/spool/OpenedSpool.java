package org.cmm.agent.spool;

import java.util.Optional;

/**
 * A spool, and what had to be given up to open it.
 *
 * @param damage one line for people about a torn or damaged segment, if there was any
 */
public record OpenedSpool(Spool spool, Optional<String> damage) {}
