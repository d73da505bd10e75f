package org.cmm.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.cmm.process.RunningServer;
import org.cmm.protocol.BatchCodec;
import org.cmm.protocol.Endpoints;
import org.cmm.protocol.SampleBatch;
import org.cmm.protocol.SampleRow;

/** Batches of the agents of a {@link BenchFleet}, one after another. */
record Deliveries(HttpClient client, URI address, int layout, long epoch) {

    static Deliveries to(RunningServer server, HttpClient client, int layout) {
        return new Deliveries(
                client,
                URI.create("http://localhost:" + server.port() + Endpoints.SAMPLES),
                layout,
                System.nanoTime() & SampleBatch.MAX_EPOCH);
    }

    void send(int agent, List<SampleRow> rows) throws IOException, InterruptedException {
        SampleBatch batch = new SampleBatch(layout, epoch, System.currentTimeMillis(), rows);
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + BenchFleet.secret(agent))
                .POST(BodyPublishers.ofByteArray(BatchCodec.encode(batch, BenchFleet.DECIMALS)))
                .build();
        HttpResponse<String> answer = client.send(request, BodyHandlers.ofString());
        if (answer.statusCode() / 100 != 2) {
            throw new IOException("a sample was refused: " + answer.body());
        }
    }
}
