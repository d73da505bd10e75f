package org.cmm.server.calibration;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.cmm.server.simulation.ExperimentFile;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Laws from the records, for programs. */
@Path("/api/v1/calibration")
@Tag(name = "outage")
@Singleton
@RunOnVirtualThread
class CalibrationResource {

    private final Calibrations calibrations;
    private final ExperimentMaker maker;

    CalibrationResource(Calibrations calibrations, ExperimentMaker maker) {
        this.calibrations = calibrations;
        this.maker = maker;
    }

    @GET
    @RolesAllowed("viewer")
    @Operation(
            summary =
                    "Laws of failure and repair, fitted to this CMM's own records by maximum likelihood; demo machines and drills left out")
    public CalibrationView laws(@BeanParam CalibrationQuery query) {
        return CalibrationView.of(calibrations.of(query));
    }

    @GET
    @Path("/experiment")
    @RolesAllowed("viewer")
    @Operation(
            summary = "An experiment's file, ready for POST /api/v1/experiments, whose laws are those of the records")
    @APIResponse(
            responseCode = "200",
            description = "The file; where the records told no law it is as it was",
            content = @Content(mediaType = "application/json", schema = @Schema(type = SchemaType.OBJECT)))
    public Response experiment(
            @BeanParam CalibrationQuery query,
            @Parameter(
                            description =
                                    "What to begin with: school-lab, town-hall, data-room, hospital, ministry, or an experiment's number")
                    @QueryParam("base")
                    @DefaultValue("town-hall")
                    String base) {
        ExperimentFile file = maker.of(base, query);
        return Response.ok(file.write(), MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"calibrated-experiment.json\"")
                .build();
    }
}
