package org.cmm.server.demo;

import org.jspecify.annotations.Nullable;

/** CMM's own intake refused the demo; it is tried again. */
final class DemoFault extends RuntimeException {

    DemoFault(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
