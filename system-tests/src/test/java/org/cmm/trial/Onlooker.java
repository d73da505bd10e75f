package org.cmm.trial;

import com.fasterxml.jackson.databind.JsonNode;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.cmm.process.TrustedCertificates;
import org.cmm.system.Call;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.KnownAgents;

/** Somebody who looks at CMM while an agent reports to it. */
record Onlooker(Institution institution) {

    /** What the enrolment page says about the server's authority. */
    String fingerprint() throws GeneralSecurityException {
        byte[] certificate = TrustedCertificates.certificate(
                        institution.server().authority())
                .getEncoded();
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate));
    }

    List<JsonNode> servers() {
        List<JsonNode> all = new ArrayList<>();
        get("/api/v1/servers").get("items").forEach(all::add);
        return all;
    }

    JsonNode status() {
        return get("/api/v1/servers/%s/status"
                .formatted(servers().getFirst().get("code").asText()));
    }

    JsonNode get(String path) {
        return institution
                .call(Call.get(path).as(institution.token(Role.VIEWER)))
                .expect(200)
                .json();
    }

    long rows() throws Exception {
        try (Connection database = institution.server().database()) {
            return KnownAgents.count(database, "SELECT count(*) FROM sample");
        }
    }

    long doubled() throws Exception {
        try (Connection database = institution.server().database()) {
            return KnownAgents.count(database, "SELECT count(*) - count(DISTINCT at) FROM sample");
        }
    }

    Set<Long> storedTimes() throws Exception {
        try (Connection database = institution.server().database()) {
            return KnownAgents.times(database);
        }
    }
}
