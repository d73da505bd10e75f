package org.cmm.core.simulation;

import java.util.OptionalInt;

/**
 * Something that happened in a run.
 *
 * @param at hours since the start, warm-up counted
 * @param site its name
 * @param machine its number, from 0; empty for what happens to the whole site
 * @param part its name; empty for what happens to the whole machine or site
 */
public record Happening(double at, What what, String site, OptionalInt machine, String part) {}
