package org.cmm.agent.link;

import java.util.Optional;

/** Where requests go; the network in production. */
public interface Link {
    /**
     * Sends one request and waits for what comes of it.
     *
     * @param path one of {@code org.cmm.protocol.Endpoints}
     * @param secret this machine's, once it has one
     */
    Exchange send(String method, String path, Content content, Optional<String> secret);
}
