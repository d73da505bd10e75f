package org.cmm.server.incident;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.cmm.core.incident.Entry;
import org.cmm.core.incident.IncidentState.Stage;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.SiteVerdict;
import org.cmm.server.access.Language;
import org.cmm.server.alert.AlertRow;
import org.cmm.server.fleet.Site;
import org.cmm.server.outage.CauseWords;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Spelling;

/** Incidents in the words of one language, at the time of one site. */
record IncidentWords(IncidentMessages messages, Figures figures, CauseWords causes) {

    static IncidentWords of(Language language, Optional<Site> site, ZoneId institution) {
        ZoneId zone = site.map(Site::zone).orElse(institution);
        return new IncidentWords(
                MessageBundles.get(IncidentMessages.class, Localized.Literal.of(language.code())),
                Figures.of(language.locale(), zone),
                CauseWords.of(language));
    }

    /** What is the matter, as short as people say it. */
    String title(IncidentRecord incident, Optional<Site> site, Optional<AlertRow> leading) {
        if (incident.site() != null) {
            String name = site.map(Site::name).orElse("");
            return incident.isOver()
                    ? messages.siteWasSilent(name)
                    : messages.siteSilent(name, figures.count(incident.machineCount()));
        }
        return leading.map(alert -> title(incident, alert)).orElse("");
    }

    private String title(IncidentRecord incident, AlertRow leading) {
        String machine = leading.serverName();
        if (isSilence(leading)) {
            return incident.isOver() ? messages.wasSilent(machine) : messages.silent(machine);
        }
        String trouble = leading.part().isEmpty() ? leading.rule() : leading.rule() + " " + leading.part();
        int more = (incident.isOver() ? incident.alerts() : incident.firing()) - 1;
        return more <= 0
                ? messages.troubleOn(trouble, machine)
                : messages.troublesOn(trouble, figures.count(more), machine);
    }

    private static boolean isSilence(AlertRow alert) {
        return alert.kind().equals("silent");
    }

    /** Its look: an incident that is over has lost its colour. */
    static String kind(IncidentRecord incident, Optional<AlertRow> leading) {
        if (incident.isOver()) {
            return "ok";
        }
        boolean silent = incident.site() != null
                || leading.filter(IncidentWords::isSilence).isPresent();
        return silent ? "silent" : Spelling.of(incident.severity());
    }

    String stage(Stage stage) {
        return switch (stage) {
            case OPEN -> messages.stageOpen();
            case ACKNOWLEDGED -> messages.stageAcknowledged();
            case IN_PROGRESS -> messages.stageInProgress();
            case RESOLVED -> messages.stageResolved();
            case CLOSED -> messages.stageClosed();
        };
    }

    static String stageKind(Stage stage) {
        return switch (stage) {
            case OPEN -> "warning";
            case ACKNOWLEDGED, IN_PROGRESS -> "info";
            case RESOLVED, CLOSED -> "ok";
        };
    }

    String span(IncidentRecord incident, Instant now) {
        String from = figures.since(incident.openedAt(), now);
        Optional<Instant> end = Optional.ofNullable(incident.resolvedAt());
        String duration = figures.duration(Duration.between(incident.openedAt(), end.orElse(now)));
        return end.map(until -> messages.lastedFrom(from, figures.since(until, now), duration))
                .orElseGet(() -> messages.stillGoing(from, duration));
    }

    String line(Entry entry, Instant now) {
        return switch (entry.kind()) {
            case OPENED -> messages.opened();
            case JOINED -> messages.joined();
            case WORSENED -> messages.worsened();
            case EASED -> messages.eased();
            case ALERT_OVER -> messages.alertOver();
            case RECOVERED -> messages.recovered();
            case REOPENED -> messages.reopened();
            case FLAPPING -> messages.flaps();
            case STEADY -> messages.steady();
            case STILL_THERE -> messages.stillThere();
            case ACKNOWLEDGED ->
                entry.text().isEmpty()
                        ? messages.acknowledged(entry.by())
                        : messages.acknowledgedFor(entry.by(), time(entry.text(), now));
            case ACKNOWLEDGEMENT_EXPIRED -> messages.acknowledgementExpired();
            case ASSIGNED ->
                entry.text().isEmpty() ? messages.unassigned(entry.by()) : messages.assigned(entry.by(), entry.text());
            case STARTED -> messages.started(entry.by());
            case SNOOZED -> messages.snoozed(entry.by(), time(entry.text(), now));
            case NOTE -> entry.by();
            case ESCALATED -> escalated(entry.text());
            case CAUSE -> messages.believed(belief(Belief.read(entry.text())));
            case CLOSED -> entry.by().isEmpty() ? messages.closed() : messages.closedBy(entry.by());
        };
    }

    static String lineKind(Entry entry) {
        return switch (entry.kind()) {
            case OPENED, JOINED, WORSENED, REOPENED, STILL_THERE, FLAPPING, ACKNOWLEDGEMENT_EXPIRED ->
                Spelling.of(entry.severity());
            case RECOVERED, ALERT_OVER, EASED, STEADY, CLOSED -> "ok";
            case ACKNOWLEDGED, ASSIGNED, STARTED, SNOOZED, NOTE, ESCALATED, CAUSE -> "planned";
        };
    }

    /** Whether people were told of a line, and what kept them from it; empty for what nobody is told of. */
    String telling(Entry entry) {
        if (!entry.audible()) {
            return "";
        }
        return entry.heldBack().map(this::why).map(messages::heldBack).orElseGet(messages::told);
    }

    private String why(String heldBack) {
        int colon = heldBack.indexOf(':');
        String which = heldBack.substring(colon + 1);
        return switch (colon < 0 ? heldBack : heldBack.substring(0, colon)) {
            case "window" -> messages.byWindow();
            case "dependency" -> messages.byDependency(which);
            case "snooze" -> messages.bySnooze();
            case "flapping" -> messages.byFlapping();
            case "brief" -> messages.byBrief();
            case "demo" -> messages.byDemo();
            default -> heldBack;
        };
    }

    /** A duration and, after a blank, names; there are none when nobody could be reached. */
    private String escalated(String text) {
        String[] parts = text.split(" ", 2);
        String within = figures.duration(Duration.parse(parts[0]));
        return parts.length == 1 ? messages.escalatedToNobody(within) : messages.escalated(parts[1], within);
    }

    private String belief(Belief belief) {
        String cause = belief(belief.now());
        return belief.before()
                .map(earlier -> messages.believedBefore(cause, belief(earlier)))
                .orElse(cause);
    }

    private String belief(SiteVerdict verdict) {
        String cause = causes.name(verdict.cause());
        return verdict.cause() == Cause.UNKNOWN
                ? cause
                : messages.believedFor(cause, causes.belief(verdict.confidence()));
    }

    private String time(String instant, Instant now) {
        return figures.since(Instant.parse(instant), now);
    }
}
