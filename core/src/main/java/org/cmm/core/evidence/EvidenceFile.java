package org.cmm.core.evidence;

import java.util.function.Consumer;

/**
 * One file of a bundle, in UTF-8.
 *
 * @param name a plain file name
 */
public record EvidenceFile(String name, Body body) {

    /** Says its text piece by piece, the same each time; it may be long. */
    @FunctionalInterface
    public interface Body {
        void write(Consumer<String> out);
    }

    static EvidenceFile of(String name, String text) {
        return new EvidenceFile(name, out -> out.accept(text));
    }
}
