package org.cmm.agent;

import java.util.Optional;

/** The version of this program, as its jar says. */
final class AgentVersion {
    private AgentVersion() {}

    static String here() {
        return Optional.ofNullable(AgentVersion.class.getPackage().getImplementationVersion())
                .orElse("development");
    }
}
