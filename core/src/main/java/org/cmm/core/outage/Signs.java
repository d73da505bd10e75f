package org.cmm.core.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.cmm.core.outage.Sign.Kind;

/** The signs that speak for one hole: those since the last start before it, up to a little after its end. */
final class Signs {

    /** What a machine says as it comes back is dated about its first sample. */
    private static final Duration COMING_BACK = Duration.ofMinutes(2);

    /** A machine that was told to stop says so, and may still measure for so long. */
    private static final Duration GOING_DOWN = Duration.ofMinutes(10);

    private final List<Sign> signs;
    private final Instant from;

    Signs(Evidence evidence, Span hole) {
        from = hole.from();
        Instant lastStart = evidence.signs().stream()
                .filter(sign -> sign.kind() == Kind.MACHINE_STARTED || sign.kind() == Kind.AGENT_STARTED)
                .map(Sign::at)
                .filter(at -> !at.isAfter(from))
                .max(Comparator.naturalOrder())
                .orElse(Instant.MIN);
        Instant end = hole.to().plus(COMING_BACK);
        signs = evidence.signs().stream()
                .filter(sign -> sign.at().isAfter(lastStart) && !sign.at().isAfter(end))
                .sorted(Comparator.comparing(Sign::at))
                .toList();
    }

    /** The newest of a kind that belongs to the going down or to what came after it. */
    Optional<Sign> about(Kind kind) {
        return newest(kind, sign -> !sign.at().isBefore(from.minus(GOING_DOWN)));
    }

    /** The newest of a kind after the hole began: told by a machine that came back. */
    Optional<Sign> after(Kind kind) {
        return newest(kind, sign -> sign.at().isAfter(from));
    }

    /** That the mains had gone, and were not back when the hole began. */
    Optional<Sign> mainsLost() {
        return newest(Kind.MAINS_LOST, sign -> true).filter(lost -> newest(
                        Kind.MAINS_BACK,
                        back -> back.at().isAfter(lost.at()) && !back.at().isAfter(from))
                .isEmpty());
    }

    Optional<Sign> batteryLow() {
        return about(Kind.BATTERY_LOW).filter(low -> mainsLost().isPresent());
    }

    /** A sleep that the hole lies in, by either end of it. */
    Optional<Sign> asleep(Span hole) {
        Optional<Sign> woke = newest(
                Kind.WOKE,
                sign -> sign.since().isPresent()
                        && !sign.since().get().isAfter(sign.at())
                        && new Span(sign.since().get(), sign.at())
                                .within(hole)
                                .filter(slept -> slept.length().multipliedBy(2).compareTo(hole.length()) >= 0)
                                .isPresent());
        return woke.or(() -> after(Kind.WOKE).filter(sign -> sign.since().isEmpty()))
                .or(() -> about(Kind.FELL_ASLEEP).filter(slept -> newest(
                                Kind.WOKE,
                                up -> up.at().isAfter(slept.at()) && !up.at().isAfter(from))
                        .isEmpty()));
    }

    private Optional<Sign> newest(Kind kind, Predicate<Sign> fits) {
        return signs.stream()
                .filter(sign -> sign.kind() == kind && fits.test(sign))
                .reduce((older, newer) -> newer);
    }
}
