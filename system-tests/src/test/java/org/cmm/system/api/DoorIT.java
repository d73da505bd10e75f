package org.cmm.system.api;

import static org.assertj.core.api.Assertions.assertThat;

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

    private Answer logIn(String login, String password) {
        return institution.call(Call.post("/login")
                .form("login=" + encoded(login) + "&password=" + encoded(password))
                .header("Origin", institution.url()));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
