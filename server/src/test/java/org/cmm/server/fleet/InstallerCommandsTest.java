package org.cmm.server.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import org.cmm.server.fleet.WayHere.Way;
import org.junit.jupiter.api.Test;

class InstallerCommandsTest {

    private final InstallerCommands own = commands(new Way("https://192.168.1.10:8443", Optional.of("a1")));
    private final InstallerCommands proxied = commands(new Way("https://cmm.example.org", Optional.empty()));

    @Test
    void powershellFetchesComparesAndInstallsAsAdministrator() {
        assertThat(own.powershell())
                .isEqualTo("$m = \"$env:TEMP\\cmm-agent.msi\";"
                        + " curl.exe -fsSko $m https://192.168.1.10:8443/download/cmm-agent.msi;"
                        + " if ((Get-FileHash $m).Hash -ne 'b2') { throw 'cmm-agent.msi is not the file that CMM offers' };"
                        + " (Start-Process msiexec \"/i \"\"$m\"\" /qn SERVER=https://192.168.1.10:8443 TOKEN=T"
                        + " AUTHORITY=sha256:a1\" -Verb RunAs -Wait -PassThru).ExitCode");
    }

    @Test
    void aStartUpScriptInstallsOncePerInstaller() {
        assertThat(own.startupScript().lines())
                .containsExactly(
                        "@echo off",
                        "reg query HKLM\\SOFTWARE\\CMM\\Agent /v Package 2>nul | find /i \"b2\" >nul && exit /b 0",
                        "msiexec /i \"%~dp0cmm-agent.msi\" /qn SERVER=https://192.168.1.10:8443 TOKEN=T"
                                + " AUTHORITY=sha256:a1 PACKAGE=b2");
    }

    @Test
    void whereTheSystemKnowsTheAuthorityNothingIsSaidAboutIt() {
        assertThat(proxied.authority()).isEmpty();
        assertThat(proxied.powershell()).contains("curl.exe -fsSo ").doesNotContain("AUTHORITY");
        assertThat(proxied.startupScript()).doesNotContain("AUTHORITY");
    }

    @Test
    void neverPrintsTheToken() {
        assertThat(own.toString()).doesNotContain("T ");
    }

    private static InstallerCommands commands(Way way) {
        return new InstallerCommands(
                way, "T", new Installers.Found(Path.of("cmm-agent.msi"), 36_000_001, FileTime.fromMillis(0), "b2"));
    }
}
