package org.cmm.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cmm.server.fleet.WayHere.Way;
import org.junit.jupiter.api.Test;

class CommandsTest {

    private final Commands own = commands(new Way("https://192.168.1.10:8443", Optional.of("a1")));
    private final Commands proxied = commands(new Way("https://cmm.example.org", Optional.empty()));

    @Test
    void linuxFetchesComparesUnpacksAndStarts() {
        assertThat(own.linux())
                .isEqualTo(
                        "(curl -fsSko cmm-agent-linux.tar.gz https://192.168.1.10:8443/download/cmm-agent-linux.tar.gz"
                                + " || wget -q --no-check-certificate -O cmm-agent-linux.tar.gz"
                                + " https://192.168.1.10:8443/download/cmm-agent-linux.tar.gz)"
                                + " && echo \"hash-of-linux  cmm-agent-linux.tar.gz\" | sha256sum -c"
                                + " && tar xzf cmm-agent-linux.tar.gz"
                                + " && cmm-agent/cmm-agent --server https://192.168.1.10:8443 --token T --authority sha256:a1");
    }

    @Test
    void debianFetchesComparesInstallsAndConfigures() {
        Commands commands = new Commands(
                own.way(),
                "T",
                archive -> "",
                Map.of(
                        Installer.DEBIAN,
                        new Installers.Found(Path.of("x.deb"), 16_000_000, FileTime.fromMillis(0), "d3")));

        assertThat(commands.debian())
                .startsWith(
                        "(curl -fsSko cmm-agent-amd64.deb https://192.168.1.10:8443/download/cmm-agent-amd64.deb || ")
                .contains("echo \"d3  cmm-agent-amd64.deb\" | sha256sum -c && sudo dpkg -i cmm-agent-amd64.deb")
                .endsWith(
                        " && sudo cmm-agent configure --server https://192.168.1.10:8443 --token T --authority sha256:a1");
        assertThat(own.debian()).isNull();
    }

    @Test
    void windowsDoesTheSameInOnePairOfQuotesThatPowerShellPassesOn() {
        assertThat(own.windows())
                .startsWith("cmd /c \"curl.exe -fsSko ")
                .contains("certutil -hashfile cmm-agent-windows.zip SHA256 | findstr hash-of-windows && ")
                .endsWith(
                        "cmm-agent\\cmm-agent.cmd --server https://192.168.1.10:8443 --token T --authority sha256:a1\"")
                .doesNotContain("'", "$")
                .containsOnlyOnce("/download/cmm-agent-windows.zip");
        assertThat(own.windows().chars().filter(letter -> letter == '"')).hasSize(2);
    }

    @Test
    void whereTheSystemKnowsTheAuthorityNothingIsSaidAboutIt() {
        assertThat(proxied.linux()).contains("curl -fsSo ", "sha256sum -c").doesNotContain("--authority", "--no-check");
        assertThat(proxied.windows()).contains("curl.exe -fsSo ", "findstr").doesNotContain("--authority");
    }

    @Test
    void saysWhenNoOtherMachineCanReachTheAddress() {
        assertThat(commands(new Way("http://localhost:8080", Optional.empty())).onlyHere())
                .isTrue();
        assertThat(commands(new Way("http://127.0.0.1:8080", Optional.empty())).onlyHere())
                .isTrue();
        assertThat(commands(new Way("https://[::1]:8443", Optional.empty())).onlyHere())
                .isTrue();
        assertThat(own.onlyHere()).isFalse();
    }

    @Test
    void neverPrintsTheToken() {
        Commands secret =
                new Commands(new Way("https://cmm", Optional.empty()), "secret-token", archive -> "", Map.of());

        assertThat(secret.toString()).doesNotContain("secret-token");
    }

    private static Commands commands(Way way) {
        return new Commands(way, "T", archive -> "hash-of-" + archive.name().toLowerCase(Locale.ROOT), Map.of());
    }
}
