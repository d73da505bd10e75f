package org.cmm.server.overview;

/**
 * A share as number and bar.
 *
 * @param label what it is a share of
 * @param text as people read it; a dash when absent
 * @param width 0 to 100
 * @param level warning or critical while an alert is open for it, else empty
 */
record Meter(String label, String text, int width, String level) {}
