package org.cmm.server.tls;

import java.time.Instant;

/** From when to when a certificate counts. */
record Validity(Instant from, Instant until) {

    byte[] encoded() {
        return Der.sequence(Der.time(from), Der.time(until));
    }
}
