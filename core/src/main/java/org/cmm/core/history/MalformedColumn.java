package org.cmm.core.history;

/** Bytes that no {@link ColumnCodec} wrote, or that lost something since. */
public final class MalformedColumn extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedColumn(String fault) {
        super("stored history cannot be read: " + fault);
    }
}
