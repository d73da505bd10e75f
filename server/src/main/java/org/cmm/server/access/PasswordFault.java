package org.cmm.server.access;

/** Why a password is refused. */
enum PasswordFault {
    /** Fewer than {@value PasswordRules#FEWEST} characters. */
    TOO_SHORT,
    /** More than {@value PasswordRules#MOST_BYTES} bytes in UTF-8; bcrypt would not look at the rest. */
    TOO_LONG,
    /** A word, a keyboard row or a pattern that attackers try first. */
    COMMON,
    /** The name of the user or of the institution, with little else. */
    NAMES
}
