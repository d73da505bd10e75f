package org.cmm.demo;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The demo's administrator, who comes in by the setup link. */
final class Administrator {

    static final String NAME = "demo";
    static final String PASSWORD = "bafoussam-42-machines";

    private static final Pattern SETUP_LINK = Pattern.compile("/setup[?#]token=(\\S+)");
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(10);

    private final CmmApi api;
    private String access = "";
    private Instant accessSince = Instant.MIN;

    private Administrator(CmmApi api) {
        this.api = api;
    }

    /** Creates the administrator when nobody is there yet. */
    static Administrator comeIn(CmmApi api, Path log) {
        if (api.get("/api/v1/setup", "").expected("setup").getBoolean("needed")) {
            api.post(
                            "/api/v1/setup",
                            "",
                            JsonObject.builder()
                                    .value("token", setupToken(log))
                                    .value("name", NAME)
                                    .value("email", "demo@example.cm")
                                    .value("password", PASSWORD)
                                    .done())
                    .expected("first administrator");
        }
        return new Administrator(api);
    }

    private static String setupToken(Path log) {
        try {
            List<MatchResult> found =
                    SETUP_LINK.matcher(Files.readString(log)).results().toList();
            if (found.isEmpty()) {
                throw new DemoFailure("there is no setup link in " + log);
            }
            return found.getLast().group(1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void logIn() {
        CmmApi.Answer answer = api.post(
                "/api/v1/session",
                "",
                JsonObject.builder()
                        .value("login", NAME)
                        .value("password", PASSWORD)
                        .done());
        if (answer.status() == 401) {
            throw new DemoFailure("this CMM has users of its own; add a demo fleet on its page /demo");
        }
        access = answer.expected("log-in").getString("accessToken");
        accessSince = Instant.now();
    }

    /** A token that is good for some minutes. */
    String access() {
        if (accessSince.plus(RENEWED_AFTER).isBefore(Instant.now())) {
            logIn();
        }
        return access;
    }
}
