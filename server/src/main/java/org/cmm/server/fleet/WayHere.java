package org.cmm.server.fleet;

import jakarta.inject.Singleton;
import java.net.URI;
import java.util.Optional;
import org.cmm.server.platform.HostName;
import org.cmm.server.platform.OwnAddresses;
import org.cmm.server.platform.Settings;
import org.cmm.server.tls.Encryption;

/** Knows how a machine that is to be watched reaches this CMM, and by what it tells it from an impostor. */
@Singleton
class WayHere {

    private final Settings settings;
    private final Encryption encryption;

    WayHere(Settings settings, Encryption encryption) {
        this.settings = settings;
        this.encryption = encryption;
    }

    /**
     * Where to go.
     *
     * @param url without a slash at the end
     * @param authority SHA-256 of the authority that vouches for CMM there; empty when the machine knows it by itself
     */
    record Way(String url, Optional<String> authority) {

        /** Whether no other machine can go it. */
        boolean endsHere() {
            return HostName.isThisMachine(String.valueOf(URI.create(url).getHost()));
        }

        boolean isEncrypted() {
            return url.startsWith("https:");
        }
    }

    /**
     * As the operator says, else as this very request came; one that came from this machine itself says nothing about
     * others, so then the machine's address in the network.
     */
    Way from(URI asked) {
        String url = settings.url()
                .map(OwnAddresses::withoutSlash)
                .or(() -> HostName.isThisMachine(asked.getHost())
                        ? OwnAddresses.of(settings).network()
                        : Optional.empty())
                .orElseGet(() -> asked.getScheme() + "://" + asked.getAuthority());
        boolean own = url.startsWith("https:") && settings.proxies().isEmpty();
        return new Way(url, own ? encryption.authorityFingerprint() : Optional.empty());
    }
}
