package org.cmm.server.maintenance;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Settings;

/** Makes checks that say what is wrong in a language. */
@Singleton
class WindowChecks {

    private final Servers servers;
    private final Listing listing;
    private final ZoneId institution;

    WindowChecks(Servers servers, Listing listing, Settings settings) {
        this.servers = servers;
        this.listing = listing;
        this.institution = ZoneId.of(settings.zone());
    }

    WindowCheck in(Language language) {
        return new WindowCheck(
                servers, listing, institution, WindowWords.of(language).messages());
    }
}
