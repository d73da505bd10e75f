package org.cmm.server.overview;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.cmm.protocol.Facts;
import org.cmm.server.fleet.Server;
import org.cmm.server.fleet.Servers;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.intake.AgentClocks;
import org.cmm.server.intake.Processes;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How one server is, for programs: what its page shows, without the charts. */
@Path("/api/v1/servers/{code}/status")
@Tag(name = "overview")
@Singleton
@RolesAllowed("viewer")
@RunOnVirtualThread
class StatusResource {

    private final Servers servers;
    private final Machines machines;
    private final LatestSamples samples;
    private final ServerFacts facts;
    private final AgentClocks clocks;
    private final Processes processes;

    StatusResource(
            Servers servers,
            Machines machines,
            LatestSamples samples,
            ServerFacts facts,
            AgentClocks clocks,
            Processes processes) {
        this.servers = servers;
        this.machines = machines;
        this.samples = samples;
        this.facts = facts;
        this.clocks = clocks;
        this.processes = processes;
    }

    /**
     * What CMM knows about a server at this moment; what it does not know is left out.
     *
     * @param latest the newest reading of each series
     * @param clockBehindMillis by how much the machine's clock is behind CMM's; negative when it is ahead
     * @param machine what its agent says about it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Status(
            FleetEntry server,
            Optional<Reading> latest,
            OptionalLong clockBehindMillis,
            Optional<Facts> machine,
            Optional<Processes.Snapshot> processes) {}

    /** @param values by the text of the series, such as {@code system.filesystem.utilization{…mountpoint=/}} */
    record Reading(Instant at, Map<String, Double> values) {}

    @GET
    @Operation(summary = "State, newest readings, machine, clock and processes of one server")
    public Status status(@PathParam("code") String code) {
        Server server = servers.byCode(code)
                .orElseThrow(() -> Problem.notFound("there is no server '%.40s'".formatted(code))
                        .exception());
        return new Status(
                FleetEntry.of(machines.of(server), samples.cpuLastHour(server.id())),
                samples.of(server.id())
                        .map(latest ->
                                new Reading(Instant.ofEpochMilli(latest.atMillis()), new TreeMap<>(latest.values()))),
                clocks.skewMillis(server.id()),
                facts.told(server),
                processes.of(server.id()));
    }
}
