package org.cmm.server.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.cmm.protocol.SampleBatch;
import org.cmm.server.event.MachineEvents;
import org.cmm.server.intake.ToldEvents.ToldEvent;
import org.cmm.server.platform.OwnClock;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What happened to machines, told by their agents; times are corrected as those of samples are. */
@Path("/api/v1/agent/events")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "agent")
@Singleton
@PermitAll
class EventsResource {

    private final AgentLogins logins;
    private final AgentClocks clocks;
    private final MachineEvents events;
    private final InstantSource clock;
    private final OwnClock own;

    EventsResource(AgentLogins logins, AgentClocks clocks, MachineEvents events, InstantSource clock, OwnClock own) {
        this.logins = logins;
        this.clocks = clocks;
        this.events = events;
        this.clock = clock;
        this.own = own;
    }

    @POST
    @Operation(summary = "Say what happened to the machine")
    @APIResponse(responseCode = "204", description = "All of it is on disk")
    @SecurityRequirement(name = "agentSecret")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ToldEvents.class),
                            examples = @ExampleObject(name = "one", value = """
            {"epoch": 77, "nowMillis": 1795500000000, "events": [{"key": "mains-lost:3f2a:771000", "kind": "mains-lost",
             "evidence": "power-supply", "atMillis": 1795499990000}]}""")))
    public void tell(@HeaderParam("Authorization") @Nullable String authorization, @Nullable ToldEvents told) {
        long received = clock.millis();
        int server = logins.demand(authorization);
        if (told == null || told.epoch() == null || told.nowMillis() == null || told.events() == null) {
            throw Problem.badRequest("missing-body", "the body needs 'epoch', 'nowMillis' and 'events'")
                    .exception();
        }
        long epoch = told.epoch();
        if (epoch < 0 || epoch > SampleBatch.MAX_EPOCH || !reasonable(told.nowMillis())) {
            throw Problem.invalid(List.of(new Problem.FieldFault(
                            "epoch", "'epoch' must be 0 to 2^48 - 1, and 'nowMillis' a time after 1970")))
                    .exception();
        }
        own.demandBelieved(Instant.ofEpochMilli(told.nowMillis()));
        long behind = clocks.of(server, epoch, received - told.nowMillis()).applied();
        events.keep(
                server,
                told.events().stream()
                        .limit(org.cmm.protocol.MachineEvents.MOST)
                        .flatMap(one -> known(one).stream())
                        .map(event -> event.later(behind))
                        .toList());
    }

    /** What a newer agent tells in words that this CMM does not know is left out; the rest counts. */
    private static Optional<MachineEvent> known(@Nullable ToldEvent told) {
        if (told == null || told.key() == null || told.kind() == null || told.evidence() == null) {
            return Optional.empty();
        }
        Optional<MachineEventKind> kind = MachineEventKind.of(told.kind());
        Optional<Evidence> evidence = Evidence.of(told.evidence());
        Long at = told.atMillis();
        if (kind.isEmpty() || evidence.isEmpty() || at == null || !reasonable(at)) {
            return Optional.empty();
        }
        Long since = told.sinceMillis();
        return Optional.of(new MachineEvent(
                plain(told.key(), MachineEvent.LONGEST_KEY),
                kind.get(),
                evidence.get(),
                at,
                since != null && reasonable(since) ? since : null,
                told.detail() == null ? null : plain(told.detail(), MachineEvent.LONGEST_DETAIL)));
    }

    private static boolean reasonable(long millis) {
        return millis >= 0 && millis < 1L << 50;
    }

    private static String plain(String text, int longest) {
        String clean = text.replaceAll("\\p{Cntrl}", "");
        return clean.substring(0, Math.min(clean.length(), longest));
    }
}
