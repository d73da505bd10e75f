package org.cmm.server.notify;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.cmm.server.access.AuditLog;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;

/** Channels for programs; secrets go in and never out. */
@Path("/api/v1/channels")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "notify")
@Singleton
@RolesAllowed("admin")
class ChannelResource {

    private final Channels channels;
    private final ChannelTrial trial;
    private final Wording wording;
    private final Visitor visitor;
    private final AuditLog audit;

    ChannelResource(Channels channels, ChannelTrial trial, Wording wording, Visitor visitor, AuditLog audit) {
        this.channels = channels;
        this.trial = trial;
        this.wording = wording;
        this.visitor = visitor;
        this.audit = audit;
    }

    /**
     * A channel without its secrets.
     *
     * @param secretsSet names of the secrets that it has
     */
    record Entry(
            int id, String kind, String name, boolean enabled, Map<String, String> settings, List<String> secretsSet) {}

    /** @param to where, as a person would give it; left out for a channel that leads to one place */
    @Schema(examples = """
            {"to": "awa@example.org"}""")
    record TestBody(@Nullable String to) {}

    /**
     * How a test went.
     *
     * @param outcome accepted, retry or refused
     * @param wire what happened, line by line, with secrets hidden
     */
    record TestReport(String outcome, String detail, List<String> wire) {}

    @GET
    @Operation(summary = "Channels, by name")
    public ListPage<Entry> all() {
        return ListPage.whole(channels.all().stream().map(this::entry).toList());
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "One channel")
    public Entry one(@PathParam("id") int id) {
        return entry(known(id));
    }

    @POST
    @ResponseStatus(201)
    @Operation(summary = "Add a channel")
    @APIResponse(
            responseCode = "201",
            description = "The channel",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Entry.class)))
    public Entry add(@Nullable ChannelBody body) {
        ChannelBody wanted = Bodies.required(body);
        ChannelKind kind = ChannelKind.of(String.valueOf(wanted.kind()))
                .orElseThrow(() -> Problem.invalid(List.of(new FieldFault(
                                "kind", "'kind' must be email, webhook, telegram, slack, teams, ntfy or gateway")))
                        .exception());
        return one(saved(channels.add(checked(wanted, kind), wording.channels())));
    }

    @PUT
    @Path("/{id}")
    @Operation(summary = "Change a channel; secrets that are left out stay")
    public Entry change(@PathParam("id") int id, @Nullable ChannelBody body) {
        ChannelBody wanted = Bodies.required(body);
        Channel channel = known(id);
        if (wanted.kind() != null && !channel.kind().word().equals(wanted.kind())) {
            throw Problem.invalid(List.of(new FieldFault("kind", "the kind of a channel cannot be changed")))
                    .exception();
        }
        ChannelDraft draft = checked(wanted, channel.kind());
        return one(saved(channels.change(channel, draft, wording.channels())));
    }

    @DELETE
    @Path("/{id}")
    @Operation(summary = "Remove a channel; what waits for it is dropped")
    public void remove(@PathParam("id") int id) {
        channels.remove(known(id));
    }

    @POST
    @Path("/{id}/test")
    @Operation(summary = "Send a test, and see what happened on the wire")
    public TestReport test(@PathParam("id") int id, @Nullable TestBody body) {
        Channel channel = known(id);
        ChannelKind.AddressKind kind = channel.kind().address();
        String to = Addresses.tidy(kind, body == null || body.to() == null ? "" : body.to());
        Addresses.fault(kind, to, wording.preferences()).ifPresent(fault -> {
            throw Problem.invalid(List.of(new FieldFault("to", fault))).exception();
        });
        audit.record("channel.test", "channel " + channel.name(), null, null);
        return trial.run(channel, to, wording.language(), visitor.name())
                .map(ChannelResource::report)
                .orElseThrow(() -> Problem.conflict(
                                "secrets-unreadable", wording.channels().secretsUnreadable())
                        .exception());
    }

    private static TestReport report(ChannelTrial.Report report) {
        return new TestReport(Outbox.word(report.outcome()), report.outcome().detail(), report.wire());
    }

    /** What no field of this kind is called is refused by its name. */
    private static ChannelDraft checked(ChannelBody body, ChannelKind kind) {
        ChannelDraft draft = body.draft(kind);
        Set<String> secret = kind.secrets().stream().map(ChannelField::key).collect(Collectors.toSet());
        Set<String> open = kind.fields().stream()
                .filter(field -> !field.isSecret())
                .map(ChannelField::key)
                .collect(Collectors.toSet());
        List<FieldFault> faults = new ArrayList<>();
        draft.settings().keySet().stream()
                .filter(key -> !open.contains(key))
                .forEach(key -> faults.add(new FieldFault("settings", "there is no setting '%.40s'".formatted(key))));
        draft.secrets().keySet().stream()
                .filter(key -> !secret.contains(key))
                .forEach(key -> faults.add(new FieldFault("secrets", "there is no secret '%.40s'".formatted(key))));
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
        return draft;
    }

    private static int saved(Channels.Saved saved) {
        if (!saved.faults().isEmpty()) {
            throw Problem.invalid(saved.faults()).exception();
        }
        return saved.id();
    }

    private Entry entry(Channel channel) {
        return new Entry(
                channel.id(),
                channel.kind().word(),
                channel.name(),
                channel.enabled(),
                channel.settings(),
                channels.secretsSet(channel).entrySet().stream()
                        .filter(Map.Entry::getValue)
                        .map(Map.Entry::getKey)
                        .sorted()
                        .toList());
    }

    private Channel known(int id) {
        return channels.find(id)
                .orElseThrow(() -> Problem.notFound("there is no channel " + id).exception());
    }
}
