package org.cmm.server.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests what passes; closing it leaves the stream behind it open. */
final class Sha256Output extends FilterOutputStream {

    private final MessageDigest digest = sha256();

    Sha256Output(OutputStream out) {
        super(out);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void write(int one) throws IOException {
        out.write(one);
        digest.update((byte) one);
    }

    @Override
    public void write(byte[] bytes, int start, int length) throws IOException {
        out.write(bytes, start, length);
        digest.update(bytes, start, length);
    }

    @Override
    public void close() throws IOException {
        flush();
    }

    /** In hexadecimal digits; begins anew. */
    String digest() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
