package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser gets at the door, and what it cannot be made to send. */
@ExtendWith(SharedServer.class)
class DoorIT {

    private final Institution institution;

    DoorIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void theCookiesOfASessionAreOutOfReachOfScriptsAndOtherSites() {
        List<String> cookies = logIn("viewer@example.org", Institution.PASSWORD)
                .expect(303)
                .headers()
                .allValues("set-cookie");
        assertThat(cookies).hasSizeGreaterThanOrEqualTo(2).allSatisfy(cookie -> assertThat(cookie)
                .containsIgnoringCase("HttpOnly")
                .containsIgnoringCase("SameSite=Strict"));
    }

    @Test
    void anotherSiteCannotUseASession() {
        Call change = Call.post("/account/profile").form("email=thief%40example.org");
        String cookies = institution.browse(Role.VIEWER).headers().get(1);
        Call byBrowser = change.header("Cookie", cookies);
        institution.call(byBrowser.header("Origin", "http://elsewhere.example")).expectProblem(403, "cross-site");
        institution.call(byBrowser.header("Sec-Fetch-Site", "cross-site")).expectProblem(403, "cross-site");
        institution.call(byBrowser).expectProblem(403, "cross-site");
    }

    @Test
    void aKnownAndAnUnknownNameAreRefusedInTheSameWords() {
        Answer known = logIn("viewer@example.org", "not the password").expect(401);
        Answer unknown = logIn("nobody@example.org", "not the password").expect(401);
        assertThat(known.body().replace("viewer@", "")).isEqualTo(unknown.body().replace("nobody@", ""));
    }

    /** As somebody follows it from an e-mail at home, where they are not logged in. */
    @Test
    void theLinkOfANoticeLeadsOverTheLoginToItsIncident() {
        institution.sql("""
                WITH machine AS (INSERT INTO server (code, name) VALUES ('linked', 'Linked') RETURNING id)
                INSERT INTO incident (id, server_id, stage, severity, worst, opened_at, raises, flapping)
                OVERRIDING SYSTEM VALUE
                SELECT 700700, id, 'closed', 'critical', 'critical', now(), '{}', false FROM machine
                """);
        String link = "/incidents/700700";
        String login = institution
                .call(Call.get(link).header("Accept", "text/html"))
                .expect(303)
                .header("Location");
        assertThat(URI.create(login).getPath()).isEqualTo("/login");
        assertThat(institution
                        .call(Call.get(login.substring(login.indexOf("/login"))))
                        .expect(200)
                        .body())
                .contains("name=\"next\" value=\"" + link + "\"");
        Answer through = logInAndGoOn(link);
        assertThat(URI.create(through.header("Location")).getPath()).isEqualTo(link);
        assertThat(institution
                        .call(Call.get(link).as(institution.browse(Role.VIEWER)))
                        .expect(200)
                        .body())
                .contains("data-live=\"/incidents/700700/events\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://elsewhere.example/incidents/1",
                "//elsewhere.example/incidents/1",
                "/\\elsewhere.example",
                "\\\\elsewhere.example",
                "/%0d%0aLocation:%20https://elsewhere.example\r\nX: y",
                "javascript:alert(1)",
                "@elsewhere.example",
                " //elsewhere.example"
            })
    void theLoginLeadsNowhereElse(String next) {
        URI place = URI.create(institution.url()).resolve(logInAndGoOn(next).header("Location"));
        assertThat(place).isEqualTo(URI.create(institution.url() + "/"));
    }

    private Answer logInAndGoOn(String next) {
        return institution
                .call(Call.post("/login")
                        .form("login=viewer%40example.org&password=" + encoded(Institution.PASSWORD) + "&next="
                                + encoded(next))
                        .header("Origin", institution.url()))
                .expect(303);
    }

    private Answer logIn(String login, String password) {
        return institution.call(Call.post("/login")
                .form("login=" + encoded(login) + "&password=" + encoded(password))
                .header("Origin", institution.url()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
