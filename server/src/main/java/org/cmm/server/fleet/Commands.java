package org.cmm.server.fleet;

import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one command that puts a machine under watch: it fetches the agent from this CMM, looks whether it is the one that
 * CMM offers, unpacks it and starts it. Until the agent runs nothing on the machine can tell CMM from an impostor, so
 * the download is not trusted for where it came from but for its hash.
 *
 * @param token shown once; never printed
 * @param sha256 of a package, as hexadecimal digits
 * @param installer the one for Windows, when this CMM has one
 */
record Commands(
        WayHere.Way way,
        String token,
        Function<AgentPackage, String> sha256,
        Optional<WindowsInstaller.Found> installer) {

    /** Whether no other machine can reach this address. */
    public boolean onlyHere() {
        return way.endsHere();
    }

    public String url() {
        return way.url();
    }

    /** With the installer for Windows; null while this CMM has none. */
    public @Nullable InstallerCommands windowsInstaller() {
        return installer.map(found -> new InstallerCommands(way, token, found)).orElse(null);
    }

    /** For a shell; a small Debian has wget and no curl. */
    public String linux() {
        return ("(curl -fsS%1$so %2$s %3$s || wget -q%4$s -O %2$s %3$s) && echo \"%5$s  %2$s\" | sha256sum -c"
                        + " && tar xzf %2$s && cmm-agent/cmm-agent %6$s")
                .formatted(
                        way.authority().isPresent() ? "k" : "",
                        AgentPackage.LINUX.file(),
                        address(AgentPackage.LINUX),
                        way.authority().isPresent() ? " --no-check-certificate" : "",
                        sha256.apply(AgentPackage.LINUX),
                        settings());
    }

    /** For the command prompt and for PowerShell, which knows no {@code &&}; curl and tar are parts of Windows 10. */
    public String windows() {
        return ("cmd /c \"curl.exe -fsS%1$so %2$s %3$s && certutil -hashfile %2$s SHA256 | findstr %4$s"
                        + " && tar -xf %2$s && cmm-agent\\cmm-agent.cmd %5$s\"")
                .formatted(
                        way.authority().isPresent() ? "k" : "",
                        AgentPackage.WINDOWS.file(),
                        address(AgentPackage.WINDOWS),
                        sha256.apply(AgentPackage.WINDOWS),
                        settings());
    }

    /** What the agent is told, in every form of the command. */
    private String settings() {
        String authority =
                way.authority().map(digits -> " --authority sha256:" + digits).orElse("");
        return "--server %s --token %s%s".formatted(way.url(), token, authority);
    }

    private String address(AgentPackage archive) {
        return way.url() + AgentDownload.PATH + "/" + archive.file();
    }

    @Override
    public String toString() {
        return "Commands[" + way.url() + "]";
    }
}
