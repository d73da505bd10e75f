package org.cmm.server.notify;

import jakarta.inject.Singleton;
import org.cmm.server.platform.OwnAddresses;
import org.cmm.server.platform.Settings;

/** Addresses that people can follow from a notice: by {@code CMM_URL}, or as CMM believes others reach it. */
@Singleton
class Links {

    private final Settings settings;

    Links(Settings settings) {
        this.settings = settings;
    }

    String to(String path) {
        OwnAddresses own = OwnAddresses.of(settings);
        return settings.url().map(OwnAddresses::withoutSlash).or(own::network).orElse(own.here()) + path;
    }
}
