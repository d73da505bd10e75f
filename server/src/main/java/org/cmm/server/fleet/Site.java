package org.cmm.server.fleet;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A place with servers.
 *
 * @param demo whether it is made up
 */
public record Site(
        int id,
        String name,

        @Schema(implementation = String.class, examples = "Africa/Douala")
        ZoneId zone,

        boolean demo) {

    /** As a reader of French expects it, which a reader of English accepts. */
    static final Comparator<Site> BY_NAME =
            Comparator.comparing(Site::name, Collator.getInstance(Locale.FRENCH)::compare);
}
