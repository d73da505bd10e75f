package org.cmm.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.cmm.protocol.BatchCodec;
import org.cmm.protocol.SampleBatch;
import org.cmm.protocol.SampleRow;

/**
 * Whole HTTP requests, made before the clock runs so that the load generator costs as little as it can. Series move as
 * real ones do: processor and network jump, memory wanders, disks stand almost still.
 */
final class Requests {

    private static final long STEP_MILLIS = 10_000;
    /** Requests are made before they are sent; this is in the middle of the time in which their clock seems right. */
    private static final long SENT_AFTER_MILLIS = 5_000;

    private final BenchFleet fleet;
    private final int[] decimals;
    /** The one moment at which requests made together claim to be sent, so that no clock seems to drift in a run. */
    private long sentMillis;

    private long epoch;
    private final SplittableRandom random;
    private final long[] nextAt;
    private final double[][] last;

    Requests(BenchFleet fleet, long seed, long firstMillis) {
        this.fleet = fleet;
        this.decimals = BenchFleet.DECIMALS;
        this.random = new SplittableRandom(seed);
        this.nextAt = new long[fleet.agents() + 1];
        this.last = new double[fleet.agents() + 1][];
        for (int agent = 1; agent <= fleet.agents(); agent++) {
            nextAt[agent] = firstMillis;
            last[agent] = new double[] {0.2, 0.5, 0.6, 0.3, 0.05, 0.5, 20_000, 9_000, 86_400 + agent, 180};
        }
    }

    private Requests(BenchFleet fleet, int[] decimals) {
        this.fleet = fleet;
        this.decimals = decimals.clone();
        this.random = new SplittableRandom(0);
        this.nextAt = new long[0];
        this.last = new double[0][];
        this.epoch = System.nanoTime() & SampleBatch.MAX_EPOCH;
    }

    /** For samples that are given, of machines whose clocks never change. */
    static Requests of(BenchFleet fleet, int[] decimals) {
        return new Requests(fleet, decimals);
    }

    /** One machine's batch. */
    byte[] request(int agent, List<SampleRow> samples) {
        return encoded(agent, samples, System.currentTimeMillis() + SENT_AFTER_MILLIS);
    }

    /** The next {@code count} requests of {@code rows} samples each, agents taking turns, with new clocks. */
    List<byte[]> make(int count, int rows) {
        epoch = System.nanoTime() & SampleBatch.MAX_EPOCH;
        sentMillis = System.currentTimeMillis() + SENT_AFTER_MILLIS;
        return next(count, rows);
    }

    /** As {@link #make}, with the clocks of the time before: what agents send once they are known. */
    List<byte[]> more(int count, int rows) {
        sentMillis = System.currentTimeMillis() + SENT_AFTER_MILLIS;
        return next(count, rows);
    }

    private List<byte[]> next(int count, int rows) {
        List<byte[]> requests = new ArrayList<>(count);
        for (int number = 0; number < count; number++) {
            requests.add(request(1 + number % fleet.agents(), rows));
        }
        return requests;
    }

    private byte[] request(int agent, int rows) {
        List<SampleRow> samples = new ArrayList<>(rows);
        for (int row = 0; row < rows; row++) {
            samples.add(new SampleRow(nextAt[agent], walk(last[agent])));
            nextAt[agent] += STEP_MILLIS;
        }
        return encoded(agent, samples, sentMillis);
    }

    private byte[] encoded(int agent, List<SampleRow> samples, long sent) {
        SampleBatch batch = new SampleBatch(fleet.layout(), epoch, sent, samples);
        return http(agent, gzip(BatchCodec.encode(batch, decimals)));
    }

    private double[] walk(double[] values) {
        values[0] = within(values[0] + (0.25 - values[0]) * 0.3 + random.nextGaussian() * 0.08);
        values[1] = within(values[1] + (0.5 - values[1]) * 0.02 + random.nextGaussian() * 0.004);
        values[2] = within(values[2] + (random.nextInt(20) == 0 ? 0.0001 : 0));
        values[5] = Math.max(0, values[5] + (0.5 - values[5]) * 0.2 + random.nextGaussian() * 0.1);
        values[6] = Math.max(0, Math.rint(20_000 * Math.exp(random.nextGaussian())));
        values[7] = Math.max(0, Math.rint(9_000 * Math.exp(random.nextGaussian())));
        values[8] += 10;
        values[9] = 180 + random.nextInt(7);
        return values.clone();
    }

    private static double within(double ratio) {
        return Math.clamp(ratio, 0, 0.8);
    }

    private static byte[] gzip(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed) {
            {
                def.setLevel(Deflater.BEST_SPEED);
            }
        }) {
            gzip.write(plain);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] http(int agent, byte[] body) {
        byte[] head = """
                POST /api/v1/agent/samples HTTP/1.1\r
                Host: localhost\r
                Authorization: Bearer %s\r
                Content-Type: application/vnd.cmm.samples\r
                Content-Encoding: gzip\r
                Content-Length: %d\r
                \r
                """.formatted(BenchFleet.secret(agent), body.length).getBytes(StandardCharsets.US_ASCII);
        byte[] request = new byte[head.length + body.length];
        System.arraycopy(head, 0, request, 0, head.length);
        System.arraycopy(body, 0, request, head.length, body.length);
        return request;
    }
}
