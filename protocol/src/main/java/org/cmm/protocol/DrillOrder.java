package org.cmm.protocol;

/**
 * A drill that an agent should begin when it first hears of it, and carry on only while the server says that the order
 * is in force. It holds its own end.
 *
 * @param key names the drill for ever: an agent carries out no key twice; at most {@value #LONGEST_KEY} characters
 * @param fault a word of {@link DrillFault}
 * @param seconds how long it lasts
 * @param percent of all processors that it keeps busy, or of the memory or file system that is in use with it; 0 for
 *     downtime
 */
public record DrillOrder(String key, String fault, int seconds, int percent) {
    public static final int LONGEST_KEY = 40;

    /** An order in words that are known. */
    public static DrillOrder of(String key, DrillFault fault, int seconds, int percent) {
        return new DrillOrder(key, fault.word(), seconds, percent);
    }

    /** @throws java.util.NoSuchElementException when the word is not known */
    public DrillFault kind() {
        return DrillFault.of(fault).orElseThrow();
    }
}
