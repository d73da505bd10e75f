package org.cmm.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cmm.process.RunningServer;

/** What people look at, fetched by an administrator of the bench one after another. */
final class HistoryReads {

    private static final Pattern ACCESS = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");
    private static final String FLEET = "/api/v1/fleet?limit=500";
    private static final String PASSWORD = "bench-42-machines-long";
    private static final int WARM_UP = 100;
    private static final Duration RENEWED_AFTER = Duration.ofMinutes(10);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningServer server;
    private String access = "";
    private Instant since = Instant.MIN;

    private HistoryReads(RunningServer server) {
        this.server = server;
    }

    static HistoryReads of(RunningServer server) throws IOException, InterruptedException {
        HistoryReads reads = new HistoryReads(server);
        String link = server.setupLink();
        reads.post("/api/v1/setup", """
                {"token": "%s", "name": "bench", "email": "bench@example.org", "password": "%s"}""".formatted(link.substring(link.indexOf("token=") + 6), PASSWORD));
        return reads;
    }

    /** Median and 95 % quantile of so many requests, in milliseconds. */
    void measure(String name, Figures figures, int count, IntFunction<String> path)
            throws IOException, InterruptedException {
        timed(name, figures, count, number -> get(path.apply(number)));
    }

    /** The newest readings of every machine, which are pages of five hundred. */
    void latest(String name, Figures figures, int count) throws IOException, InterruptedException {
        timed(name, figures, count, number -> {
            Matcher more = NEXT.matcher(get(FLEET));
            while (more.find()) {
                more = NEXT.matcher(get(FLEET + "&cursor=" + more.group(1)));
            }
        });
    }

    private interface Look {
        void at(int number) throws IOException, InterruptedException;
    }

    private static void timed(String name, Figures figures, int count, Look look)
            throws IOException, InterruptedException {
        for (int request = 0; request < WARM_UP; request++) {
            look.at(request);
        }
        double[] milliseconds = new double[count];
        for (int request = 0; request < count; request++) {
            long begin = System.nanoTime();
            look.at(WARM_UP + request);
            milliseconds[request] = (System.nanoTime() - begin) / 1e6;
        }
        Waits.of(milliseconds).addTo(figures, name);
    }

    /** How long one answer takes. */
    double millisecondsOf(String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        get(path);
        return (System.nanoTime() - begin) / 1e6;
    }

    /** Keeps samples for so many days only, and the rest as long as by default. */
    void keepSamples(int days) throws IOException, InterruptedException {
        get("/api/v1/history/disk");
        send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/api/v1/history/disk/retention"))
                .header("Authorization", "Bearer " + access)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(
                        "{\"samples\": %d, \"fiveMinutes\": 366, \"hour\": 1827, \"day\": 3653}".formatted(days))));
    }

    /** A chart of some machine, another for each number. */
    static IntFunction<String> chart(int machines, Duration span, Instant now, String... metrics) {
        String names = "&metric=" + String.join("&metric=", metrics);
        return number -> "/api/v1/servers/bench-%d/history?points=600&from=%s&to=%s%s"
                .formatted(1 + new SplittableRandom(number).nextInt(machines), now.minus(span), now, names);
    }

    /** The busiest processors of thirty days. */
    static IntFunction<String> top(Instant now) {
        return number -> "/api/v1/top/cpu?from=%s&to=%s".formatted(now.minus(Duration.ofDays(30)), now);
    }

    private String get(String path) throws IOException, InterruptedException {
        if (since.plus(RENEWED_AFTER).isBefore(Instant.now())) {
            Matcher found = ACCESS.matcher(
                    post("/api/v1/session", "{\"login\": \"bench\", \"password\": \"%s\"}".formatted(PASSWORD)));
            if (!found.find()) {
                throw new IOException("no access token");
            }
            access = found.group(1);
            since = Instant.now();
        }
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Authorization", "Bearer " + access)
                .GET());
    }

    private String post(String path, String body) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    }

    private String send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("%s: %d %s".formatted(answer.uri().getPath(), answer.statusCode(), answer.body()));
        }
        return answer.body();
    }
}
