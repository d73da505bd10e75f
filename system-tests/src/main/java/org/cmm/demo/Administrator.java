package org.cmm.demo;

import com.grack.nanojson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The demo's administrator: comes in by the setup link, then does what people do by hand. */
final class Administrator {

    static final String NAME = "demo";
    static final String PASSWORD = "bafoussam-42-machines";

    private static final Pattern SETUP_LINK = Pattern.compile("/setup[?#]token=(\\S+)");
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(10);
    private static final int USES_OF_A_TOKEN = 1_000;

    private final CmmApi api;
    private final Map<String, Integer> sites = new TreeMap<>();
    private final Map<String, String> tokens = new TreeMap<>();
    private final Map<String, Integer> uses = new TreeMap<>();
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
        Administrator administrator = new Administrator(api);
        administrator.logIn();
        administrator.readSites();
        return administrator;
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
            throw new DemoFailure("this CMM has users of its own; a demo fleet has no place in it");
        }
        access = answer.expected("log-in").getString("accessToken");
        accessSince = Instant.now();
    }

    private synchronized String access() {
        if (accessSince.plus(RENEWED_AFTER).isBefore(Instant.now())) {
            logIn();
        }
        return access;
    }

    private void readSites() {
        String cursor = "";
        do {
            JsonObject page =
                    api.get("/api/v1/sites?limit=100" + cursor, access()).expected("sites");
            page.getArray("items").forEach(item -> {
                JsonObject site = (JsonObject) item;
                sites.put(site.getString("name"), site.getInt("id"));
            });
            cursor = page.isString("next") ? "&cursor=" + page.getString("next") : "";
        } while (!cursor.isEmpty());
    }

    private synchronized int site(String name) {
        return sites.computeIfAbsent(name, wanted -> api.post(
                        "/api/v1/sites",
                        access(),
                        JsonObject.builder()
                                .value("name", wanted)
                                .value("zone", Days.ZONE.getId())
                                .done())
                .expected("site " + wanted)
                .getInt("id"));
    }

    /** A token with which one more machine may join at this site. */
    synchronized String enrolmentToken(String siteName) {
        if (uses.merge(siteName, 1, Integer::sum) % USES_OF_A_TOKEN == 1) {
            tokens.put(siteName, newToken(siteName));
        }
        return tokens.getOrDefault(siteName, "");
    }

    private String newToken(String siteName) {
        return api.post(
                        "/api/v1/enrolment-tokens",
                        access(),
                        JsonObject.builder()
                                .value("label", siteName)
                                .value("siteId", site(siteName))
                                .value("days", 1)
                                .value("uses", USES_OF_A_TOKEN)
                                .done())
                .expected("enrolment token")
                .getString("token");
    }

    /** Writes down what people know about a machine. */
    void describe(String enrolledAs, DemoMachine machine) {
        api.put(
                        "/api/v1/servers/" + enrolledAs,
                        access(),
                        JsonObject.builder()
                                .value("code", machine.code())
                                .value("name", machine.name())
                                .value("address", machine.address())
                                .value("owner", machine.owner())
                                .value("environment", machine.model() == Model.CLOUD ? "cloud" : "on-premise")
                                .value("siteId", site(machine.site()))
                                .value("tags", machine.tags())
                                .value("notes", machine.notes())
                                .done())
                .expected("server " + machine.code());
    }

    /** The newest sample that CMM has of a machine within the span. */
    Instant newestSample(DemoMachine machine, Instant from) {
        JsonObject chart = api.get(
                        "/api/v1/servers/%s/history?metric=system.uptime&points=2000&from=%s"
                                .formatted(machine.code(), from),
                        access())
                .expected("history of " + machine.code());
        if (chart.getArray("series").isEmpty()) {
            return from;
        }
        List<Object> means = chart.getArray("series").getObject(0).getArray("mean");
        int newest = means.size() - 1;
        while (newest > 0 && means.get(newest) == null) {
            newest--;
        }
        return Instant.ofEpochSecond(chart.getArray("times").getLong(newest));
    }
}
