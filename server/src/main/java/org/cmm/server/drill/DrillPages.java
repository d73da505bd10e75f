package org.cmm.server.drill;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.cmm.server.access.Visitor;
import org.cmm.server.platform.FormFaults;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.Problem.FieldFault;
import org.jspecify.annotations.Nullable;

/** Drills for people. */
@Path("/drills")
@Singleton
class DrillPages {

    private final Drills drills;
    private final DrillTable table;
    private final DrillBoard board;
    private final DrillReport report;
    private final TestBench bench;
    private final Visitor visitor;

    DrillPages(
            Drills drills, DrillTable table, DrillBoard board, DrillReport report, TestBench bench, Visitor visitor) {
        this.drills = drills;
        this.table = table;
        this.board = board;
        this.report = report;
        this.bench = bench;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "drill")
    static final class Templates {
        private Templates() {}

        /** @param preview what would happen; null while that is not asked */
        static native TemplateInstance drills(
                DrillBoard.Page page, DrillWish wish, DrillBoard.@Nullable Preview preview, FormFaults faults);

        static native TemplateInstance drill(DrillReport.View view);
    }

    /** The form as a browser sends it. */
    record Form(
            @FormParam("server") @Nullable String server,
            @FormParam("fault") @Nullable String fault,
            @FormParam("seconds") @Nullable String seconds,
            @FormParam("percent") @Nullable String percent,
            @FormParam("purpose") @Nullable String purpose,
            @FormParam("step") @Nullable String step) {

        DrillWish wish() {
            return new DrillWish(server, fault, number(seconds), number(percent), purpose);
        }

        private static @Nullable Integer number(@Nullable String text) {
            return text != null && text.strip().matches("\\d{1,6}") ? Integer.valueOf(text.strip()) : null;
        }
    }

    @GET
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance all() {
        return page(DrillWish.empty(), null, List.of());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed("viewer")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance one(@PathParam("id") int id) {
        return Templates.drill(report.of(known(id), visitor.language()));
    }

    /** Asks first, and orders once somebody has read what will happen. */
    @POST
    @RolesAllowed("technician")
    @Produces(MediaType.TEXT_HTML)
    public Response order(@BeanParam Form form) {
        DrillWish wish = form.wish();
        DrillCheck check = new DrillCheck(DrillWords.messages(visitor.language()), bench);
        Optional<DrillCheck.Checked> wanted = check.check(wish);
        if (wanted.isEmpty()) {
            return refused(wish, check.faults());
        }
        if ("change".equals(form.step())) {
            return Response.ok(page(wish, null, List.of())).build();
        }
        if (!"go".equals(form.step())) {
            return Response.ok(page(wish, board.preview(wanted.get(), visitor.language()), List.of()))
                    .build();
        }
        return drills.order(wanted.get(), visitor.name())
                .map(id -> Response.seeOther(URI.create("/drills/" + id)).build())
                .orElseGet(() -> refused(
                        wish,
                        List.of(new FieldFault(
                                "server",
                                DrillWords.messages(visitor.language()).faultBusy()))));
    }

    @POST
    @Path("/{id}/stop")
    @RolesAllowed("technician")
    public Response stop(@PathParam("id") int id) {
        known(id);
        drills.stop(id, visitor.name());
        return Response.seeOther(URI.create("/drills/" + id)).build();
    }

    private Response refused(DrillWish wish, List<FieldFault> faults) {
        return Response.status(422).entity(page(wish, null, faults)).build();
    }

    private TemplateInstance page(DrillWish wish, DrillBoard.@Nullable Preview preview, List<FieldFault> faults) {
        return Templates.drills(board.page(visitor.language()), wish, preview, FormFaults.of(faults));
    }

    private Drill known(int id) {
        return table.find(id)
                .orElseThrow(() -> Problem.notFound("there is no drill " + id).exception());
    }
}
