package org.cmm.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.cmm.protocol.SampleBatch;
import org.cmm.protocol.SampleRow;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whatever an agent sends gets an honest status and useful words, and never harms what was accepted. */
@ExtendWith(SharedServer.class)
class BadBatchesIT {

    private static String url;
    private static Connection database;
    private static HttpClient http;
    private static HandMadeAgent agent;
    private static int layout;

    @BeforeAll
    static void start(Institution institution) throws Exception {
        url = institution.url();
        database = institution.server().database();
        http = HandMadeAgent.client();
        agent = new HandMadeAgent(http, url, KnownAgents.add(database, "bad-batches"));
        layout = agent.announce();
    }

    @AfterAll
    static void stop() throws Exception {
        http.close();
        database.close();
    }

    @Test
    void aGoodBatchIsAcknowledgedWithoutWords() throws Exception {
        HttpResponse<String> answer = agent.deliver(HandMadeAgent.batch(layout, 1, minutesAgo(50), 3));
        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void theSameBatchTwiceLeavesOneCopy() throws Exception {
        byte[] batch = HandMadeAgent.batch(layout, 1, minutesAgo(40), 5);
        long before = samples();
        for (int time = 0; time < 3; time++) {
            assertThat(agent.deliver(batch).statusCode()).isEqualTo(204);
        }
        assertThat(samples() - before).isEqualTo(5);
    }

    @Test
    void batchesInAnyOrderAllArrive() throws Exception {
        long before = samples();
        long hourAgo = minutesAgo(60);
        for (int minutes : new int[] {40, 30, 35, 38, 30}) {
            agent.deliver(HandMadeAgent.batch(
                    layout, 1, hourAgo + Duration.ofMinutes(minutes).toMillis(), 2));
        }
        assertThat(samples() - before).isEqualTo(8);
    }

    @Test
    void samplesThatWaitedForWeeksAreTaken() throws Exception {
        assertThat(agent.deliver(HandMadeAgent.batch(layout, 1, minutesAgo(60 * 24 * 40), 2))
                        .statusCode())
                .isEqualTo(204);
    }

    @Test
    void aBatchWithoutASecretIsRefused() throws Exception {
        HandMadeAgent stranger = new HandMadeAgent(http, url, "no-such-secret");
        refused(stranger.deliver(HandMadeAgent.batch(layout, 1, minutesAgo(1), 1)), 401, "unknown-agent");
    }

    @Test
    void whatSaysItIsGzipButIsNotIsRefused() throws Exception {
        refused(agent.deliver("not gzip at all, and long enough".getBytes(StandardCharsets.UTF_8)), 400, "not-gzip");
    }

    @Test
    void aTruncatedBatchIsRefused() throws Exception {
        byte[] batch = HandMadeAgent.batch(layout, 1, minutesAgo(1), 3);
        refused(agent.deliver(Arrays.copyOf(batch, batch.length / 2)), 400, "not-gzip");
    }

    @Test
    void anEmptyBodyIsRefused() throws Exception {
        refused(agent.deliver(new byte[0]), 400, "not-gzip");
    }

    @Test
    void aBombIsRefused() throws Exception {
        refused(agent.deliver(HandMadeAgent.gzip(new byte[64 << 20])), 413, "batch-too-large");
    }

    @Test
    void anOversizedBodyIsRefused() throws Exception {
        byte[] noise = new byte[3 << 20];
        new Random(1).nextBytes(noise);
        refused(agent.deliver(noise), 413, "batch-too-large");
    }

    @Test
    void anEncodingThatNobodyKnowsIsRefused() throws Exception {
        refused(
                agent.post(
                        "/api/v1/agent/samples",
                        "application/vnd.cmm.samples",
                        new byte[] {1},
                        "Content-Encoding",
                        "br"),
                415,
                "unknown-encoding");
    }

    @Test
    void aLayoutThatWasNeverAnnouncedIsToldSo() throws Exception {
        refused(agent.deliver(HandMadeAgent.batch(999_999, 1, minutesAgo(1), 1)), 404, "unknown-layout");
    }

    @Test
    void randomBytesAreRefusedAndNeverCrash() throws Exception {
        Random random = new Random(20_261_123);
        for (int time = 0; time < 200; time++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            assertThat(agent.deliver(HandMadeAgent.gzip(noise)).statusCode())
                    .as("attempt %d", time)
                    .isBetween(200, 422);
        }
    }

    @Test
    void rowsFromTheFutureAreRefusedByNumberAndTheOthersKept() throws Exception {
        long now = System.currentTimeMillis();
        long before = samples();
        SampleBatch batch = new SampleBatch(
                layout,
                1,
                now,
                List.of(
                        new SampleRow(now - 5_003, new double[] {0.1, 0.1}),
                        new SampleRow(now + Duration.ofHours(5).toMillis(), new double[] {0.1, 0.1}),
                        new SampleRow(now - 3_003, new double[] {0.1, 0.1})));

        HttpResponse<String> answer = agent.deliver(HandMadeAgent.packed(batch));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("\"accepted\":2", "\"row\":1", "ahead");
        assertThat(samples() - before).isEqualTo(2);
    }

    @Test
    void anImpossibleValueIsRefusedByName() throws Exception {
        SampleBatch batch = new SampleBatch(
                layout, 1, System.currentTimeMillis(), List.of(new SampleRow(minutesAgo(2), new double[] {17.5, 0.5})));
        assertThat(agent.deliver(HandMadeAgent.packed(batch)).body())
                .contains("\"accepted\":0", "system.cpu.utilization", "17.5");
    }

    @Test
    void aClockThatIsYearsOffIsCorrected() throws Exception {
        long off = Duration.ofDays(16 * 365).toMillis();
        long now = System.currentTimeMillis();
        SampleBatch batch = new SampleBatch(
                layout, 77, now - off, List.of(new SampleRow(now - off - 4_000, new double[] {0.4321, 0.4})));

        assertThat(agent.deliver(HandMadeAgent.packed(batch)).statusCode()).isEqualTo(204);

        assertThat(KnownAgents.count(
                        database,
                        "SELECT count(*) FROM sample WHERE at BETWEEN now() - interval '2 minutes' AND now()"
                                + " AND readings[1] = 0.4321"))
                .isEqualTo(1);
    }

    @Test
    void theSameBatchFromAWrongClockTwiceLeavesOneCopy() throws Exception {
        long off = Duration.ofDays(3_000).toMillis();
        long now = System.currentTimeMillis();
        long before = samples();
        for (int time = 0; time < 2; time++) {
            SampleBatch batch = new SampleBatch(
                    layout,
                    78,
                    System.currentTimeMillis() - off,
                    List.of(new SampleRow(now - off - 4_000, new double[] {0.3, 0.3})));
            assertThat(agent.deliver(HandMadeAgent.packed(batch)).statusCode()).isEqualTo(204);
        }
        assertThat(samples() - before).isEqualTo(1);
    }

    @Test
    void malformedJsonAboutLayoutsIsRefusedWithWords() throws Exception {
        for (String body : new String[] {
            "", "{", "[]", "{\"series\":17}", "{\"series\":[]}", "null", "\u0000", "{\"seriess\":[]}", "[".repeat(5_000)
        }) {
            HttpResponse<String> answer =
                    agent.post("/api/v1/agent/layouts", "application/json", body.getBytes(StandardCharsets.UTF_8));
            assertThat(answer.statusCode())
                    .as("body %.20s: %s", body, answer.body())
                    .isBetween(400, 422);
            assertThat(answer.headers().firstValue("Content-Type"))
                    .as("body %.20s: %s %s", body, answer.statusCode(), answer.body())
                    .hasValue("application/problem+json");
        }
    }

    private static void refused(HttpResponse<String> answer, int status, String kind) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.body()).contains("\"type\":\"/problems/" + kind + "\"", "\"detail\":\"");
    }

    private static long samples() throws Exception {
        return KnownAgents.count(database, "SELECT count(*) FROM sample");
    }

    private static long minutesAgo(int minutes) {
        return System.currentTimeMillis() - Duration.ofMinutes(minutes).toMillis();
    }
}
