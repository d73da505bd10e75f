package org.cmm.server.platform;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * A file that pages load, in memory.
 *
 * @param hash of its content; part of its address, so that a browser may keep it for ever
 */
@SuppressWarnings("ArrayRecordComponent") // sent to whoever asks, never compared
record Asset(String name, String mediaType, String hash, byte[] plain, byte[] gzipped) {

    private static final int HASH_LENGTH = 12;

    static Asset of(String name, byte[] content) {
        return new Asset(
                name, mediaType(name), Secrets.fingerprint(content).substring(0, HASH_LENGTH), content, gzip(content));
    }

    String path() {
        return "/assets/" + hash + "/" + name;
    }

    private static String mediaType(String name) {
        return switch (name.substring(name.lastIndexOf('.') + 1)) {
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default ->
                throw new IllegalArgumentException("asset '" + name + "': no media type is known for its ending");
        };
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new SmallestGzip(bytes)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Done once at start, so the slowest and smallest level is right. */
    private static final class SmallestGzip extends GZIPOutputStream {
        SmallestGzip(ByteArrayOutputStream target) throws IOException {
            super(target);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
