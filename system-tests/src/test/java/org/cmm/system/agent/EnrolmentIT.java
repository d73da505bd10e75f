package org.cmm.system.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Eventually;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Who may join, and how often. */
@ExtendWith(SharedServer.class)
class EnrolmentIT {

    private final Institution institution;

    EnrolmentIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void aTokenEnrolsAsManyMachinesAsItSaysAndNoMore() {
        String token = institution.enrolmentToken("two machines", 2);

        enrol(token, "first").expect(200);
        enrol(token, "second").expect(200);

        assertThat(enrol(token, "third").expectProblem(403, "enrolment-refused").body())
                .contains("used up")
                .doesNotContain(token);
    }

    @Test
    void aMachineWhoseAnswerWasLostMayAskAgainAndStaysTheSameServer() {
        String token = institution.enrolmentToken("a bad link", 1);

        Answer lost = enrol(token, "far-away").expect(200);
        Answer again = enrol(token, "far-away").expect(200);

        assertThat(again.json().get("serverId")).isEqualTo(lost.json().get("serverId"));
        assertThat(again.json().get("secret")).isNotEqualTo(lost.json().get("secret"));
        enrol(token, "somebody-else").expectProblem(403, "enrolment-refused");
    }

    @Test
    void aMachineThatAsksAgainWhileItsFirstRequestIsUnderWayIsNotTurnedAway() throws Exception {
        String token = institution.enrolmentToken("a slow database", 1);
        try (Connection holder = institution.server().database();
                Connection onlooker = institution.server().database()) {
            hold(holder, "a slow database");
            List<CompletableFuture<Answer>> asked = Stream.generate(
                            () -> CompletableFuture.supplyAsync(() -> enrol(token, "in-a-hurry")))
                    .limit(2)
                    .toList();
            Eventually.become(Duration.ofSeconds(20), () -> waiting(onlooker), waiting -> waiting == 2);
            holder.rollback();

            assertThat(asked).allSatisfy(answer -> answer.join().expect(200));
        }
    }

    @Test
    void machinesWithCopiedDisksBecomeServersOfTheirOwnAndStayTheSameWhenInstalledAgain() {
        String token = institution.enrolmentToken("one image, many machines", 10);

        String first = enrol(token, "image", "hardware-1");
        String copy = enrol(token, "image", "hardware-2");
        String another = enrol(token, "image", "hardware-3");

        assertThat(List.of(first, copy, another)).doesNotHaveDuplicates();
        assertThat(enrol(token, "image", "hardware-1")).isEqualTo(first);
        assertThat(enrol(token, "image", "hardware-2")).isEqualTo(copy);
        assertThat(enrol(token, "image", "hardware-3")).isEqualTo(another);
    }

    @Test
    void aMachineStaysTheSameWhetherItsHardwareCanBeReadOrNot() {
        String token = institution.enrolmentToken("an agent that learns to read", 10);

        String first = code(enrol(token, "reader"));

        assertThat(enrol(token, "reader", "hardware-4")).isEqualTo(first);
        assertThat(code(enrol(token, "reader"))).isEqualTo(first);
        assertThat(enrol(token, "reader", "hardware-4")).isEqualTo(first);
        assertThat(enrol(token, "reader", "hardware-5")).isNotEqualTo(first);
    }

    @Test
    void aCopyCannotUseATokenThatIsUsedUpAsIfItHadAskedBefore() {
        String token = institution.enrolmentToken("one machine only", 1);

        String first = enrol(token, "single", "hardware-6");

        assertThat(enrol(token, "single", "hardware-6")).isEqualTo(first);
        ask(token, "single", "'hardware-7'").expectProblem(403, "enrolment-refused");
    }

    private static void hold(Connection database, String label) throws SQLException {
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute("SELECT FROM enrolment_token WHERE label = '%s' FOR UPDATE".formatted(label));
        }
    }

    /** How many of CMM's connections wait for what another holds; a transaction would always see the first answer. */
    private static long waiting(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND usename = 'cmm'")) {
            row.next();
            return row.getLong(1);
        }
    }

    @Test
    void aMachineThatAskedLongAgoNeedsANewToken() {
        String token = institution.enrolmentToken("long ago", 1);
        enrol(token, "patient").expect(200);
        institution.sql("UPDATE agent SET enrolled_at = now() - interval '2 hours' WHERE token_id ="
                + " (SELECT id FROM enrolment_token WHERE label = 'long ago')");

        enrol(token, "patient").expectProblem(403, "enrolment-refused");
    }

    @Test
    void anExpiredTokenEnrolsNobodyAndNobodyAgain() {
        String token = institution.enrolmentToken("too late", 5);
        enrol(token, "in-time").expect(200);
        institution.sql("UPDATE enrolment_token SET expires_at = now() - interval '1 s' WHERE label = 'too late'");

        enrol(token, "in-time").expectProblem(403, "enrolment-refused");
        enrol(token, "late").expectProblem(403, "enrolment-refused");
    }

    @Test
    void theServersPageSaysHowManySamplesItsAgentCouldNotKeep() {
        String code = enrol(institution.enrolmentToken("a full disk", 1), "full-disk")
                .expect(200)
                .json()
                .get("serverId")
                .asText();
        institution
                .call(Call.post("/api/v1/samples")
                        .json("{'server':'%s','samples':[{'values':{'cmm.agent.spool.dropped':1234}}]}", code)
                        .as(institution.token(Role.TECHNICIAN)))
                .expect(200);

        assertThat(page(code, "en")).contains("Samples lost", "1,234: the agent");
        assertThat(page(code, "fr")).contains("Mesures perdues", "1\u202f234 : le disque");
    }

    private String page(String code, String language) {
        return institution
                .call(Call.get("/servers/" + code)
                        .header("Accept-Language", language)
                        .as(institution.browse(Role.VIEWER)))
                .expect(200)
                .body();
    }

    private Answer enrol(String token, String host) {
        return ask(token, host, "null");
    }

    /** @return the code of the server that it became */
    private String enrol(String token, String host, String hardware) {
        return code(ask(token, host, "'" + hardware + "'"));
    }

    private static String code(Answer answer) {
        return answer.expect(200).json().get("serverId").asText();
    }

    private Answer ask(String token, String host, String hardware) {
        return institution.call(Call.post("/api/v1/agent/enrolment").json("""
                {'token':'%s','hostName':'%2$s','machineId':'id-of-%2$s','hardwareId':%3$s,'agentVersion':'test',
                 'osFamily':'Linux','addresses':[]}""", token, host, hardware));
    }
}
