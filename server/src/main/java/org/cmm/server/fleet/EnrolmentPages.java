package org.cmm.server.fleet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.cmm.server.platform.FormFaults;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** The page from which machines are put under watch. */
@Path("/enrolment")
@Singleton
@RolesAllowed("admin")
@Produces(MediaType.TEXT_HTML)
class EnrolmentPages {

    private final EnrolmentTokens tokens;
    private final TokenChanges changes;
    private final Listing listing;
    private final VisitorWords words;
    private final Invitations invitations;
    private final InstantSource clock;

    EnrolmentPages(
            EnrolmentTokens tokens,
            TokenChanges changes,
            Listing listing,
            VisitorWords words,
            Invitations invitations,
            InstantSource clock) {
        this.tokens = tokens;
        this.changes = changes;
        this.listing = listing;
        this.words = words;
        this.invitations = invitations;
        this.clock = clock;
    }

    /**
     * A token in the list.
     *
     * @param status in the visitor's words
     * @param joined codes of the first servers that joined with it
     * @param more how many others did
     */
    record TokenRow(
            EnrolmentTokens.Listed token, String site, String status, boolean usable, List<String> joined, int more) {

        private static final int SHOWN = 20;

        static TokenRow of(EnrolmentTokens.Listed token, String site, Status status, List<String> joined) {
            return new TokenRow(
                    token,
                    site,
                    status.word(),
                    status.usable(),
                    joined.stream().limit(SHOWN).toList(),
                    Math.max(0, joined.size() - SHOWN));
        }
    }

    private record Status(String word, boolean usable) {}

    /**
     * All that the page shows.
     *
     * @param over of the tokens that enrol nobody any more, those that few look for
     */
    record Page(
            TokenDraft draft,
            List<Site> sites,
            List<TokenRow> tokens,
            List<TokenRow> over,
            FormFaults faults,
            @Nullable Commands commands) {

        /** The same table twice; the second is folded. */
        public List<Tokens> tables() {
            return over.isEmpty()
                    ? List.of(new Tokens(tokens, false))
                    : List.of(new Tokens(tokens, false), new Tokens(over, true));
        }
    }

    /** One table of tokens. */
    record Tokens(List<TokenRow> rows, boolean folded) {}

    @CheckedTemplate(basePath = "fleet")
    static class Templates {
        private Templates() {}

        static native TemplateInstance enrolment(Page page);
    }

    @GET
    public TemplateInstance page() {
        return Templates.enrolment(page(new TokenDraft("", null, null, null), FormFaults.NONE, null));
    }

    @POST
    public Response create(@BeanParam TokenForm form, @Context UriInfo address) {
        TokenDraft draft = form.draft();
        List<FieldFault> faults = draft.faults(words.now(), listing);
        if (!faults.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.enrolment(page(draft, FormFaults.of(faults), null)))
                    .build();
        }
        Commands commands = invitations.with(changes.create(draft), address.getBaseUri());
        CacheControl never = new CacheControl();
        never.setNoStore(true);
        return Response.ok(Templates.enrolment(page(new TokenDraft("", null, null, null), FormFaults.NONE, commands)))
                .cacheControl(never)
                .build();
    }

    @POST
    @Path("/{id}/revoke")
    public Response revoke(@PathParam("id") int id) {
        changes.revoke(id);
        return Response.seeOther(URI.create("/enrolment?done=revoked")).build();
    }

    private Page page(TokenDraft draft, FormFaults faults, @Nullable Commands commands) {
        Instant now = clock.instant();
        FleetMessages said = words.now();
        Map<Integer, List<String>> joined = tokens.joined();
        return new Page(
                draft,
                listing.sites(),
                rows(tokens.atHand(), joined, said, now),
                rows(tokens.over(), joined, said, now),
                faults,
                commands);
    }

    private List<TokenRow> rows(
            List<EnrolmentTokens.Listed> some, Map<Integer, List<String>> joined, FleetMessages said, Instant now) {
        return some.stream()
                .map(token -> TokenRow.of(
                        token,
                        listing.site(token.site()).map(Site::name).orElse(""),
                        status(token, said, now),
                        joined.getOrDefault(token.id(), List.of())))
                .toList();
    }

    private static Status status(EnrolmentTokens.Listed token, FleetMessages said, Instant now) {
        if (token.revoked()) {
            return new Status(said.revoked(), false);
        }
        if (token.usesLeft() == 0) {
            return new Status(said.usedUp(), false);
        }
        boolean expired = !token.expiresAt().isAfter(now);
        return new Status(expired ? said.expired() : said.usable(), !expired);
    }
}
