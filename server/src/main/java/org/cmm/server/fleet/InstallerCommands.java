package org.cmm.server.fleet;

import org.cmm.server.fleet.WayHere.Way;

/**
 * How the installer for Windows is fetched, compared and run without a question. Like {@link Commands}, it trusts the
 * file for its hash and not for where it came from.
 *
 * @param token shown once; never printed
 */
record InstallerCommands(Way way, String token, Installers.Found installer) {

    public String file() {
        return Installer.WINDOWS.file();
    }

    public String url() {
        return way.url() + AgentDownload.PATH + "/" + file();
    }

    public String server() {
        return way.url();
    }

    public String sha256() {
        return installer.sha256();
    }

    public long megabytes() {
        return installer.megabytes();
    }

    /** What the dialogue asks for in its last line; empty when it may stay empty. */
    public String authority() {
        return way.authority().map(digits -> "sha256:" + digits).orElse("");
    }

    /** For one PC: PowerShell asks for an administrator itself and shows the installer's exit code. */
    public String powershell() {
        return ("$m = \"$env:TEMP\\%1$s\"; curl.exe -fsS%2$so $m %3$s;"
                        + " if ((Get-FileHash $m).Hash -ne '%4$s') { throw '%1$s is not the file that CMM offers' };"
                        + " (Start-Process msiexec \"/i \"\"$m\"\" /qn %5$s\" -Verb RunAs -Wait -PassThru).ExitCode")
                .formatted(file(), way.authority().isPresent() ? "k" : "", url(), sha256(), properties());
    }

    /** For many PCs: a start-up script of group policy, beside the installer in a shared folder. */
    public String startupScript() {
        return """
                @echo off
                reg query HKLM\\SOFTWARE\\CMM\\Agent /v Package 2>nul | find /i "%1$s" >nul && exit /b 0
                msiexec /i "%%~dp0%2$s" /qn %3$s PACKAGE=%1$s
                """.formatted(sha256(), file(), properties()).strip();
    }

    private String properties() {
        String base = "SERVER=%s TOKEN=%s".formatted(way.url(), token);
        return authority().isEmpty() ? base : base + " AUTHORITY=" + authority();
    }

    @Override
    public String toString() {
        return "InstallerCommands[" + way.url() + "]";
    }
}
