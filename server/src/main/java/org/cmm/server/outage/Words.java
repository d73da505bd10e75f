package org.cmm.server.outage;

import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Confidence;
import org.cmm.server.platform.Spelling;

/** What a newer CMM kept in words of its own, this one does not know. */
final class Words {

    private Words() {}

    static Cause storedCause(String word) {
        return Spelling.read(Cause.class, word).orElse(Cause.UNKNOWN);
    }

    static Confidence storedConfidence(String word) {
        return Spelling.read(Confidence.class, word).orElse(Confidence.POSSIBLE);
    }
}
