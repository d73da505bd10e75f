package org.cmm.server.fleet;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The one command that puts a machine under watch: it fetches the agent from this CMM, looks whether it is the one that
 * CMM offers, unpacks it and starts it. Until the agent runs nothing on the machine can tell CMM from an impostor, so
 * the download is not trusted for where it came from but for its hash.
 *
 * @param token shown once; never printed
 * @param sha256 of a package, as hexadecimal digits
 * @param installers those that this CMM has
 */
record Commands(
        WayHere.Way way,
        String token,
        Function<AgentPackage, String> sha256,
        Map<Installer, Installers.Found> installers) {

    /** Whether no other machine can reach this address. */
    public boolean onlyHere() {
        return way.endsHere();
    }

    public String url() {
        return way.url();
    }

    /** With the installer for Windows; null while this CMM has none. */
    public @Nullable InstallerCommands windowsInstaller() {
        Installers.Found found = installers.get(Installer.WINDOWS);
        return found == null ? null : new InstallerCommands(way, token, found);
    }

    /** For a shell: unpacks the agent here and starts it, with the machine's own Java. */
    public String linux() {
        return "%s && tar xzf %s && cmm-agent/cmm-agent %s"
                .formatted(
                        fetched(AgentPackage.LINUX.file(), sha256.apply(AgentPackage.LINUX)),
                        AgentPackage.LINUX.file(),
                        settings());
    }

    /** For a shell: installs the agent as a service that brings its Java; null while this CMM has no package. */
    public @Nullable String debian() {
        Installers.Found found = installers.get(Installer.DEBIAN);
        String file = Installer.DEBIAN.file();
        return found == null
                ? null
                : "%s && sudo dpkg -i %s && sudo cmm-agent configure %s"
                        .formatted(fetched(file, found.sha256()), file, settings());
    }

    /** A small Debian has wget and no curl. */
    private String fetched(String file, String hash) {
        boolean unknown = way.authority().isPresent();
        return "(curl -fsS%1$so %2$s %3$s || wget -q%4$s -O %2$s %3$s) && echo \"%5$s  %2$s\" | sha256sum -c"
                .formatted(unknown ? "k" : "", file, address(file), unknown ? " --no-check-certificate" : "", hash);
    }

    /** For the command prompt and for PowerShell, which knows no {@code &&}; curl and tar are parts of Windows 10. */
    public String windows() {
        return ("cmd /c \"curl.exe -fsS%1$so %2$s %3$s && certutil -hashfile %2$s SHA256 | findstr %4$s"
                        + " && tar -xf %2$s && cmm-agent\\cmm-agent.cmd %5$s\"")
                .formatted(
                        way.authority().isPresent() ? "k" : "",
                        AgentPackage.WINDOWS.file(),
                        address(AgentPackage.WINDOWS.file()),
                        sha256.apply(AgentPackage.WINDOWS),
                        settings());
    }

    /** What the agent is told, in every form of the command. */
    private String settings() {
        String authority =
                way.authority().map(digits -> " --authority sha256:" + digits).orElse("");
        return "--server %s --token %s%s".formatted(way.url(), token, authority);
    }

    private String address(String file) {
        return way.url() + AgentDownload.PATH + "/" + file;
    }

    @Override
    public String toString() {
        return "Commands[" + way.url() + "]";
    }
}
