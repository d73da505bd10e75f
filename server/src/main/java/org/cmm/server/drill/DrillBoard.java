package org.cmm.server.drill;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.cmm.core.drill.DrillLife.State;
import org.cmm.protocol.DrillFault;
import org.cmm.server.access.Language;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Site;
import org.cmm.server.platform.Settings;

/** Puts the pages of drills together. */
@Singleton
class DrillBoard {

    private static final int MOST = 100;

    private final DrillTable table;
    private final TestBench bench;
    private final Listing listing;
    private final InstantSource clock;
    private final ZoneId institution;

    DrillBoard(DrillTable table, TestBench bench, Listing listing, InstantSource clock, Settings settings) {
        this.table = table;
        this.bench = bench;
        this.listing = listing;
        this.clock = clock;
        this.institution = ZoneId.of(settings.zone());
    }

    /**
     * A drill in a list.
     *
     * @param server code
     * @param kind look of its state: ok, planned, warning or silent
     * @param alive whether it can be aborted
     */
    record Row(
            int id,
            String server,
            String serverName,
            String what,
            String purpose,
            String state,
            String kind,
            String when,
            String author,
            boolean alive) {}

    /** A test machine in a list. */
    record PlaceRow(String code, String name, String allows, boolean ready) {}

    record Choice(String word, String name) {}

    /**
     * All of the page.
     *
     * @param others codes of servers that are no test machines
     * @param ready whether anything can be ordered
     */
    record Page(List<Row> drills, List<PlaceRow> places, List<Choice> faults, List<String> others, boolean ready) {}

    /** What would happen, before it does. */
    record Preview(String server, String serverName, String what) {}

    Page page(Language language) {
        Instant now = clock.instant();
        DrillWords words = DrillWords.of(language, institution);
        List<PlaceRow> places = bench.places().stream()
                .map(place -> new PlaceRow(
                        place.server().code(),
                        place.server().name(),
                        words.allows(place.consent()),
                        place.consent().isPresent()))
                .toList();
        return new Page(
                table.list(Long.MAX_VALUE, MOST).stream()
                        .map(drill -> row(drill, language, now))
                        .toList(),
                places,
                Arrays.stream(DrillFault.values())
                        .map(fault -> new Choice(fault.word(), words.fault(fault)))
                        .toList(),
                bench.others(),
                places.stream().anyMatch(PlaceRow::ready));
    }

    Row row(Drill drill, Language language, Instant now) {
        DrillWords words = DrillWords.of(language, zone(drill));
        State state = drill.life().state(now);
        return new Row(
                drill.id(),
                listing.server(drill.server()).map(Server::code).orElse(""),
                listing.server(drill.server()).map(Server::name).orElse(""),
                words.what(drill),
                drill.purpose(),
                words.state(drill, now),
                kind(state),
                words.figures().since(drill.life().orderedAt(), now),
                drill.orderedBy(),
                state == State.ORDERED || state == State.RUNNING);
    }

    Preview preview(DrillCheck.Checked wanted, Language language) {
        Server server = wanted.place().server();
        return new Preview(
                server.code(),
                server.name(),
                DrillWords.of(language, institution)
                        .will(wanted.fault(), wanted.percent(), Duration.ofSeconds(wanted.seconds())));
    }

    /** The zone of the machine's site. */
    ZoneId zone(Drill drill) {
        return listing.server(drill.server())
                .flatMap(server -> listing.site(server.site()))
                .map(Site::zone)
                .orElse(institution);
    }

    private static String kind(State state) {
        return switch (state) {
            case ORDERED, STOPPING -> "info";
            case RUNNING -> "planned";
            case ENDED -> "ok";
            case UNHEARD, REFUSED -> "warning";
            case TAKEN_BACK, EXPIRED -> "silent";
        };
    }
}
