package org.cmm.protocol;

/**
 * One row the server will never accept.
 *
 * @param row its place in the batch, from 0
 * @param reason words for a person
 */
public record Refusal(int row, String reason) {}
