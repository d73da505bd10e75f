package org.cmm.agent.probe;

import org.cmm.protocol.LayoutSeries;

/**
 * One value of one series.
 *
 * @param value in the unit of the metric; {@code NaN} when it cannot be told
 */
public record Measurement(LayoutSeries series, double value) {}
