package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.cmm.system.Call;
import org.cmm.system.Credential;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the server writes to its output never holds what opens a door. */
@ExtendWith(SharedServer.class)
class SecretsInLogsIT {

    private final Institution institution;

    SecretsInLogsIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void aJourneyLeavesNoSecretInTheLog() {
        Credential session = institution.logIn(Role.ADMIN);
        Credential token = institution.token(session, "to be logged", Role.VIEWER);
        Credential agent = institution.enrol("logged");
        Credential browser = institution.browse(Role.TECHNICIAN);
        for (Credential caller : List.of(session, token, agent, browser)) {
            institution.call(Call.get("/api/v1/servers").as(caller));
            institution.call(Call.post("/api/v1/samples").json("{").as(caller));
            institution.call(
                    Call.post("/api/v1/agent/layouts").json("{'series':[null]}").as(caller));
        }
        institution.call(Call.post("/api/v1/session").json("{'login':5,'password':'%s'}", Institution.PASSWORD));
        institution.call(Call.post("/api/v1/session").json("{'login':'x','password':'%s'}", Institution.PASSWORD));
        String log = institution.log();
        assertThat(log).contains("CMM is ready").doesNotContain(Institution.PASSWORD);
        Stream.of(session, token, agent, browser)
                .map(credential -> credential.headers().get(1).replaceFirst("^(Bearer |cmm_access=)", ""))
                .forEach(secret -> assertThat(log).doesNotContain(secret));
    }
}
