package org.cmm.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandsTest {

    private final Commands commands = new Commands("http://192.168.1.10:8080", "T");

    @Test
    void linuxFetchesUnpacksAndStarts() {
        assertThat(commands.linux())
                .isEqualTo("(curl -fsS http://192.168.1.10:8080/download/cmm-agent-linux.tar.gz"
                        + " || wget -qO- http://192.168.1.10:8080/download/cmm-agent-linux.tar.gz)"
                        + " | tar xz && cmm-agent/cmm-agent --server http://192.168.1.10:8080 --token T");
    }

    @Test
    void windowsDoesTheSameInOnePairOfQuotesThatPowerShellPassesOn() {
        assertThat(commands.windows())
                .startsWith("cmd /c \"")
                .endsWith("cmm-agent\\cmm-agent.cmd --server http://192.168.1.10:8080 --token T\"")
                .doesNotContain("'", "$")
                .containsOnlyOnce("/download/cmm-agent-windows.zip");
        assertThat(commands.windows().chars().filter(letter -> letter == '"')).hasSize(2);
    }

    @Test
    void saysWhenNoOtherMachineCanReachTheAddress() {
        assertThat(new Commands("http://localhost:8080", "T").onlyHere()).isTrue();
        assertThat(new Commands("http://127.0.0.1:8080", "T").onlyHere()).isTrue();
        assertThat(commands.onlyHere()).isFalse();
    }

    @Test
    void neverPrintsTheToken() {
        assertThat(new Commands("http://cmm", "secret-token").toString()).doesNotContain("secret-token");
    }
}
