package org.cmm.agent.windows;

import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalInt;

/** Values below {@code HKEY_LOCAL_MACHINE}, as a 64-bit program sees them. */
public final class Registry {
    private static final Pointer LOCAL_MACHINE = Pointer.createConstant(0xFFFFFFFF80000002L);
    private static final int TEXT = 0x2;
    private static final int NUMBER = 0x10;
    private static final int VIEW_64 = 0x10000;
    private static final int MOST_BYTES = 2_048;

    /** A text without blanks around it, if there is one. */
    public Optional<String> text(String key, String name) {
        return value(key, name, TEXT)
                .map(bytes -> new String(bytes, StandardCharsets.UTF_16LE)
                        .replace("\0", "")
                        .strip())
                .filter(text -> !text.isEmpty());
    }

    /** A whole number of 32 bits, if there is one. */
    public OptionalInt number(String key, String name) {
        return value(key, name, NUMBER)
                .map(bytes -> OptionalInt.of(
                        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt()))
                .orElseGet(OptionalInt::empty);
    }

    private static Optional<byte[]> value(String key, String name, int type) {
        byte[] data = new byte[MOST_BYTES];
        byte[] size = ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(MOST_BYTES)
                .array();
        int fault = Library.REGISTRY.call(
                "RegGetValueW", LOCAL_MACHINE, new WString(key), new WString(name), type | VIEW_64, null, data, size);
        int read = ByteBuffer.wrap(size).order(ByteOrder.LITTLE_ENDIAN).getInt();
        return fault == 0 ? Optional.of(Arrays.copyOf(data, Math.min(read, MOST_BYTES))) : Optional.empty();
    }
}
