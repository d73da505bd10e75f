package org.cmm.server.overview;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cmm.protocol.Evidence;
import org.cmm.server.event.MachineEvents;
import org.cmm.server.event.StoredEvent;
import org.cmm.server.fleet.Server;
import org.cmm.server.overview.ServerView.EventRow;
import org.cmm.server.platform.Figures;

/** The newest starts, stops and changes of power of a server, in words. */
@Singleton
class EventList {

    private static final int ROWS = 8;
    private static final int MOST_LOOKED_AT = 40;

    /** What several sources tell of the same is one thing for people. */
    private static final Duration SAME = Duration.ofMinutes(2);

    private final MachineEvents events;
    private final InstantSource clock;

    EventList(MachineEvents events, InstantSource clock) {
        this.events = events;
        this.clock = clock;
    }

    List<EventRow> of(Server server, EventMessages words, Figures figures) {
        InWords inWords = new InWords(words, figures, clock.instant());
        List<List<StoredEvent>> things = new ArrayList<>();
        for (StoredEvent event : events.newest(server.id(), MOST_LOOKED_AT)) {
            things.stream()
                    .filter(thing -> same(thing.getFirst(), event))
                    .findFirst()
                    .ifPresentOrElse(thing -> thing.add(event), () -> things.add(new ArrayList<>(List.of(event))));
        }
        return things.stream().limit(ROWS).map(inWords::row).toList();
    }

    private static boolean same(StoredEvent first, StoredEvent other) {
        return first.kind() == other.kind()
                && first.evidence() != other.evidence()
                && Duration.between(other.at(), first.at()).abs().compareTo(SAME) <= 0;
    }

    /** The key of a drill is for its agent only. */
    private static String detail(StoredEvent event) {
        return switch (event.kind()) {
            case DRILL_STARTED, DRILL_ENDED, DRILL_REFUSED -> event.detail().replaceFirst("^\\S+ ?", "");
            default -> event.detail();
        };
    }

    private static String words(Evidence evidence, EventMessages words) {
        return switch (evidence) {
            case AGENT -> words.byAgent();
            case AGENT_MARKER -> words.byAgentMarker();
            case BOOT_TIME -> words.byBootTime();
            case CLOCKS -> words.byClocks();
            case EVENT_LOG -> words.byEventLog();
            case POWER_SUPPLY -> words.byPowerSupply();
            case SYSTEM -> words.bySystem();
        };
    }

    /** Words and figures of one language at one moment. */
    private record InWords(EventMessages words, Figures figures, Instant now) {

        EventRow row(List<StoredEvent> thing) {
            StoredEvent first = thing.stream()
                    .filter(event -> event.since() != null)
                    .findFirst()
                    .orElse(thing.getFirst());
            String detail = thing.stream()
                    .map(EventList::detail)
                    .filter(text -> !text.isEmpty())
                    .findFirst()
                    .orElse("");
            String evidence = thing.stream()
                    .map(StoredEvent::evidence)
                    .distinct()
                    .map(known -> EventList.words(known, words))
                    .collect(Collectors.joining(", "));
            return new EventRow(
                    words(first),
                    figures.since(first.at(), now),
                    Stream.of(evidence, detail).filter(text -> !text.isEmpty()).collect(Collectors.joining(" · ")));
        }

        private String words(StoredEvent event) {
            Instant since = event.since();
            return switch (event.kind()) {
                case MACHINE_STARTED -> words.machineStarted();
                case STOP_PLANNED -> words.stopPlanned();
                case MACHINE_STOPPED -> words.machineStopped();
                case UNCLEAN_STOP -> since == null ? words.uncleanStop() : words.uncleanStopSince(time(since));
                case FELL_ASLEEP -> words.fellAsleep();
                case WOKE ->
                    since == null
                            ? words.woke()
                            : words.wokeAfter(figures.duration(Duration.between(since, event.at())));
                case AGENT_STARTED -> words.agentStarted();
                case AGENT_STOPPED -> words.agentStopped();
                case AGENT_KILLED -> since == null ? words.agentKilled() : words.agentKilledSince(time(since));
                case MAINS_LOST -> words.mainsLost();
                case MAINS_BACK -> words.mainsBack();
                case BATTERY_LOW -> words.batteryLow();
                case DRILL_STARTED -> words.drillStarted();
                case DRILL_ENDED -> words.drillEnded();
                case DRILL_REFUSED -> words.drillRefused();
            };
        }

        private String time(Instant at) {
            return figures.since(at, now);
        }
    }
}
