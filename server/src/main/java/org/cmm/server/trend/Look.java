package org.cmm.server.trend;

import java.time.ZoneId;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Figures;

/** In which language and at which zone's times something is told. */
record Look(Language language, ZoneId zone) {

    Figures figures() {
        return Figures.of(language.locale(), zone);
    }
}
