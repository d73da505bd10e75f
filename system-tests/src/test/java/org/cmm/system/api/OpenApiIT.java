package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.cmm.system.Call;
import org.cmm.system.Institution;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The description of the API leaves nothing to guess. */
@ExtendWith(SharedServer.class)
class OpenApiIT {

    /** The description itself is no operation of the API. */
    private static final Set<String> ABOUT_ITSELF = Set.of("GET /api/v1/openapi", "GET /api/v1/docs/");

    private final ApiDocument document;

    OpenApiIT(Institution institution) {
        this.document = new ApiDocument(institution
                .call(Call.get("/api/v1/openapi?format=json"))
                .expect(200)
                .json());
    }

    @Test
    void everyEndpointOfTheApiIsDescribedAndNoOther() {
        Set<String> real = Endpoint.read(RolesIT.TABLE).stream()
                .map(Endpoint::address)
                .filter(address -> address.contains(" /api/") && !ABOUT_ITSELF.contains(address))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(document.operations().keySet()).isEqualTo(real);
    }

    @Test
    void everyOperationIsDescribedInFull() {
        assertThat(document.gaps()).isEmpty();
    }

    @Test
    void aGapIsSeen() throws Exception {
        ApiDocument poor = new ApiDocument(new ObjectMapper().readTree("""
                {"paths": {"/x": {"post": {"requestBody": {"content": {"application/json": {"schema": {"$ref": "#/y"}}}},
                 "parameters": [{"name": "p"}], "responses": {"404": {}}}}}}"""));
        assertThat(poor.gaps())
                .contains(
                        "POST /x: no summary",
                        "POST /x: parameter 'p' is not described",
                        "POST /x: no example of the body",
                        "POST /x: 404 is no problem",
                        "POST /x: no answer when all is well",
                        "nothing is at #/y");
    }

    @Test
    void everyOperationNamesTheRoleThatTheTableStates() {
        Map<String, Guest> stated = Endpoint.read(RolesIT.TABLE).stream()
                .filter(endpoint -> endpoint.least().isPerson())
                .collect(Collectors.toMap(Endpoint::address, Endpoint::least));
        document.operations().forEach((address, operation) -> {
            Guest least = stated.get(address);
            if (least != null) {
                assertThat(operation.path("description").asText())
                        .as(address)
                        .contains("Least role: " + least.word() + ".");
            }
        });
    }
}
