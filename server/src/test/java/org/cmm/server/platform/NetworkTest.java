package org.cmm.server.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

class NetworkTest {

    @Test
    void holdsTheAddressesThatShareItsFirstBits() {
        assertThat(holds("10.0.0.0/8", "10.255.0.1")).isTrue();
        assertThat(holds("10.0.0.0/8", "11.0.0.1")).isFalse();
        assertThat(holds("172.16.0.0/12", "172.31.255.255")).isTrue();
        assertThat(holds("172.16.0.0/12", "172.32.0.0")).isFalse();
        assertThat(holds("128.0.0.0/1", "127.0.0.1")).isFalse();
        assertThat(holds("fd00::/8", "fd12::1")).isTrue();
        assertThat(holds("fd00::/8", "fe80::1")).isFalse();
        assertThat(holds("0.0.0.0/0", "203.0.113.9")).isTrue();
    }

    @Test
    void anAddressAloneHoldsItself() {
        assertThat(holds("10.0.0.5", "10.0.0.5")).isTrue();
        assertThat(holds("10.0.0.5", "10.0.0.4")).isFalse();
        assertThat(holds("::1", "::1")).isTrue();
    }

    @Test
    void theTwoKindsOfAddressesDoNotMix() {
        assertThat(holds("0.0.0.0/0", "fd00::1")).isFalse();
    }

    @Test
    void whatIsNoNetworkIsNone() {
        assertThat(Network.of("10.0.0.0/33")).isEmpty();
        assertThat(Network.of("10.0.0.0/")).isEmpty();
        assertThat(Network.of("proxy.example.org")).isEmpty();
        assertThat(Network.of("")).isEmpty();
    }

    private static boolean holds(String network, String address) {
        return Network.of(network).orElseThrow().holds(InetAddress.ofLiteral(address));
    }
}
