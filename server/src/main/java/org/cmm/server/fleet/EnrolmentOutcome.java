package org.cmm.server.fleet;

/** What became of a machine that wanted to join. */
public sealed interface EnrolmentOutcome {

    /** It is under watch; the secret is said once and kept by nobody but its agent. */
    record Enrolled(int server, String code, String secret) implements EnrolmentOutcome {
        @Override
        public String toString() {
            return "Enrolled[" + code + "]";
        }
    }

    /** It may not join, and why. */
    record Refused(String reason) implements EnrolmentOutcome {}
}
