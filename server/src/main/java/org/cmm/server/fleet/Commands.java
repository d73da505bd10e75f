package org.cmm.server.fleet;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import org.cmm.server.platform.Settings;

/**
 * The one command that puts a machine under watch: it fetches the agent from this CMM, unpacks it and starts it.
 *
 * @param url where the machine reaches CMM, without a slash at the end
 * @param token shown once; never printed
 */
record Commands(String url, String token) {

    /** Where CMM is reached: as the operator says, else as this very request reached it. */
    static Commands of(String token, Settings settings, UriInfo address) {
        URI base = address.getBaseUri();
        String url = settings.url().orElseGet(() -> base.getScheme() + "://" + base.getAuthority());
        return new Commands(url.replaceAll("/+$", ""), token);
    }

    /** Whether no other machine can reach this address. */
    public boolean onlyHere() {
        return url.matches("https?://(localhost|127\\.[\\d.]+|\\[::1])(:\\d+)?");
    }

    /** For a shell; a small Debian has wget and no curl. */
    public String linux() {
        String archive = address(AgentPackage.LINUX);
        return "(curl -fsS %1$s || wget -qO- %1$s) | tar xz && cmm-agent/cmm-agent --server %2$s --token %3$s"
                .formatted(archive, url, token);
    }

    /** For the command prompt and for PowerShell, which knows no {@code &&}; curl and tar are parts of Windows 10. */
    public String windows() {
        String archive = address(AgentPackage.WINDOWS);
        return "cmd /c \"curl -fsSo cmm-agent.zip %s && tar -xf cmm-agent.zip && cmm-agent\\cmm-agent.cmd --server %s --token %s\""
                .formatted(archive, url, token);
    }

    private String address(AgentPackage archive) {
        return url + AgentDownload.PATH + "/" + archive.file();
    }

    @Override
    public String toString() {
        return "Commands[" + url + "]";
    }
}
