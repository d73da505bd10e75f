package org.cmm.server.notify;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cmm.server.access.AuditLog;
import org.cmm.server.access.Visitor;
import org.cmm.server.notify.ChannelHealth.Health;
import org.cmm.server.platform.Figures;
import org.cmm.server.platform.Problem;
import org.jspecify.annotations.Nullable;

/** The pages of channels: administrators add, change, try and remove them. */
@Path("/channels")
@Produces(MediaType.TEXT_HTML)
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class ChannelPages {

    private final Channels channels;
    private final ChannelTrial trial;
    private final Recipients recipients;
    private final ChannelHealth healths;
    private final InstantSource clock;
    private final Wording wording;
    private final Visitor visitor;
    private final AuditLog audit;

    ChannelPages(
            Channels channels,
            ChannelTrial trial,
            Recipients recipients,
            ChannelHealth healths,
            InstantSource clock,
            Wording wording,
            Visitor visitor,
            AuditLog audit) {
        this.channels = channels;
        this.trial = trial;
        this.recipients = recipients;
        this.healths = healths;
        this.clock = clock;
        this.wording = wording;
        this.visitor = visitor;
        this.audit = audit;
    }

    /**
     * One line of the list.
     *
     * @param lately sentences about what waits and what was lost; empty when all is well
     */
    record Row(int id, String name, String kind, String place, long people, boolean enabled, List<String> lately) {}

    /**
     * The list.
     *
     * @param expired sentence about notices that reached nobody; empty when there are none
     */
    record Page(List<Row> rows, List<ChannelWords.Kind> kinds, String expired) {}

    @CheckedTemplate(basePath = "notify")
    static class Templates {
        private Templates() {}

        static native TemplateInstance channels(Page page);

        static native TemplateInstance channel(ChannelView view);
    }

    @GET
    public TemplateInstance all() {
        Map<Integer, Long> people = recipients.counts();
        Map<Integer, Health> health = healths.all(clock.instant());
        ChannelWords words = words();
        long expired = health.values().stream().mapToLong(Health::expired).sum();
        return Templates.channels(new Page(
                channels.all().stream()
                        .map(channel -> new Row(
                                channel.id(),
                                channel.name(),
                                words.label(channel.kind()),
                                place(channel),
                                people.getOrDefault(channel.id(), 0L),
                                channel.enabled(),
                                lately(health.getOrDefault(channel.id(), Health.FINE))))
                        .toList(),
                words.kinds(),
                expired == 0
                        ? ""
                        : wording.channels().someExpired(wording.figures().count(expired))));
    }

    private List<String> lately(Health health) {
        ChannelMessages words = wording.channels();
        Figures figures = wording.figures();
        List<String> sentences = new ArrayList<>();
        Instant oldest = health.oldest();
        if (oldest != null) {
            Duration waited = Duration.between(oldest, clock.instant());
            sentences.add(words.waiting(figures.count(health.waiting()), figures.duration(waited)));
        }
        if (health.expired() > 0) {
            sentences.add(words.expired(figures.count(health.expired())));
        }
        if (health.refused() > 0) {
            sentences.add(words.refused(figures.count(health.refused())));
        }
        return sentences;
    }

    private static String place(Channel channel) {
        return channel.kind() == ChannelKind.EMAIL ? channel.setting("host") : HttpCall.place(channel.setting("url"));
    }

    @GET
    @Path("new")
    public TemplateInstance empty(@QueryParam("kind") @DefaultValue("email") String kind) {
        return Templates.channel(page(0, ChannelDraft.empty(kind(kind)), FieldFaults.NONE));
    }

    @POST
    @Path("new")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(
            @QueryParam("kind") @DefaultValue("email") String kind, @Nullable MultivaluedMap<String, String> sent) {
        ChannelDraft draft = draft(kind(kind), new Form(sent));
        Channels.Saved saved = channels.add(draft, wording.channels());
        return saved.faults().isEmpty() ? to("/channels/" + saved.id() + "?done=added") : again(0, draft, saved);
    }

    @GET
    @Path("{id}")
    public TemplateInstance one(@PathParam("id") int id) {
        Channel channel = known(id);
        return Templates.channel(page(id, ChannelDraft.of(channel), FieldFaults.NONE));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("id") int id, @Nullable MultivaluedMap<String, String> sent) {
        Channel channel = known(id);
        ChannelDraft draft = draft(channel.kind(), new Form(sent));
        Channels.Saved saved = channels.change(channel, draft, wording.channels());
        return saved.faults().isEmpty() ? to("/channels/" + id + "?done=saved") : again(id, draft, saved);
    }

    @POST
    @Path("{id}/remove")
    public Response remove(@PathParam("id") int id) {
        channels.remove(known(id));
        return to("/channels?done=removed");
    }

    @POST
    @Path("{id}/test")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response test(@PathParam("id") int id, @Nullable MultivaluedMap<String, String> sent) {
        Channel channel = known(id);
        ChannelKind.AddressKind kind = channel.kind().address();
        String to = Addresses.tidy(kind, new Form(sent).line("to"));
        Optional<String> fault = Addresses.fault(kind, to, wording.preferences());
        ChannelDraft draft = ChannelDraft.of(channel);
        if (fault.isPresent()) {
            return Response.status(422)
                    .entity(Templates.channel(page(id, draft, new FieldFaults(Map.of("to", fault.get())))))
                    .build();
        }
        audit.record("channel.test", "channel " + channel.name(), null, null);
        ChannelView page = page(id, draft, FieldFaults.NONE);
        return trial.run(channel, to, wording.language(), visitor.name())
                .map(report ->
                        Response.ok(Templates.channel(tried(page, to, report))).build())
                .orElseGet(() -> Response.ok(Templates.channel(page)).build());
    }

    private ChannelView tried(ChannelView page, String to, ChannelTrial.Report report) {
        return new ChannelView(
                page.id(),
                page.kind(),
                page.kindLabel(),
                page.about(),
                page.name(),
                page.enabled(),
                page.fields(),
                page.faults(),
                page.toLabel(),
                to,
                words().verdict(report.outcome()),
                report.outcome() instanceof Outcome.Accepted,
                report.wire(),
                false);
    }

    private Response again(int id, ChannelDraft draft, Channels.Saved saved) {
        return Response.status(422)
                .entity(Templates.channel(page(id, draft, FieldFaults.of(saved.faults()))))
                .build();
    }

    private ChannelView page(int id, ChannelDraft draft, FieldFaults faults) {
        ChannelWords words = words();
        ChannelKind kind = draft.kind();
        Optional<Channel> kept = id == 0 ? Optional.empty() : channels.find(id);
        Map<String, Boolean> set = kept.map(channels::secretsSet).orElse(Map.of());
        String toLabel = kind.address() == ChannelKind.AddressKind.NONE
                ? ""
                : words.addressLabel(kind.address(), wording.preferences());
        return new ChannelView(
                id,
                kind.word(),
                words.label(kind),
                words.about(kind),
                draft.name(),
                draft.enabled(),
                kind.fields().stream()
                        .map(field -> words.field(
                                kind, field, draft.setting(field.key()), set.getOrDefault(field.key(), false)))
                        .toList(),
                faults,
                toLabel,
                "",
                "",
                false,
                List.of(),
                kept.filter(channel -> channels.open(channel).isEmpty()).isPresent());
    }

    private static ChannelDraft draft(ChannelKind kind, Form form) {
        Map<String, String> settings = new HashMap<>();
        Map<String, String> secrets = new HashMap<>();
        for (ChannelField field : kind.fields()) {
            String value = field.isLines() ? form.text(field.key()).strip() : form.line(field.key());
            if (!field.isSecret()) {
                settings.put(field.key(), value);
            } else if (!value.isEmpty()) {
                secrets.put(field.key(), value);
            }
        }
        return new ChannelDraft(kind, form.line("name"), settings, secrets, form.checked("enabled"));
    }

    private Channel known(int id) {
        return channels.find(id)
                .orElseThrow(() -> Problem.notFound("there is no channel " + id).exception());
    }

    private static ChannelKind kind(String word) {
        return ChannelKind.of(word).orElseThrow(() -> Problem.notFound("there is no such kind of channel")
                .exception());
    }

    private ChannelWords words() {
        return new ChannelWords(wording.channels());
    }

    private static Response to(String path) {
        return Response.seeOther(URI.create(path)).build();
    }
}
