package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import org.cmm.protocol.EnrolmentRequest;

/** Stand-in. */
@Singleton
public class Enrolment {
    /** No. */
    public EnrolmentOutcome redeem(EnrolmentRequest request) {
        return new EnrolmentOutcome.Refused("stand-in");
    }
}
