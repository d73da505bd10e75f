package org.cmm.system.tls;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.HexFormat;

/** The first words of a TLS client, byte by byte, because no runtime of today speaks its old versions any more. */
enum ClientHello {
    TLS_1_0("0301", ""),
    TLS_1_1("0302", ""),
    TLS_1_2("0303", "000d 0006 0004 0403 0804");

    private static final String RANDOM = "5a".repeat(32);
    private static final String NO_SESSION = "00";

    /** ECDHE with ECDSA or RSA, AES-128 in GCM and in CBC; the CBC ones are as old as TLS 1.0. */
    private static final String CIPHERS = "0008 c02b c02f c009 c013";

    private static final String NO_COMPRESSION = "0100";
    private static final String CURVE_P256 = "000a 0004 0002 0017 000b 0002 0100";

    private final String version;
    private final String signatures;

    ClientHello(String version, String signatures) {
        this.version = version;
        this.signatures = signatures;
    }

    /** Says it, and answers the first bytes of what comes back as hexadecimal digits. */
    String answer(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write(HexFormat.of().parseHex(record()));
            return HexFormat.of().formatHex(socket.getInputStream().readNBytes(7));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String record() {
        String extensions = plain(CURVE_P256 + signatures);
        String hello =
                version + RANDOM + NO_SESSION + plain(CIPHERS) + NO_COMPRESSION + length(extensions, 4) + extensions;
        String handshake = "01" + length(hello, 6) + hello;
        return "160301" + length(handshake, 4) + handshake;
    }

    private static String plain(String grouped) {
        return grouped.replace(" ", "");
    }

    private static String length(String hexadecimal, int digits) {
        return ("%0" + digits + "x").formatted(hexadecimal.length() / 2);
    }
}
