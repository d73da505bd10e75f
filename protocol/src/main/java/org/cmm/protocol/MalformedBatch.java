package org.cmm.protocol;

/** The bytes are no batch that can be read; {@link #reason()} says why, the message says where. */
public final class MalformedBatch extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why a batch cannot be read. */
    public enum Reason {
        /** The first byte is no version that this decoder knows. */
        BAD_VERSION,
        /** The layout's number is not known here: the agent must announce the layout again. */
        UNKNOWN_LAYOUT,
        /** The bytes end before the batch does. */
        TRUNCATED,
        /** The batch ends before the bytes do. */
        TRAILING_BYTES,
        /** More than {@link SampleBatch#MAX_ROWS} rows. */
        TOO_MANY_ROWS,
        /** A number lies outside of what its field may hold. */
        OVERFLOW,
        /** The flag is neither 0 nor 1, or the presence bitmap names columns that do not exist. */
        BAD_PRESENCE
    }

    private final Reason reason;

    MalformedBatch(Reason reason, String message) {
        super(message, null, false, false);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
