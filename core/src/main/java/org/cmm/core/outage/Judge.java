package org.cmm.core.outage;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.cmm.core.outage.Fact.What;
import org.cmm.core.outage.Sign.Kind;

/**
 * Says why a machine was silent. Stretches of which samples arrived later were lost to what kept them from arriving;
 * the holes between them are judged each for itself. What CMM slept through is CMM's, and is the cause of the whole
 * only where nothing else is known.
 *
 * <p>Cost: a few dozen small objects; the signs of some hours are looked at once a hole.
 */
public final class Judge {

    /** Samples that are farther apart leave a hole; a start alone takes longer. */
    private static final Duration SHORTEST_HOLE = Duration.ofSeconds(60);

    /** Agents deliver what they kept within this after they are heard again, and tell what they know. */
    public static final Duration SETTLING = Duration.ofMinutes(10);

    /** Mains that go with the silence took the way out with them. */
    private static final Duration TOGETHER = Duration.ofMinutes(3);

    /**
     * An agent delivers within this what it measured just before a machine went down, and just after it came up: such
     * stretches at the edges belong to what took the machine down.
     */
    private static final Duration EDGE = Duration.ofMinutes(6);

    private Judge() {}

    public static Verdict judge(Gap gap, Evidence evidence) {
        Span whole = gap.span(evidence.now());
        List<Piece> pieces = pieces(gap, whole, evidence);
        List<Span> cmmDown = whole.clip(evidence.cmmDown());
        Piece main = main(pieces, cmmDown);
        List<Part> parts = pieces.stream()
                .flatMap(piece -> parts(piece, cmmDown))
                .sorted(Comparator.comparing(part -> part.span().from()))
                .toList();
        boolean settled = !gap.isOpen() && !evidence.now().isBefore(whole.to().plus(SETTLING));
        return new Verdict(
                main.finding().cause(),
                main.finding().confidence(),
                !settled,
                facts(main, pieces, cmmDown),
                joined(parts));
    }

    /** A stretch with its finding; {@code ran} where samples of it arrived later. */
    private record Piece(Span span, boolean ran, Finding finding) {}

    private static List<Piece> pieces(Gap gap, Span whole, Evidence evidence) {
        List<Span> clipped = whole.clip(evidence.measured());
        List<Span> measured = holes(whole, clipped).isEmpty()
                ? clipped
                : clipped.stream().filter(ran -> !isEdge(ran, whole)).toList();
        List<Span> holes = holes(whole, measured);
        List<Piece> pieces = new ArrayList<>();
        List<Span> ran = measured.isEmpty() ? List.of() : whole.without(holes);
        ran.forEach(span -> pieces.add(new Piece(span, true, whileRunning(whole, evidence))));
        List<Span> silent = ran.isEmpty() ? List.of(whole) : holes;
        for (Span hole : silent) {
            boolean over = !gap.isOpen() || hole.to().isBefore(whole.to());
            pieces.add(new Piece(hole, false, new HoleJudge(evidence, hole, over).finding()));
        }
        return pieces;
    }

    private static List<Span> holes(Span whole, List<Span> measured) {
        return whole.without(measured).stream()
                .filter(hole -> hole.length().compareTo(SHORTEST_HOLE) >= 0)
                .toList();
    }

    private static boolean isEdge(Span ran, Span whole) {
        boolean atStart = Duration.between(whole.from(), ran.from()).compareTo(SHORTEST_HOLE) < 0;
        boolean atEnd = Duration.between(ran.to(), whole.to()).compareTo(SHORTEST_HOLE) < 0;
        return (atStart || atEnd) && ran.length().compareTo(EDGE) < 0;
    }

