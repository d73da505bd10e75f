package org.cmm.server.access;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.qute.i18n.Localized;
import io.quarkus.qute.i18n.MessageBundles;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.regex.Pattern;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/** The audit log for reading. */
@Path("/audit")
@Produces(MediaType.TEXT_HTML)
@Singleton
@RolesAllowed("admin")
@RunOnVirtualThread
class AuditPage {

    private static final int ENTRIES = 50;

    /** What was done says already of which kind the thing is, in the visitor's language. */
    private static final Pattern KIND = Pattern.compile(
            "^(user|server|site|channel|group|holiday|enrolment of|enrolment|API token|alert|outage of|rule) "
                    + "|^(an unknown user|self-registration|history)$");

    private final AuditLog log;
    private final Visitor visitor;
    private final ZoneId zone;

    AuditPage(AuditLog log, Visitor visitor, Settings settings) {
        this.log = log;
        this.visitor = visitor;
        this.zone = ZoneId.of(settings.zone());
    }

    @CheckedTemplate(basePath = "access")
    static class Templates {
        static native TemplateInstance audit(AuditView view);
    }

    /** An entry in the visitor's words, with what it changed and nothing else. */
    record Line(Instant at, String actor, String address, String did, String target, List<Difference> differences) {}

    /** The fields of the filter as they were sent. */
    record Sent(String action, String actor, String from, String to) {

        /** The same filter for entries older than this one. */
        String olderThan(long id) {
            return "/audit?before=" + id + "&action=" + encoded(action) + "&actor=" + encoded(actor) + "&from="
                    + encoded(from) + "&to=" + encoded(to);
        }

        public boolean narrows() {
            return !(action + actor + from + to).isBlank();
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    /**
     * @param first whether these are the newest entries
     * @param older address of the next page; empty on the last
     */
    record AuditView(List<Line> lines, List<AuditWords.Kind> kinds, Sent sent, boolean first, String older) {}

    @GET
    public Response show(
            @QueryParam("before") @Nullable Long before,
            @QueryParam("action") @DefaultValue("") String action,
            @QueryParam("actor") @DefaultValue("") String actor,
            @QueryParam("from") @DefaultValue("") String from,
            @QueryParam("to") @DefaultValue("") String to) {
        AuditFilter filter = AuditFilter.of(action, actor, Day.typed(from), Day.typed(to), zone);
        List<AuditEntry> found =
                log.page(new AuditQuery(before == null ? Long.MAX_VALUE : before, filter, ENTRIES + 1));
        List<AuditEntry> shown = found.stream().limit(ENTRIES).toList();
        Sent sent = new Sent(action, actor, from, to);
        String older = found.size() > ENTRIES ? sent.olderThan(shown.getLast().id()) : "";
        AuditWords words = new AuditWords(MessageBundles.get(
                AuditMessages.class, Localized.Literal.of(visitor.language().code())));
        return Html.page(Templates.audit(new AuditView(
                shown.stream().map(entry -> line(entry, words)).toList(), words.kinds(), sent, before == null, older)));
    }

    private static Line line(AuditEntry entry, AuditWords words) {
        return new Line(
                entry.at(),
                entry.actor(),
                entry.address(),
                words.of(entry.action()),
                KIND.matcher(entry.target()).replaceFirst(""),
                Difference.between(entry.before(), entry.after()));
    }
}
