package org.cmm.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ServerAddressTest {
    @Test
    void aRightOneIsTakenWithoutItsLastSlash() {
        assertThat(new ServerAddress(" https://192.168.1.10:8443/ ").uri())
                .hasValue(URI.create("https://192.168.1.10:8443"));
        assertThat(new ServerAddress("https://[fd00::1]:8443").uri()).hasValue(URI.create("https://[fd00::1]:8443"));
        assertThat(new ServerAddress("http://localhost:8080").fault()).isEmpty();
    }

    @Test
    void aMissingOrMistypedBeginningIsPutRight() {
        assertMeant("192.168.1.10:8443", "https://192.168.1.10:8443");
        assertMeant("cmm.example.org", "https://cmm.example.org");
        assertMeant("cmm/login", "https://cmm");
        assertMeant("htps://cmm:8443", "https://cmm:8443");
        assertMeant("https//cmm:8443", "https://cmm:8443");
        assertMeant("https:/cmm:8443", "https://cmm:8443");
        assertMeant("http:/cmm", "http://cmm");
        assertMeant("//cmm:8443/fleet", "https://cmm:8443");
    }

    @Test
    void thePathOfAPageThatWasCopiedIsToBeLeftOut() {
        assertThat(new ServerAddress("https://cmm:8443/login?next=/fleet").fault())
                .hasValue("'/login?next=/fleet' is the address of a page, the server's is https://cmm:8443");
        assertThat(new ServerAddress("https://cmm#x").fault().orElseThrow()).endsWith("is https://cmm");
    }

    @Test
    void whatCannotBeReadIsShownWithExamples() {
        for (String text :
                new String[] {"", "https://", "https://my pc:8443", "https://cmm:84433", "https://cmm:port"}) {
            assertThat(new ServerAddress(text).fault().orElseThrow()).as(text).contains("https://192.168.1.10:8443");
            assertThat(new ServerAddress(text).uri()).isEmpty();
        }
    }

    private static void assertMeant(String text, String meant) {
        assertThat(new ServerAddress(text).fault())
                .hasValue("must begin with https:// or http://, did you mean " + meant + "?");
    }
}
