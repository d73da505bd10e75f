package org.cmm.server.trust;

import java.util.List;
import java.util.Locale;

/**
 * What the page shows.
 *
 * @param own whether CMM makes its certificate itself
 * @param fingerprint of the authority; empty when systems know it
 * @param names that the certificate carries
 * @param here this page at CMM's own machine
 * @param host by which the visitor came
 * @param known whether the certificate carries it
 * @param typed into the form
 * @param fault of what was typed; empty when there is none
 */
record TrustView(
        boolean encrypted,
        boolean own,
        String fingerprint,
        List<String> names,
        String here,
        String host,
        boolean known,
        String typed,
        String fault) {

    /** As systems show it: pairs of capital digits. */
    static String grouped(String sha256) {
        return sha256.toUpperCase(Locale.ROOT).replaceAll("(..)(?!$)", "$1:");
    }
}
