package org.cmm.agent.enrolment;

/** What came of asking to be enrolled. */
public sealed interface EnrolmentOutcome {
    /** The machine is known from now on, and its identity is on disk. */
    record Enrolled(Identity identity) implements EnrolmentOutcome {}

    /** The token is wrong, used up or too old; asking again will not help. */
    record Refused(String why) implements EnrolmentOutcome {}

    /** Nothing came of it this time. */
    record Later(String why) implements EnrolmentOutcome {}
}
