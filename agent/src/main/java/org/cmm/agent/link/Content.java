package org.cmm.agent.link;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;

/**
 * The body of a request.
 *
 * @param encoding of the bytes, {@code gzip} or {@code identity}
 */
@SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
public record Content(String type, String encoding, byte[] bytes) {
    static final String PLAIN = "identity";

    public static Content json(String text) {
        return new Content("application/json", PLAIN, text.getBytes(StandardCharsets.UTF_8));
    }

    public static Content gzipped(String type, byte[] bytes) {
        var packed = new ByteArrayOutputStream(bytes.length / 2 + 32);
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Content(type, "gzip", packed.toByteArray());
    }
}
