package org.cmm.server.tls;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes the few ASN.1 types that a certificate is made of, in DER (ITU-T X.690). */
final class Der {

    private static final int BOOLEAN = 0x01;
    private static final int INTEGER = 0x02;
    private static final int BIT_STRING = 0x03;
    private static final int OCTETS = 0x04;
    private static final int OBJECT_IDENTIFIER = 0x06;
    private static final int UTC_TIME = 0x17;
    private static final int GENERALIZED_TIME = 0x18;
    private static final int SEQUENCE = 0x30;
    private static final int CONTEXT = 0x80;
    private static final int CONSTRUCTED = 0x20;
    private static final int LONGEST_SHORT = 0x7f;

    /** RFC 5280 wants two digits of the year until here. */
    private static final int FIRST_YEAR_WITH_FOUR_DIGITS = 2050;

    private Der() {}

    static byte[] sequence(byte[]... parts) {
        return value(SEQUENCE, joined(parts));
    }

    static byte[] integer(BigInteger number) {
        return value(INTEGER, number.toByteArray());
    }

    static byte[] yes() {
        return value(BOOLEAN, (byte) 0xff);
    }

    static byte[] octets(byte... content) {
        return value(OCTETS, content);
    }

    /** @param unused how many of the last bits mean nothing */
    static byte[] bits(int unused, byte... content) {
        return value(BIT_STRING, joined(new byte[] {(byte) unused}, content));
    }

    /** What stands under a number instead of its own type's tag. */
    static byte[] tagged(int number, byte... content) {
        return value(CONTEXT | number, content);
    }

    /** What stands under a number with its own type's tag inside. */
    static byte[] wrapped(int number, byte... content) {
        return value(CONTEXT | CONSTRUCTED | number, content);
    }

    static byte[] objectIdentifier(String dotted) {
        String[] arcs = dotted.split("\\.");
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.write(Integer.parseInt(arcs[0]) * 40 + Integer.parseInt(arcs[1]));
        for (int index = 2; index < arcs.length; index++) {
            writeArc(content, Integer.parseInt(arcs[index]));
        }
        return value(OBJECT_IDENTIFIER, content.toByteArray());
    }

    /** Seven bits a byte, all but the last with their highest bit set. */
    private static void writeArc(ByteArrayOutputStream content, int arc) {
        for (int shift = 28; shift > 0; shift -= 7) {
            if (arc >> shift > 0) {
                content.write(arc >> shift & 0x7f | 0x80);
            }
        }
        content.write(arc & 0x7f);
    }

    static byte[] time(Instant time) {
        boolean early = time.atZone(ZoneOffset.UTC).getYear() < FIRST_YEAR_WITH_FOUR_DIGITS;
        DateTimeFormatter format = DateTimeFormatter.ofPattern(early ? "yyMMddHHmmss'Z'" : "yyyyMMddHHmmss'Z'");
        byte[] text = format.withZone(ZoneOffset.UTC).format(time).getBytes(StandardCharsets.US_ASCII);
        return value(early ? UTC_TIME : GENERALIZED_TIME, text);
    }

    private static byte[] value(int tag, byte... content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream(content.length + 6);
        out.write(tag);
        if (content.length <= LONGEST_SHORT) {
            out.write(content.length);
        } else {
            byte[] length = BigInteger.valueOf(content.length).toByteArray();
            int skipped = length[0] == 0 ? 1 : 0;
            out.write(0x80 | length.length - skipped);
            out.write(length, skipped, length.length - skipped);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
