package org.cmm.system;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.zip.GZIPOutputStream;
import org.cmm.protocol.BatchCodec;
import org.cmm.protocol.SampleBatch;
import org.cmm.protocol.SampleRow;

/** Speaks as an agent does, but says what the test wants. */
record HandMadeAgent(HttpClient http, String url, String secret) {

    /** Processor and memory utilization, four decimals each. */
    static final int[] DECIMALS = {4, 4};

    static final String LAYOUT = """
            {"series":[{"metric":"system.cpu.utilization","attributes":{},"decimals":4},
                       {"metric":"system.memory.utilization","attributes":{},"decimals":4}]}
            """;

    static HttpClient client() {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(5))
                .build();
    }

    /** Announces {@link #LAYOUT} and gives its number. */
    int announce() throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/api/v1/agent/layouts", "application/json", LAYOUT.getBytes(UTF_8));
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " " + answer.body());
        }
        return Integer.parseInt(answer.body().replaceAll("\\D", ""));
    }

    HttpResponse<String> post(String path, String type, byte[] body, String... headers)
            throws IOException, InterruptedException {
        return http.send(request(path, type, body, headers), BodyHandlers.ofString());
    }

    private HttpRequest request(String path, String type, byte[] body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer " + secret)
                .header("Content-Type", type)
                .POST(BodyPublishers.ofByteArray(body));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request.build();
    }

    /** Without waiting for the answer. */
    CompletableFuture<HttpResponse<String>> deliverLater(byte[] packed) {
        return http.sendAsync(
                request("/api/v1/agent/samples", "application/vnd.cmm.samples", packed, "Content-Encoding", "gzip"),
                BodyHandlers.ofString());
    }

    HttpResponse<String> deliver(byte[] packed) throws IOException, InterruptedException {
        return post("/api/v1/agent/samples", "application/vnd.cmm.samples", packed, "Content-Encoding", "gzip");
    }

    /** Rows ten seconds apart, packed. */
    static byte[] batch(int layout, long epoch, long firstMillis, int rows) {
        List<SampleRow> samples = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            samples.add(
                    new SampleRow(firstMillis + row * 10_000L, new double[] {0.25, row % 2 == 0 ? 0.5 : Double.NaN}));
        }
        return packed(new SampleBatch(layout, epoch, System.currentTimeMillis(), samples));
    }

    static byte[] packed(SampleBatch batch) {
        return gzip(BatchCodec.encode(batch, DECIMALS));
    }

    static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }
}
