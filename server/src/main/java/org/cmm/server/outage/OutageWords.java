package org.cmm.server.outage;

import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.cmm.core.outage.Cause;
import org.cmm.core.outage.Confidence;
import org.cmm.core.outage.Fact;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Figures;

/** Outages in the words of one language, with times of one zone. */
record OutageWords(OutageMessages messages, Figures figures, Instant now) {

    static OutageWords of(Language language, Optional<Site> site, ZoneId institution, Instant now) {
        return new OutageWords(
                MessageBundles.get(OutageMessages.class, Localized.Literal.of(language.code())),
                Figures.of(language.locale(), site.map(Site::zone).orElse(institution)),
                now);
    }

    String cause(Cause cause) {
        return new CauseWords(messages).name(cause);
    }

    String confidence(Confidence confidence) {
        return new CauseWords(messages).belief(confidence);
    }

    /** The fact with its figures: {@code Started again: 18:58}. */
    String sentence(Fact fact) {
        return switch (fact.what()) {
            case CONTINUED -> messages.continued(lasted(fact));
            case STARTED_AGAIN -> messages.startedAgain(at(fact));
            case STAYED_UP -> messages.stayedUp();
            case STOP_PLANNED -> withDetail(messages.stopPlanned(at(fact)), fact);
            case MACHINE_STOPPED -> messages.machineStopped(at(fact));
            case UNCLEAN_STOP -> messages.uncleanStop(at(fact));
            case BUGCHECK -> messages.bugcheck(fact.detail());
            case POWER_BUTTON -> messages.powerButton();
            case FELL_ASLEEP -> messages.fellAsleep(at(fact));
            case WOKE -> messages.woke(at(fact));
            case AGENT_STARTED -> messages.agentStarted(at(fact));
            case AGENT_STOPPED -> messages.agentStoppedAt(at(fact));
            case AGENT_KILLED -> messages.agentKilled(at(fact));
            case MAINS_LOST -> messages.mainsLost(at(fact));
            case MAINS_BACK -> messages.mainsBack(at(fact));
            case BATTERY_LOW -> messages.batteryLow(at(fact));
            case ON_BATTERY -> messages.onBattery();
            case SITE_SILENT -> messages.siteSilent(machines(fact));
            case SITE_HEARD -> messages.siteHeard(machines(fact));
            case SITE_RESTARTED -> messages.siteRestarted(machines(fact));
            case SITE_CONTINUED -> messages.siteContinued(machines(fact));
            case SITE_LOST_MAINS -> messages.siteLostMains(machines(fact));
            case EVERYWHERE -> messages.everywhere();
            case CMM_DOWN -> messages.cmmDown(lasted(fact));
            case QUICK -> messages.quick(lasted(fact));
            case LONG -> messages.longTime(lasted(fact));
        };
    }

    private String at(Fact fact) {
        return fact.at().map(at -> figures.since(at, now)).orElse("");
    }

    private String lasted(Fact fact) {
        return figures.duration(fact.lasted().orElse(Duration.ZERO));
    }

    private String machines(Fact fact) {
        return figures.count(fact.machines());
    }

    private static String withDetail(String sentence, Fact fact) {
        return fact.detail().isEmpty() ? sentence : sentence + " · " + fact.detail();
    }
}
