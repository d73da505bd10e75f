package org.cmm.server.fleet;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.cmm.server.platform.FormFaults;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.cmm.server.platform.Settings;
import org.jspecify.annotations.Nullable;

/** The page of sites, and the form to change one. */
@Path("/sites")
@Singleton
@Produces(MediaType.TEXT_HTML)
class SitePages {

    private static final List<String> ZONES = ZoneId.getAvailableZoneIds().stream()
            .filter(zone -> zone.contains("/") && !zone.startsWith("Etc/") && !zone.startsWith("SystemV/"))
            .sorted()
            .toList();

    private final Sites sites;
    private final Listing listing;
    private final VisitorWords words;
    private final Settings settings;

    SitePages(Sites sites, Listing listing, VisitorWords words, Settings settings) {
        this.sites = sites;
        this.listing = listing;
        this.words = words;
        this.settings = settings;
    }

    /** A site with how many servers under watch it has. */
    record SiteRow(Site site, long servers) {}

    @CheckedTemplate(basePath = "fleet")
    static class Templates {
        private Templates() {}

        static native TemplateInstance sites(
                List<SiteRow> rows, SiteDraft draft, List<String> zones, FormFaults faults);

        static native TemplateInstance siteForm(
                Site site, SiteDraft draft, List<String> zones, FormFaults faults, @Nullable String fault);
    }

    @GET
    @RolesAllowed("viewer")
    public TemplateInstance all() {
        return Templates.sites(rows(), new SiteDraft("", settings.zone()), ZONES, FormFaults.NONE);
    }

    @POST
    @RolesAllowed("admin")
    public Response add(@FormParam("name") @Nullable String name, @FormParam("zone") @Nullable String zone) {
        SiteDraft draft = new SiteDraft(name, zone);
        List<FieldFault> faults = sites.add(draft, words.now());
        if (faults.isEmpty()) {
            return back("added");
        }
        return Response.status(422)
                .entity(Templates.sites(rows(), draft, ZONES, FormFaults.of(faults)))
                .build();
    }

    @GET
    @Path("/{id}/edit")
    @RolesAllowed("admin")
    public TemplateInstance filled(@PathParam("id") int id) {
        Site site = known(id);
        return Templates.siteForm(site, SiteDraft.of(site), ZONES, FormFaults.NONE, null);
    }

    @POST
    @Path("/{id}/edit")
    @RolesAllowed("admin")
    public Response change(
            @PathParam("id") int id,
            @FormParam("name") @Nullable String name,
            @FormParam("zone") @Nullable String zone) {
        Site site = known(id);
        SiteDraft draft = new SiteDraft(name, zone);
        List<FieldFault> faults = sites.change(site, draft, words.now());
        if (faults.isEmpty()) {
            return back("saved");
        }
        return Response.status(422)
                .entity(Templates.siteForm(site, draft, ZONES, FormFaults.of(faults), null))
                .build();
    }

    @POST
    @Path("/{id}/remove")
    @RolesAllowed("admin")
    public Response remove(@PathParam("id") int id) {
        Site site = known(id);
        if (sites.remove(site)) {
            return back("removed");
        }
        String fault = words.now().siteInUse();
        return Response.status(409)
                .entity(Templates.siteForm(site, SiteDraft.of(site), ZONES, FormFaults.NONE, fault))
                .build();
    }

    private List<SiteRow> rows() {
        Map<Integer, Long> counts = listing.servers().stream()
                .filter(server -> server.retiredAt() == null && server.site() != null)
                .collect(Collectors.groupingBy(Server::site, Collectors.counting()));
        return listing.sites().stream()
                .map(site -> new SiteRow(site, counts.getOrDefault(site.id(), 0L)))
                .toList();
    }

    private Site known(int id) {
        return sites.byId(id)
                .orElseThrow(() -> Problem.notFound("there is no site " + id).exception());
    }

    private static Response back(String done) {
        return Response.seeOther(URI.create("/sites?done=" + done)).build();
    }
}
