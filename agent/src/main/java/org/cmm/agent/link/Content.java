package org.cmm.agent.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/**
 * The body of a request.
 *
 * @param type its media type; empty where the path takes only one kind, and a header would cost traffic
 * @param encoding of the bytes, {@code gzip} or {@code identity}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Content(Optional<String> type, String encoding, byte[] bytes) {
    static final String PLAIN = "identity";
    static final String GZIP = "gzip";

    public static Content json(String text) {
        return new Content(Optional.of("application/json"), PLAIN, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Packed, unless that would make it longer, as it does with the few rows of one usual delivery. */
    public static Content packed(byte[] bytes) {
        byte[] gzip = gzip(bytes);
        return gzip.length < bytes.length
                ? new Content(Optional.empty(), GZIP, gzip)
                : new Content(Optional.empty(), PLAIN, bytes);
    }

    private static byte[] gzip(byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 2 + 32);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }
}
