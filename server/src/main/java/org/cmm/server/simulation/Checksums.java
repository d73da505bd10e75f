package org.cmm.server.simulation;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 of a bundle's files, as {@code sha256sum -c} reads them. */
final class Checksums {

    static final String NAME = "SHA256SUMS";

    private final StringBuilder text = new StringBuilder();

    DigestOutputStream digesting(OutputStream out) {
        try {
            return new DigestOutputStream(out, MessageDigest.getInstance("SHA-256"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All of this file has been written. */
    void add(String name, DigestOutputStream written) {
        text.append(HexFormat.of().formatHex(written.getMessageDigest().digest()))
                .append("  ")
                .append(name)
                .append('\n');
    }

    String text() {
        return text.toString();
    }
}