    /** The machine ran: its way to CMM was cut, perhaps because the mains of the way were. */
    private static Finding whileRunning(Span whole, Evidence evidence) {
        Duration ran = Span.total(whole.clip(evidence.measured()));
        Fact continued = Fact.lasted(What.CONTINUED, ran);
        SiteSigns site = evidence.site();
        List<Sign> lost = evidence.signs().stream()
                .filter(sign -> sign.kind() == Kind.MAINS_LOST)
                .filter(sign -> Duration.between(whole.from(), sign.at()).abs().compareTo(TOGETHER) <= 0)
                .toList();
        if (!lost.isEmpty()) {
            return Finding.of(Cause.POWER, Confidence.LIKELY, Fact.told(lost.getFirst()), continued)
                    .and(What.SITE_SILENT, site.silent());
        }
        if (site.lostPower()) {
            return Finding.of(Cause.POWER, Confidence.LIKELY, continued)
                    .and(What.SITE_LOST_MAINS, site.lostMains())
                    .and(What.SITE_RESTARTED, site.restarted());
        }
        Finding link = Finding.of(Cause.LINK, Confidence.CERTAIN, continued);
        return (site.everywhere() ? link.and(Fact.of(What.EVERYWHERE)) : link)
                .and(What.SITE_SILENT, site.silent())
                .and(What.SITE_CONTINUED, site.continued())
                .and(What.SITE_HEARD, site.heard());
    }

    /** The longest piece that is known, by what CMM did not sleep through; CMM where that is next to nothing. */
    private static Piece main(List<Piece> pieces, List<Span> cmmDown) {
        Map<Cause, Duration> lost = new EnumMap<>(Cause.class);
        pieces.forEach(piece -> lost.merge(piece.finding().cause(), weight(piece, cmmDown), Duration::plus));
        Piece longest = pieces.stream()
                .max(Comparator.<Piece, Duration>comparing(
                                piece -> lost.getOrDefault(piece.finding().cause(), Duration.ZERO))
                        .thenComparing(piece -> piece.span().length()))
                .orElseThrow();
        Duration heard = Span.total(longest.span().without(cmmDown));
        boolean mostlyDeaf = heard.multipliedBy(2).compareTo(longest.span().length()) < 0;
        boolean proven = !longest.ran() && longest.finding().confidence() != Confidence.POSSIBLE;
        return mostlyDeaf && !proven
                ? new Piece(
                        longest.span(),
                        longest.ran(),
                        new Finding(
                                Cause.CMM, Confidence.CERTAIN, longest.finding().facts()))
                : longest;
    }

    private static Duration weight(Piece piece, List<Span> cmmDown) {
        boolean told = !piece.ran() && piece.finding().confidence() != Confidence.POSSIBLE;
        return told ? piece.span().length() : Span.total(piece.span().without(cmmDown));
    }

    private static Stream<Part> parts(Piece piece, List<Span> cmmDown) {
        Stream<Part> own = piece.span().without(cmmDown).stream()
                .map(span -> new Part(span, piece.finding().cause()));
        Stream<Part> deaf = piece.span().clip(cmmDown).stream().map(span -> new Part(span, Cause.CMM));
        return Stream.concat(own, deaf);
    }

    private static List<Part> joined(List<Part> parts) {
        List<Part> joined = new ArrayList<>();
        for (Part part : parts) {
            Part last = joined.isEmpty() ? null : joined.getLast();
            if (last != null
                    && last.cause() == part.cause()
                    && last.span().to().equals(part.span().from())) {
                joined.set(
                        joined.size() - 1,
                        new Part(new Span(last.span().from(), part.span().to()), part.cause()));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    /** What speaks for the cause, then what the other pieces add, then CMM's own absence. */
    private static List<Fact> facts(Piece main, List<Piece> pieces, List<Span> cmmDown) {
        List<Fact> facts = new ArrayList<>(main.finding().facts());
        pieces.stream()
                .filter(piece -> piece.ran() != main.ran()
                        || piece.finding().cause() != main.finding().cause())
                .flatMap(piece -> piece.finding().facts().stream())
                .filter(fact -> !facts.contains(fact))
                .forEach(facts::add);
        if (!cmmDown.isEmpty()) {
            facts.add(
                    main.finding().cause() == Cause.CMM ? 0 : facts.size(),
                    Fact.lasted(What.CMM_DOWN, Span.total(cmmDown)));
        }
        return facts.stream().distinct().toList();
    }
}
