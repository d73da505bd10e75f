package org.cmm.server.platform;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import jakarta.ws.rs.core.MediaType;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jspecify.annotations.Nullable;

/**
 * Says in the API's description what holds for every operation: how to prove who one is, and how a problem looks. Pages
 * are no part of it.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class ApiDescription implements OASFilter {

    private static final String API = "/api/v1/";
    private static final String PROBLEM = "Problem";
    private static final String FROM_ANNOTATIONS = "SecurityScheme";
    private static final List<String> PERSONS_PROOFS = List.of("apiToken", "accessToken", "browser");

    private static final Map<String, String> PARAMETERS = Map.of(
            "id", "Its number, as the list tells it",
            "code", "Its code, as the list tells it",
            "session", "Its ID, as the list tells it",
            "limit", "At most so many things",
            "cursor", "The 'next' of the page before; left out for the first page");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        List.copyOf(api.getPaths().getPathItems().keySet()).stream()
                .filter(path -> !path.startsWith(API))
                .forEach(api.getPaths()::removePathItem);
        addProofs(api.getComponents());
        refuseUnknownFields(api);
        api.getComponents().addSchema(PROBLEM, problem());
        api.getComponents()
                .addResponse(
                        PROBLEM,
                        OASFactory.createAPIResponse()
                                .description("What is wrong, and what to do about it")
                                .content(problemContent()));
        api.getPaths().getPathItems().forEach((path, item) -> item.getOperations()
                .forEach((method, operation) -> describe(path, method, operation)));
    }

    /** An unknown field is refused, so that a typing error does not pass unseen. */
    private static void refuseUnknownFields(OpenAPI api) {
        api.getPaths().getPathItems().values().stream()
                .flatMap(item -> item.getOperations().values().stream())
                .filter(ApiDescription::takesJson)
                .map(operation -> operation
                        .getRequestBody()
                        .getContent()
                        .getMediaType(MediaType.APPLICATION_JSON)
                        .getSchema()
                        .getRef())
                .filter(Objects::nonNull)
                .map(reference ->
                        api.getComponents().getSchemas().get(reference.substring(reference.lastIndexOf('/') + 1)))
                .forEach(schema -> schema.setAdditionalPropertiesSchema(
                        OASFactory.createSchema().booleanSchema(false)));
    }

    private static void describe(String path, PathItem.HttpMethod method, Operation operation) {
        Audience audience = Audience.of(operation);
        operation.setSecurity(audience.proofs().stream()
                .map(proof -> OASFactory.createSecurityRequirement().addScheme(proof))
                .toList());
        if (!audience.role().isEmpty()) {
            operation.setDescription(joined(operation.getDescription(), "Least role: " + audience.role() + "."));
        }
        parameters(operation).forEach(ApiDescription::describe);
        operation.getResponses().getAPIResponses().forEach((status, response) -> {
            if (status.compareTo("400") >= 0 && response.getRef() == null) {
                response.setContent(problemContent());
            }
        });
        addProblem(operation, "503");
        if (!audience.proofs().isEmpty()) {
            addProblem(operation, "401");
        }
        if (!audience.role().isEmpty()) {
            addProblem(operation, "403");
            if (method != PathItem.HttpMethod.GET) {
                addProblem(operation, "409");
            }
        }
        if (path.contains("{")) {
            addProblem(operation, "404");
        }
        if (takesJson(operation)) {
            List.of("400", "413", "415", "422").forEach(status -> addProblem(operation, status));
        }
        if (parameters(operation).stream().anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY)) {
            List.of("400", "422").forEach(status -> addProblem(operation, status));
        }
    }

    /** Not in the written part of the description, because the framework would forget the roles then. */
    private static void addProofs(Components components) {
        components.addSecurityScheme(
                "apiToken", bearer("An API token, which begins with cmm_; it has a role and an end"));
        components.addSecurityScheme(
                "accessToken",
                bearer("An access token of POST /api/v1/session; 15 minutes").bearerFormat("JWT"));
        components.addSecurityScheme("agentSecret", bearer("The secret that an agent was given when it enrolled"));
        components.addSecurityScheme(
                "browser",
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.APIKEY)
                        .in(SecurityScheme.In.COOKIE)
                        .name("cmm_access")
                        .description("What the pages use; changes need Sec-Fetch-Site or Origin of CMM itself"));
        components.removeSecurityScheme(FROM_ANNOTATIONS);
    }

    private static SecurityScheme bearer(String description) {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description(description);
    }

    /**
     * Who an operation is for.
     *
     * @param role the least role; empty when no person's role counts
     * @param proofs names of the security schemes; none when it is for everybody
     */
    private record Audience(String role, List<String> proofs) {

        static Audience of(Operation operation) {
            List<SecurityRequirement> stated = operation.getSecurity() == null ? List.of() : operation.getSecurity();
            for (SecurityRequirement requirement : stated) {
                List<String> roles = requirement.getScheme(FROM_ANNOTATIONS);
                if (roles != null) {
                    return new Audience(roles.getFirst(), PERSONS_PROOFS);
                }
            }
            return new Audience(
                    "",
                    stated.stream()
                            .flatMap(requirement -> requirement.getSchemes().keySet().stream())
                            .toList());
        }
    }

    private static List<Parameter> parameters(Operation operation) {
        return operation.getParameters() == null ? List.of() : operation.getParameters();
    }

    private static void describe(Parameter parameter) {
        if (parameter.getDescription() == null) {
            parameter.setDescription(PARAMETERS.get(parameter.getName()));
        }
        if (parameter.getName().equals("limit")) {
            parameter.setSchema(OASFactory.createSchema()
                    .addType(SchemaType.INTEGER)
                    .minimum(BigDecimal.ONE)
                    .maximum(BigDecimal.valueOf(Limit.MOST))
                    .defaultValue(Integer.valueOf(Limit.DEFAULT)));
        }
    }

    private static boolean takesJson(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().hasMediaType(MediaType.APPLICATION_JSON);
    }

    /** A description of its own stays; what the framework writes by itself gives way. */
    private static void addProblem(Operation operation, String status) {
        APIResponse own = operation.getResponses().getAPIResponse(status);
        if (own == null || isBoilerplate(own)) {
            operation
                    .getResponses()
                    .addAPIResponse(status, OASFactory.createAPIResponse().ref(PROBLEM));
        }
    }

    private static boolean isBoilerplate(APIResponse response) {
        return List.of("Bad Request", "Not Authorized", "Not Allowed")
                .contains(String.valueOf(response.getDescription()));
    }

    private static Content problemContent() {
        return OASFactory.createContent()
                .addMediaType(
                        Problem.MEDIA_TYPE,
                        OASFactory.createMediaType()
                                .schema(OASFactory.createSchema().ref(PROBLEM)));
    }

    private static Schema problem() {
        Schema fault = object().addProperty("field", text("Which field").addExample("code"))
                .addProperty("detail", text("What to do about it").addExample("Another server has this ID"));
        return object().description("RFC 9457")
                .addProperty("type", text("The kind of problem; never changes").addExample("/problems/invalid-fields"))
                .addProperty("title", text("The kind in words").addExample("Some fields need another value"))
                .addProperty(
                        "status",
                        OASFactory.createSchema().addType(SchemaType.INTEGER).addExample(422))
                .addProperty(
                        "detail", text("The thing, the fault and the remedy").addExample("Another server has this ID"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault))
                .required(List.of("type", "title", "status", "detail"));
    }

    private static Schema object() {
        return OASFactory.createSchema().addType(SchemaType.OBJECT);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }

    private static String joined(@Nullable String before, String more) {
        return before == null || before.isEmpty() ? more : before + " " + more;
    }
}
