package org.cmm.agent.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Where settings and data lie when nobody says.
 *
 * @param environment of the process
 */
record StandardPlaces(Map<String, String> environment) {
    private static final Path LINUX_CONFIG = Path.of("/etc/cmm-agent/agent.conf");

    /** Of Windows' common data; empty on other systems. */
    private Optional<Path> common() {
        return Optional.ofNullable(environment.get("ProgramData")).map(folder -> Path.of(folder, "CMM", "agent"));
    }

    /** The settings that a package installed, if there are any that may be read. */
    Optional<Path> config() {
        return Optional.of(common().map(folder -> folder.resolve("agent.ini")).orElse(LINUX_CONFIG))
                .filter(Files::isReadable);
    }

    Path dataDirectory() {
        return common().orElseGet(() -> Path.of(System.getProperty("user.home"), ".cmm-agent"));
    }
}
