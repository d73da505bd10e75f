package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/**
 * Requests that are nearly right, at every operation of the API: no input makes the server fail. Some are right by
 * chance and change what there is, so it has a server of its own.
 */
class FuzzIT {

    private static final long SEED = 20_261_124;
    private static final int ROUNDS = 8;

    /** A demo fleet's machines have names that other tests use. */
    private static final String FILLS_CMM = "POST /api/v1/demo";

    private static final Institution INSTITUTION = Institution.open();

    private final Random random = new Random(SEED);

    @AfterAll
    static void close() {
        INSTITUTION.close();
    }

    @Test
    void noInputMakesTheServerFailAndEveryRefusalIsAProblem() {
        ApiDocument document = new ApiDocument(INSTITUTION
                .call(Call.get("/api/v1/openapi?format=json"))
                .expect(200)
                .json());
        Credential admin = INSTITUTION.tokenOfSomebodyNew("fuzzer", Role.ADMIN);
        INSTITUTION.call(Call.post("/api/v1/servers")
                .json("{'code':'fuzz-target','name':'Fuzz'}")
                .as(admin));
        Credential agent = INSTITUTION.enrol("fuzz");
        List<String> faults = new ArrayList<>();
        for (Map.Entry<String, JsonNode> operation : document.operations().entrySet()) {
            if (operation.getKey().equals(FILLS_CMM)) {
                continue;
            }
            Credential caller = operation.getKey().contains("/agent/") ? agent : admin;
            Mutation mutation = new Mutation(random, document, operation.getKey(), operation.getValue());
            for (int round = 0; round < ROUNDS; round++) {
                Call call = mutation.call().as(caller);
                String fault = fault(INSTITUTION.call(call));
                if (!fault.isEmpty()) {
                    faults.add("seed %d: %s, body %s"
                            .formatted(SEED, fault, new String(call.body(), StandardCharsets.UTF_8)));
                }
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String fault(Answer answer) {
        boolean failed = answer.status() >= 500 && answer.status() != 503;
        boolean wordless = answer.status() >= 400 && !answer.isProblem();
        return failed || wordless ? answer.toString() : "";
    }
}
