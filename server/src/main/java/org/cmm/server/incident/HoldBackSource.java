package org.cmm.server.incident;

import java.time.Instant;

/** Something that may hold notices of incidents back. Asked once for all incidents of a moment. */
public interface HoldBackSource {

    HoldBacks at(Instant now);
}
