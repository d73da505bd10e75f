package org.cmm.core.outage;

import static org.cmm.core.outage.Confidence.CERTAIN;
import static org.cmm.core.outage.Confidence.LIKELY;
import static org.cmm.core.outage.Confidence.POSSIBLE;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.cmm.core.outage.Fact.What;
import org.cmm.core.outage.Sign.Kind;

/**
 * Judges a hole: a stretch of which no sample ever came. The rules go from what proves most to what proves least; the
 * first that fits decides.
 *
 * <p>Sources: Windows writes a stop code into event 41 when it crashed and none when the mains went, 1074 and 6006 when
 * it was shut down, 42 and 107 around a sleep; uptime begins anew with the machine and with nothing else.
 */
final class HoleJudge {

    /**
     * Uptimes are whole seconds and clocks are corrected by seconds: a start so close to the hole's edge is an old one.
     */
    private static final Duration CLOCKS = Duration.ofSeconds(10);

    /** A system that fails starts again by itself within this; mains rarely come back so soon. */
    private static final Duration QUICK = Duration.ofMinutes(5);

    private final Evidence evidence;
    private final Span hole;
    private final boolean over;
    private final Signs signs;
    private final SiteSigns site;

    /** @param over whether the machine came back after the hole */
    HoleJudge(Evidence evidence, Span hole, boolean over) {
        this.evidence = evidence;
        this.hole = hole;
        this.over = over;
        this.signs = new Signs(evidence, hole);
        this.site = evidence.site();
    }

    Finding finding() {
        return crash().or(this::stoppedInOrder)
                .or(this::asleep)
                .orElseGet(() -> !over
                        ? stillSilent()
                        : startedAgain().map(this::wentDown).orElseGet(this::stayedUp));
    }

    private Optional<Finding> crash() {
        Optional<Sign> unclean = signs.after(Kind.UNCLEAN_STOP);
        return signs.after(Kind.UNCLEAN_STOP)
                .filter(sign -> !sign.detail().isEmpty())
                .map(sign -> Finding.of(Cause.CRASH, sign.detail().startsWith(Sign.BUGCHECK) ? CERTAIN : LIKELY)
                        .and(unclean));
    }

    /**
     * A battery that gives in shuts down in order too. A stop that was asked for and then cut short was not in order.
     */
    private Optional<Finding> stoppedInOrder() {
        Optional<Sign> stopped = signs.about(Kind.MACHINE_STOPPED);
        Optional<Sign> asked = signs.about(Kind.STOP_PLANNED);
        Optional<Sign> agent = signs.about(Kind.AGENT_STOPPED);
        boolean unclean = signs.after(Kind.UNCLEAN_STOP).isPresent();
        boolean stayedUp = over && evidence.starts().known() && startedAgain().isEmpty();
        boolean hybrid = signs.about(Kind.FELL_ASLEEP).isPresent();
        boolean agentAlone =
                asked.isEmpty() && (agent.isEmpty() || startedAgain().isEmpty());
        if (stopped.isEmpty() && (unclean || agentAlone)) {
            return Optional.empty();
        }
        if (stayedUp && !hybrid && stopped.isEmpty()) {
            return Optional.empty();
        }
        if (signs.mainsLost().isPresent() && (signs.batteryLow().isPresent() || asked.isEmpty())) {
            return Optional.of(Finding.of(Cause.POWER, signs.batteryLow().isPresent() ? CERTAIN : LIKELY)
                    .and(signs.mainsLost())
                    .and(signs.batteryLow())
                    .and(stopped));
        }
        return Optional.of(Finding.of(Cause.PLANNED, asked.isPresent() && over ? CERTAIN : LIKELY)
                .and(asked)
                .and(stopped)
                .and(asked.isEmpty() && stopped.isEmpty() ? agent : Optional.empty()));
    }

    private Optional<Finding> asleep() {
        Optional<Sign> slept = signs.asleep(hole);
        if (slept.isEmpty()) {
            return Optional.empty();
        }
        if (signs.batteryLow().isPresent()) {
            return Optional.of(Finding.of(Cause.POWER, LIKELY)
                    .and(signs.mainsLost())
                    .and(signs.batteryLow())
                    .and(slept));
        }
        return Optional.of(Finding.of(Cause.SLEEP, over && startedAgain().isEmpty() ? CERTAIN : LIKELY)
                .and(slept));
    }

    private Finding wentDown(Instant started) {
        Finding finding = powerGone().or(() -> Optional.of(alone())).get().and(signs.after(Kind.UNCLEAN_STOP));
        return finding.and(Fact.at(What.STARTED_AGAIN, started));
    }

