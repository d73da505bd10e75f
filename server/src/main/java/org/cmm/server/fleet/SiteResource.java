package org.cmm.server.fleet;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import org.cmm.server.platform.Cursor;
import org.cmm.server.platform.Limit;
import org.cmm.server.platform.ListPage;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Sites for programs. */
@Path("/api/v1/sites")
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "fleet")
@Singleton
class SiteResource {

    private final Sites sites;
    private final Listing listing;
    private final VisitorWords words;

    SiteResource(Sites sites, Listing listing, VisitorWords words) {
        this.sites = sites;
        this.listing = listing;
        this.words = words;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(summary = "Sites, oldest first")
    public ListPage<Site> list(
            @QueryParam("limit") @DefaultValue(Limit.DEFAULT) Limit limit,
            @QueryParam("cursor") @Nullable Cursor cursor) {
        List<Site> found = listing.sites().stream()
                .sorted((a, b) -> Integer.compare(a.id(), b.id()))
                .filter(site -> site.id() > Cursor.after(cursor))
                .limit(limit.andOneMore())
                .toList();
        return ListPage.of(found, limit, site -> Cursor.at(site.id()));
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Operation(summary = "One site")
    public Site one(@PathParam("id") int id) {
        return known(id);
    }

    @POST
    @RolesAllowed("admin")
    @Operation(summary = "Add a site")
    @APIResponse(
            responseCode = "201",
            description = "The site",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = Site.class)))
    @APIResponse(responseCode = "409", description = "Another site has this name")
    public Response add(@Nullable SiteDraft draft) {
        SiteDraft wanted = required(draft);
        refuse(sites.add(wanted, words.now()));
        Site added = sites.byName(wanted.name()).orElseThrow();
        return Response.created(URI.create("/api/v1/sites/" + added.id()))
                .entity(added)
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Change a site")
    public Site change(@PathParam("id") int id, @Nullable SiteDraft draft) {
        refuse(sites.change(known(id), required(draft), words.now()));
        return known(id);
    }

    @DELETE
    @Path("/{id}")
    @RolesAllowed("admin")
    @Operation(summary = "Remove a site to which nothing belongs")
    public void remove(@PathParam("id") int id) {
        if (!sites.remove(known(id))) {
            throw Problem.conflict("site-in-use", words.now().siteInUse()).exception();
        }
    }

    private Site known(int id) {
        return sites.byId(id)
                .orElseThrow(() -> Problem.notFound("there is no site " + id).exception());
    }

    private static SiteDraft required(@Nullable SiteDraft draft) {
        if (draft == null) {
            throw Problem.badRequest("missing-body", "the request needs a JSON body")
                    .exception();
        }
        return draft;
    }

    private void refuse(List<FieldFault> faults) {
        if (faults.equals(List.of(Sites.taken(words.now())))) {
            throw Problem.taken(faults).exception();
        }
        if (!faults.isEmpty()) {
            throw Problem.invalid(faults).exception();
        }
    }
}
