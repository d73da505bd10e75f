package org.cmm.server.fleet;

import java.util.Arrays;
import java.util.Optional;

/** The agent with a Java of its own, as a system installs it; built apart from the server by {@code ./cmm package}. */
enum Installer {
    WINDOWS("cmm-agent.msi", "application/x-msi", "windows"),
    DEBIAN("cmm-agent-amd64.deb", "application/vnd.debian.binary-package", "linux");

    private final String file;
    private final String mediaType;
    private final String kind;

    Installer(String file, String mediaType, String kind) {
        this.file = file;
        this.mediaType = mediaType;
        this.kind = kind;
    }

    static Optional<Installer> of(String file) {
        return Arrays.stream(values()).filter(one -> one.file.equals(file)).findFirst();
    }

    String file() {
        return file;
    }

    String mediaType() {
        return mediaType;
    }

    /** The word after {@code ./cmm package}. */
    String kind() {
        return kind;
    }
}
