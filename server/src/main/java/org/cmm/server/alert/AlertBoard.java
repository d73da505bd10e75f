package org.cmm.server.alert;

import jakarta.inject.Singleton;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cmm.core.alert.Severity;
import org.cmm.server.access.Language;
import org.cmm.server.alert.AlertPage.Chip;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Servers;
import org.cmm.server.platform.Settings;

/** Puts the page of alerts together. */
@Singleton
class AlertBoard {

    private final AlertList list;
    private final OpenAlerts open;
    private final Servers servers;
    private final Listing listing;
    private final ZoneId institution;

    AlertBoard(AlertList list, OpenAlerts open, Servers servers, Listing listing, Settings settings) {
        this.list = list;
        this.open = open;
        this.servers = servers;
        this.listing = listing;
        this.institution = ZoneId.of(settings.zone());
    }

    /** @throws org.cmm.server.platform.ProblemException naming whatever the query asks wrongly */
    AlertPage page(AlertQuery query, Language language) {
        FilterCheck check = new FilterCheck(servers, listing);
        AlertFilter filter = check.filter(query);
        long before = check.before(query.cursor());
        check.refuseFaults();
        AlertWords words = new AlertWords(language, institution);
        AlertList.Shown shown = list.show(filter, before, words);
        List<OpenAlert> all = open.all();
        return new AlertPage(
                query,
                words.sentence(all.size()),
                Stream.of(Severity.CRITICAL, Severity.WARNING, Severity.INFO)
                        .map(severity -> chip(severity, all, query, words))
                        .toList(),
                listing.sites(),
                shown.open(),
                shown.cleared(),
                shown.older());
    }

    private static Chip chip(Severity severity, List<OpenAlert> all, AlertQuery query, AlertWords words) {
        String word = severity.name().toLowerCase(Locale.ROOT);
        boolean current = query.severity().equals(word);
        long count = all.stream().filter(alert -> alert.severity().equals(word)).count();
        return new Chip(
                word,
                words.figures().count(count),
                AlertPage.address("/alerts", AlertPage.withSeverity(query, current ? "" : word)),
                current);
    }
}
