package org.cmm.system.api;

/** Whom an endpoint may be open to, and who may knock. */
enum Guest {
    EVERYBODY,
    VIEWER,
    TECHNICIAN,
    ADMIN,
    /** The program on a machine under watch; no person's right includes it. */
    AGENT;

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }

    boolean isPerson() {
        return this == VIEWER || this == TECHNICIAN || this == ADMIN;
    }

    boolean mayWhat(Guest least) {
        return least == EVERYBODY || this == least || isPerson() && least.isPerson() && compareTo(least) >= 0;
    }
}
