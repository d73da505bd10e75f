package org.cmm.agent.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What a call wrote into memory.
 *
 * @param address where it was written, because texts in it are named by their address
 */
@SuppressWarnings("ArrayRecordComponent") // read once, never compared
public record NativeBuffer(long address, byte[] bytes) {
    /** The bytes in the order of Windows' processors. */
    public ByteBuffer reader() {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
