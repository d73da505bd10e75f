package org.cmm.server.drill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cmm.protocol.DrillConsent;
import org.cmm.protocol.Facts;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.MachineFacts;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.TestMachines;

/** The test machines, and what their agents allow. */
@Singleton
class TestBench {

    private static final Duration USUAL_DELIVERY = Duration.ofSeconds(30);

    private final TestMachines machines;
    private final Listing listing;
    private final MachineFacts facts;
    private final ObjectMapper json;

    TestBench(TestMachines machines, Listing listing, MachineFacts facts, ObjectMapper json) {
        this.machines = machines;
        this.listing = listing;
        this.facts = facts;
        this.json = json;
    }

    /**
     * A test machine.
     *
     * @param consent nothing while its agent allows no drill
     */
    record Place(Server server, Optional<DrillConsent> consent) {
        boolean allows(String fault) {
            return consent.filter(allowed -> allowed.faults().contains(fault)).isPresent();
        }
    }

    /** All that are under watch, by code. */
    List<Place> places() {
        Set<Integer> marked = machines.all();
        return listing.servers().stream()
                .filter(server -> marked.contains(server.id()) && server.retiredAt() == null)
                .sorted(Comparator.comparing(Server::code))
                .map(server -> new Place(server, consent(server)))
                .toList();
    }

    /** The test machine with this code. */
    Optional<Place> place(String code) {
        return places().stream()
                .filter(place -> place.server().code().equalsIgnoreCase(code))
                .findFirst();
    }

    /** Codes of the servers under watch that are none. */
    List<String> others() {
        Set<Integer> marked = machines.all();
        return listing.servers().stream()
                .filter(server -> !marked.contains(server.id()) && server.retiredAt() == null)
                .map(Server::code)
                .sorted()
                .toList();
    }

    /** How long a server's agent is quiet between two deliveries. */
    Duration delivery(int server) {
        return facts.of(server)
                .flatMap(this::read)
                .flatMap(told -> Optional.ofNullable(told.deliverySeconds()))
                .map(Duration::ofSeconds)
                .orElse(USUAL_DELIVERY);
    }

    private Optional<DrillConsent> consent(Server server) {
        return facts.of(server.id())
                .flatMap(this::read)
                .flatMap(told -> Optional.ofNullable(told.drills()))
                .filter(consent -> !consent.faults().isEmpty());
    }

    /** What an agent of another version wrote may not be readable; then it allows nothing. */
    private Optional<Facts> read(String text) {
        try {
            return Optional.of(json.readValue(text, Facts.class));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }
}
