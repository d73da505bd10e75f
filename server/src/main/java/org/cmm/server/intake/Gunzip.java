package org.cmm.server.intake;

import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.cmm.server.platform.Problem;
import org.cmm.server.platform.ProblemException;

/** Unpacks gzip (RFC 1952) of one member, up to a limit, reusing its memory. Owned by one thread. */
final class Gunzip {

    private static final int HEADER = 10;
    private static final int TRAILER = 8;
    private static final int DEFLATE = 8;
    /** Flags for a name, a comment or other extras, which no agent sends. */
    private static final int EXTRAS = 0xFE;

    private final Inflater inflater = new Inflater(true);
    private final int limit;
    private byte[] unpacked = new byte[16_384];
    private int size;

    Gunzip(int limit) {
        this.limit = limit;
    }

    byte[] bytes() {
        return unpacked;
    }

    int size() {
        return size;
    }

    /** @throws ProblemException when the bytes are no gzip, damaged, or larger than the limit once unpacked */
    void unpack(byte[] packed) {
        size = 0;
        requireHeader(packed);
        inflater.reset();
        inflater.setInput(packed, HEADER, packed.length - HEADER);
        try {
            inflate();
        } catch (DataFormatException e) {
            throw damaged("its content is damaged");
        }
        requireTrailer(packed);
    }

    private void inflate() throws DataFormatException {
        while (!inflater.finished()) {
            if (size == unpacked.length) {
                grow();
            }
            int more = inflater.inflate(unpacked, size, unpacked.length - size);
            if (more == 0 && (inflater.needsInput() || inflater.needsDictionary())) {
                throw damaged("it ends too early");
            }
            size += more;
        }
    }

    private void grow() {
        if (unpacked.length >= limit) {
            throw Problem.of(
                            413,
                            "batch-too-large",
                            "The batch is too large",
                            "unpacked it is larger than %d bytes; send fewer rows at a time".formatted(limit))
                    .exception();
        }
        unpacked = Arrays.copyOf(unpacked, Math.min(limit, unpacked.length * 4));
    }

    private static void requireHeader(byte[] packed) {
        boolean gzip = packed.length >= HEADER + TRAILER
                && (packed[0] & 0xFF) == 0x1F
                && (packed[1] & 0xFF) == 0x8B
                && packed[2] == DEFLATE
                && (packed[3] & EXTRAS) == 0;
        if (!gzip) {
            throw damaged("it does not begin as gzip does");
        }
    }

    private void requireTrailer(byte[] packed) {
        int at = packed.length - inflater.getRemaining();
        if (packed.length - at < TRAILER) {
            throw damaged("it ends too early");
        }
        CRC32 sum = new CRC32();
        sum.update(unpacked, 0, size);
        if (littleEndian(packed, at) != (int) sum.getValue() || littleEndian(packed, at + 4) != size) {
            throw damaged("its check sum is wrong");
        }
    }

    private static int littleEndian(byte[] bytes, int at) {
        return (bytes[at] & 0xFF)
                | (bytes[at + 1] & 0xFF) << 8
                | (bytes[at + 2] & 0xFF) << 16
                | (bytes[at + 3] & 0xFF) << 24;
    }

    private static ProblemException damaged(String fault) {
        return Problem.badRequest("not-gzip", "the body says it is gzip, but " + fault + "; send it again")
                .exception();
    }
}
