package org.cmm.agent.probe;

import java.util.OptionalInt;
import org.cmm.agent.windows.Registry;

/** Which Windows this is. */
record WindowsVersion(Registry registry) {
    private static final String KEY = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
    private static final int FIRST_BUILD_OF_11 = 22_000;

    /** Such as {@code Windows 11 Pro}. */
    String name() {
        return name(registry.text(KEY, "ProductName").orElse("Windows"), build());
    }

    /** Windows 11 still calls itself Windows 10 in its registry. */
    static String name(String product, int build) {
        String told = product.replace("Microsoft ", "");
        return build >= FIRST_BUILD_OF_11 ? told.replaceFirst("^Windows 10", "Windows 11") : told;
    }

    /** Such as {@code 23H2 (22631.3007)}. */
    String number() {
        OptionalInt patch = registry.number(KEY, "UBR");
        String full = build() + (patch.isPresent() ? "." + patch.getAsInt() : "");
        return registry.text(KEY, "DisplayVersion")
                .map(release -> "%s (%s)".formatted(release, full))
                .orElse(full);
    }

    private int build() {
        return registry.text(KEY, "CurrentBuildNumber").map(Integer::parseInt).orElse(0);
    }
}
