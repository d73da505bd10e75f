package org.cmm.core.alert;

/** How much an alert matters, from least to most. */
public enum Severity {
    /** Worth knowing; nobody needs to move. */
    INFO,
    /** Will stop somebody's work if left alone. */
    WARNING,
    /** Stops somebody's work now or very soon. */
    CRITICAL
}
