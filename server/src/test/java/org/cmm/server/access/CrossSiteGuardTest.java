package org.cmm.server.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.cmm.server.access.CrossSiteGuard.Sender;
import org.junit.jupiter.api.Test;

class CrossSiteGuardTest {

    private static final String HOST = "cmm.mairie.cm:8080";

    @Test
    void theBrowsersOwnWordCounts() {
        assertThat(Sender.of("same-origin", null, HOST, Optional.empty())).isEqualTo(Sender.OWN_PAGE);
        assertThat(Sender.of("cross-site", "http://" + HOST, HOST, Optional.empty()))
                .isEqualTo(Sender.OTHER_SITE);
        assertThat(Sender.of("same-site", null, HOST, Optional.empty()))
                .as("a neighbour on the same domain is another site")
                .isEqualTo(Sender.OTHER_SITE);
    }

    @Test
    void withoutTlsTheOriginCounts() {
        assertThat(Sender.of(null, "http://" + HOST, HOST, Optional.empty())).isEqualTo(Sender.OWN_PAGE);
        assertThat(Sender.of(null, "http://elsewhere.example", HOST, Optional.empty()))
                .isEqualTo(Sender.OTHER_SITE);
        assertThat(Sender.of(null, "null", HOST, Optional.empty())).isEqualTo(Sender.OTHER_SITE);
        assertThat(Sender.of(null, "https://cmm.cm", HOST, Optional.of("https://cmm.cm")))
                .as("the address that the operator set")
                .isEqualTo(Sender.OWN_PAGE);
    }

    @Test
    void aProgramSaysNothing() {
        assertThat(Sender.of(null, null, HOST, Optional.empty())).isEqualTo(Sender.UNKNOWN);
    }
}
