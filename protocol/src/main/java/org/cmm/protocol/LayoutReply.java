package org.cmm.protocol;

/**
 * The layout was announced.
 *
 * @param layout the number that batches of this layout carry
 */
public record LayoutReply(int layout) {}
