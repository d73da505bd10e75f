package org.cmm.agent.enrolment;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A name for a machine that stays the same and tells nothing about it. */
public final class MachineId {
    private static final int BYTES = 16;

    private MachineId() {}

    /**
     * A hash of what identifies the machine; of its host name where nothing does.
     *
     * @param identity what the operating system or the hardware calls the machine
     * @return 32 hexadecimal digits
     */
    public static String of(Optional<String> identity, String hostName) {
        return hash("cmm-agent " + identity.orElse("host " + hostName));
    }

    /** The same of the number that its maker gave the machine; a disk that is copied does not bring it along. */
    public static String ofHardware(String number) {
        return hash("cmm-agent hardware " + number);
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
