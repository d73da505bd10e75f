package org.cmm.server.fleet;
/** Stand-in. */
public sealed interface EnrolmentOutcome {
    /** Yes. */
    record Enrolled(int server, String code, String secret) implements EnrolmentOutcome {}
    /** No. */
    record Refused(String reason) implements EnrolmentOutcome {}
}