    /** What speaks for the mains: a battery that took over, or neighbours. */
    private Optional<Finding> powerGone() {
        Optional<Sign> lost = signs.mainsLost();
        if (lost.isPresent() || evidence.onBattery()) {
            Finding finding = Finding.of(
                            Cause.POWER, signs.batteryLow().isPresent() || site.wholeSite() ? CERTAIN : LIKELY)
                    .and(lost)
                    .and(signs.batteryLow());
            return Optional.of(withSite(lost.isPresent() ? finding : finding.and(Fact.of(What.ON_BATTERY))));
        }
        if (site.wholeSite()) {
            return Optional.of(withSite(Finding.of(Cause.POWER, site.lostPower() ? CERTAIN : LIKELY)));
        }
        return Optional.empty();
    }

    /** Of a machine that went down while nobody else did. */
    private Finding alone() {
        boolean windows = signs.after(Kind.UNCLEAN_STOP).filter(Sign::fromLog).isPresent();
        Duration lasted = hole.length();
        boolean quick = lasted.compareTo(QUICK) <= 0;
        if (windows) {
            return Finding.of(Cause.POWER, site.heard() == 0 ? LIKELY : POSSIBLE)
                    .and(What.SITE_HEARD, site.heard());
        }
        return quick
                ? Finding.of(Cause.CRASH, site.heard() > 0 ? LIKELY : POSSIBLE, Fact.lasted(What.QUICK, lasted))
                        .and(What.SITE_HEARD, site.heard())
                : Finding.of(Cause.POWER, POSSIBLE, Fact.lasted(What.LONG, lasted))
                        .and(What.SITE_HEARD, site.heard());
    }

    private Finding stayedUp() {
        Optional<Sign> killed = signs.after(Kind.AGENT_KILLED);
        Optional<Sign> stopped = signs.about(Kind.AGENT_STOPPED);
        Optional<Sign> started = signs.after(Kind.AGENT_STARTED);
        Finding finding;
        if (killed.isPresent() || stopped.isPresent()) {
            finding = Finding.of(Cause.AGENT_STOPPED, CERTAIN)
                    .and(stopped)
                    .and(killed)
                    .and(started);
        } else if (started.isPresent()) {
            finding = Finding.of(Cause.AGENT_STOPPED, LIKELY).and(started);
        } else if (site.everywhere()) {
            finding = Finding.of(Cause.LINK, LIKELY, Fact.of(What.EVERYWHERE));
        } else if (site.lostPower() && !evidence.starts().known()) {
            finding = withSite(Finding.of(Cause.POWER, LIKELY));
        } else if (site.wholeSite()
                && (site.continued() > 0 || evidence.starts().known())) {
            finding = withSite(Finding.of(Cause.LINK, LIKELY));
        } else {
            finding = withSite(Finding.of(Cause.UNKNOWN, POSSIBLE));
        }
        return evidence.starts().known() ? finding.and(Fact.of(What.STAYED_UP)) : finding;
    }

    private Finding stillSilent() {
        Optional<Sign> agent = signs.about(Kind.AGENT_STOPPED);
        if (agent.isPresent()) {
            return Finding.of(Cause.AGENT_STOPPED, LIKELY).and(agent);
        }
        if (signs.mainsLost().isPresent() || evidence.onBattery()) {
            Finding finding =
                    Finding.of(Cause.POWER, LIKELY).and(signs.mainsLost()).and(signs.batteryLow());
            return withSite(evidence.onBattery() ? finding.and(Fact.of(What.ON_BATTERY)) : finding);
        }
        if (site.everywhere()) {
            return Finding.of(Cause.LINK, LIKELY, Fact.of(What.EVERYWHERE));
        }
        Cause shared = site.lostPower() ? Cause.POWER : site.lostLink() ? Cause.LINK : Cause.UNKNOWN;
        return withSite(Finding.of(shared, shared == Cause.POWER ? LIKELY : POSSIBLE));
    }

    private Finding withSite(Finding finding) {
        return finding.and(What.SITE_LOST_MAINS, site.lostMains())
                .and(What.SITE_SILENT, site.silent())
                .and(What.SITE_RESTARTED, site.restarted())
                .and(What.SITE_CONTINUED, site.continued())
                .and(What.SITE_HEARD, site.heard());
    }

    /** When the machine was started within the hole. */
    private Optional<Instant> startedAgain() {
        Span within = new Span(hole.from(), hole.to().plus(CLOCKS));
        Optional<Instant> byUptime = evidence.starts().at().stream()
                .filter(start -> start.isAfter(hole.from().plus(CLOCKS)) && within.holds(start))
                .max(Comparator.naturalOrder());
        return byUptime.or(() -> signs.after(Kind.MACHINE_STARTED).map(Sign::at));
    }
}
