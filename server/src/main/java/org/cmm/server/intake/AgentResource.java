package org.cmm.server.intake;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.cmm.core.metric.Series;
import org.cmm.protocol.DrillOrder;
import org.cmm.protocol.EnrolmentReply;
import org.cmm.protocol.EnrolmentRequest;
import org.cmm.protocol.Facts;
import org.cmm.protocol.Layout;
import org.cmm.protocol.LayoutReply;
import org.cmm.protocol.LayoutSeries;
import org.cmm.protocol.ProcessSnapshot;
import org.cmm.server.fleet.Enrolment;
import org.cmm.server.fleet.EnrolmentOutcome;
import org.cmm.server.history.Layouts;
import org.cmm.server.platform.Problem;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What agents say besides samples. They prove themselves by their secret, not by a person's role. */
@Path("/api/v1/agent")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "agent")
@Singleton
@PermitAll
class AgentResource {

    private final AgentLogins logins;
    private final Enrolment enrolment;
    private final Layouts layouts;
    private final Processes processes;
    private final FactsStore facts;
    private final DrillDesk drills;

    AgentResource(
            AgentLogins logins,
            Enrolment enrolment,
            Layouts layouts,
            Processes processes,
            FactsStore facts,
            DrillDesk drills) {
        this.logins = logins;
        this.enrolment = enrolment;
        this.layouts = layouts;
        this.processes = processes;
        this.facts = facts;
        this.drills = drills;
    }

    @POST
    @Path("/enrolment")
    @Operation(summary = "Trade an enrolment token for the agent's own secret")
    @APIResponseSchema(
            value = EnrolmentReply.class,
            responseCode = "200",
            responseDescription = "The machine is a server now; this is its secret")
    @APIResponse(responseCode = "403", description = "The token is unknown, expired, revoked or used up")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = EnrolmentRequest.class),
                            examples = @ExampleObject(name = "one", value = """
            {"token": "…", "hostName": "pc-12", "machineId": "9b2f…", "addresses": ["10.4.1.13"],
             "osFamily": "Linux", "agentVersion": "0.1.0"}""")))
    public EnrolmentReply enrol(@Nullable EnrolmentRequest request) {
        EnrolmentRequest asked = required(request);
        demand("token", asked.token());
        demand("hostName", asked.hostName());
        demand("machineId", asked.machineId());
        demand("agentVersion", asked.agentVersion());
        return switch (enrolment.redeem(asked)) {
            case EnrolmentOutcome.Enrolled enrolled -> new EnrolmentReply(enrolled.code(), enrolled.secret());
            case EnrolmentOutcome.Refused refused ->
                throw Problem.of(403, "enrolment-refused", "The token is not accepted", refused.reason())
                        .exception();
        };
    }

    @POST
    @Path("/layouts")
    @Operation(summary = "Announce what each column of the batches to come holds")
    @SecurityRequirement(name = "agentSecret")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Layout.class),
                            examples = @ExampleObject(name = "one", value = """
            {"series": [{"metric": "system.cpu.utilization", "attributes": {}, "decimals": 4}]}""")))
    public LayoutReply announce(@HeaderParam("Authorization") @Nullable String authorization, @Nullable Layout layout) {
        logins.demand(authorization);
        List<Series> series = new ArrayList<>();
        for (LayoutSeries column : required(layout).series()) {
            series.add(series(column));
        }
        return new LayoutReply(layouts.of(series, required(layout).decimals()).id());
    }

    @PUT
    @Path("/facts")
    @Operation(summary = "Say what machine this is")
    @SecurityRequirement(name = "agentSecret")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = Facts.class),
                            examples = @ExampleObject(name = "one", value = """
            {"hostName": "pc-12", "os": "Debian GNU/Linux", "osVersion": "13", "cpuModel": "Intel N100", "logicalCpus": 4,
             "memoryBytes": 8233259008, "agentVersion": "0.1.0", "bootTimeMillis": 1795500000000, "addresses": ["10.4.1.13"],
             "deliverySeconds": 30, "samplingMillis": 10000}""")))
    public void facts(@HeaderParam("Authorization") @Nullable String authorization, @Nullable Facts told) {
        facts.keep(logins.demand(authorization), required(told));
    }

    @PUT
    @Path("/processes")
    @Operation(summary = "Say which processes use most")
    @SecurityRequirement(name = "agentSecret")
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = ProcessSnapshot.class),
                            examples = @ExampleObject(name = "one", value = """
            {"atMillis": 1795500000000,
             "byCpu": [{"name": "soffice.bin", "pid": 4711, "cpu": 0.31, "memoryBytes": 514850816}], "byMemory": []}""")))
    public void processes(
            @HeaderParam("Authorization") @Nullable String authorization, @Nullable ProcessSnapshot snapshot) {
        processes.keep(logins.demand(authorization), required(snapshot));
    }

    @GET
    @Path("/drill")
    @Operation(summary = "Ask whether the drill that goes on is still wanted; the agent stops when it is not")
    @SecurityRequirement(name = "agentSecret")
    @APIResponse(
            responseCode = "200",
            description = "The order in force",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DrillOrder.class)))
    @APIResponse(responseCode = "204", description = "No drill is wanted")
    public Response drill(@HeaderParam("Authorization") @Nullable String authorization) {
        DrillOrder order = drills.inForce(logins.demand(authorization));
        return order == null
                ? Response.noContent().build()
                : Response.ok(order, MediaType.APPLICATION_JSON).build();
    }

    private static Series series(LayoutSeries column) {
        try {
            return new Series(column.metric(), column.attributes());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid(List.of(new Problem.FieldFault("series", String.valueOf(e.getMessage()))))
                    .exception();
        }
    }

    /** What came as JSON may lack what its type promises. */
    private static void demand(String field, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw Problem.invalid(List.of(new Problem.FieldFault(field, "'%s' must be given".formatted(field))))
                    .exception();
        }
    }

    private static <T> T required(@Nullable T body) {
        if (body == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        return body;
    }
}
