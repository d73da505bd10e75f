package org.cmm.server.overview;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.cmm.server.fleet.Condition;
import org.cmm.server.fleet.Listing;
import org.cmm.server.fleet.ServerFilter;
import org.cmm.server.history.LatestSamples;
import org.cmm.server.platform.ListPage;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The fleet at a glance, for programs. */
@Path("/api/v1/fleet")
@Tag(name = "overview")
@Singleton
@RolesAllowed("viewer")
@RunOnVirtualThread
class FleetResource {

    private final Machines machines;
    private final Listing listing;
    private final LatestSamples samples;

    FleetResource(Machines machines, Listing listing, LatestSamples samples) {
        this.machines = machines;
        this.listing = listing;
        this.samples = samples;
    }

    @GET
    @Operation(summary = "Servers with their state and newest readings; those under watch unless a state is asked for")
    public ListPage<FleetEntry> list(@BeanParam FleetSearch search) {
        @Nullable Condition state = search.condition();
        ServerFilter filter = search.filter();
        List<Machine> found = machines.all().stream()
                .filter(machine ->
                        state == null ? machine.condition() != Condition.RETIRED : machine.condition() == state)
                .filter(machine -> filter.matches(machine.server(), listing.searchText(machine.server())))
                .filter(search::isAhead)
                .sorted(search.inOrder())
                .limit(search.limit().andOneMore())
                .toList();
        return ListPage.of(found, search.limit(), search::place).map(this::entry);
    }

    @GET
    @Path("/summary")
    @Operation(summary = "How many servers are in which state, in all and at each site")
    public FleetSummary summary() {
        return FleetSummary.of(machines.counted());
    }

    private FleetEntry entry(Machine machine) {
        return FleetEntry.of(machine, samples.cpuLastHour(machine.server().id()));
    }
}
