package org.cmm.agent.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.cmm.system.Institution;
import org.cmm.system.SharedServer;
import org.cmm.system.agent.CuttingProxy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A proxy that forgets a connection without a word, between the agent's own client and a real server. */
@ExtendWith(SharedServer.class)
class SilentProxyIT {

    private final Institution institution;

    SilentProxyIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void costsOneAttemptAndNotEveryOneUntilTcpGivesUp() throws Exception {
        int encrypted = URI.create(institution.server().httpsUrl()).getPort();
        try (CuttingProxy proxy = new CuttingProxy(encrypted)) {
            HttpLink link = new HttpLink(
                    URI.create("https://localhost:" + proxy.port()),
                    Optional.of(TrustedAuthority.in(institution.server().authority())
                            .context()),
                    Duration.ofSeconds(4));
            assertThat(ask(link)).isInstanceOf(Exchange.Answered.class);
            assertThat(ask(link)).isInstanceOf(Exchange.Answered.class);
            assertThat(proxy.opened()).as("one connection is kept").isEqualTo(1);

            proxy.fallSilent();

            assertThat(ask(link)).isEqualTo(new Exchange.Unreachable("no answer within 4 s"));
            assertThat(ask(link)).isInstanceOf(Exchange.Answered.class);
        }
    }

    private static Exchange ask(HttpLink link) {
        return link.send("POST", "/api/v1/agent/samples", Content.json("{}"), Optional.empty());
    }
}
