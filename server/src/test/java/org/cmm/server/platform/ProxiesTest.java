package org.cmm.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProxiesTest {

    private final Proxies proxies = new Proxies(Stream.of("10.0.0.0/8", "fd00::1")
            .flatMap(text -> Network.of(text).stream())
            .toList());

    @Test
    void aTrustedProxyIsBelievedAboutWhomItSpeaksFor() {
        assertThat(client("10.0.0.9", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client("fd00::1", "203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client("10.0.0.9", "203.0.113.7, 10.0.0.2"))
                .as("through two")
                .isEqualTo("203.0.113.7");
    }

    @Test
    void whoeverElseSaysSomethingIsNotBelieved() {
        assertThat(client("203.0.113.7", "198.51.100.1")).isEqualTo("203.0.113.7");
    }

    @Test
    void whatAClientWroteBeforeTheProxyCountsForNothing() {
        assertThat(client("10.0.0.9", "198.51.100.1, 203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(client("10.0.0.9", "10.0.0.1, 203.0.113.7")).isEqualTo("203.0.113.7");
        assertThat(proxies.client("10.0.0.9", List.of("198.51.100.1", "203.0.113.7"), List.of()))
                .as("in a header of its own")
                .isEqualTo("203.0.113.7");
    }

    @Test
    void portsAndBracketsAreNoPartOfAnAddress() {
        assertThat(client("10.0.0.9", "203.0.113.7:5123")).isEqualTo("203.0.113.7");
        assertThat(client("10.0.0.9", "[2001:db8::7]:5123")).isEqualTo("2001:db8:0:0:0:0:0:7");
    }

    @Test
    void theStandardHeaderIsReadWhenTheOtherIsMissing() {
        assertThat(proxies.client(
                        "10.0.0.9", List.of(), List.of("for=198.51.100.1, for=\"[2001:db8::7]:5123\";proto=https")))
                .isEqualTo("2001:db8:0:0:0:0:0:7");
        assertThat(proxies.client("10.0.0.9", List.of("203.0.113.7"), List.of("for=198.51.100.1")))
                .isEqualTo("203.0.113.7");
    }

    @Test
    void whatIsNoAddressHidesNobody() {
        assertThat(client("10.0.0.9", "unknown")).isEqualTo("10.0.0.9");
        assertThat(client("10.0.0.9", "203.0.113.7, <script>")).isEqualTo("10.0.0.9");
    }

    private String client(String sender, String told) {
        return proxies.client(sender, List.of(told), List.of());
    }
}
