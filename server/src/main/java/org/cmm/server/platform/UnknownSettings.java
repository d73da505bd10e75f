package org.cmm.server.platform;

import java.util.Collection;
import java.util.List;

/** Finds environment variables that look like settings of CMM but are none: a typing error must not pass unseen. */
final class UnknownSettings {

    /** Every variable the server and its launcher read. */
    private static final List<String> KNOWN = List.of(
            "CMM_DATA",
            "CMM_HOST",
            "CMM_PORT",
            "CMM_ORGANISATION",
            "CMM_ZONE",
            "CMM_URL",
            "CMM_DATABASE_URL",
            "CMM_DATABASE_USER",
            "CMM_DATABASE_PASSWORD",
            "CMM_DATABASE_PASSWORD_FILE",
            "CMM_LOCAL_TOKEN_FILE",
            "CMM_JAVA_OPTIONS",
            "CMM_BROWSER");

    private UnknownSettings() {}

    /** One sentence for each unknown variable; empty when all is well. Agents' variables are not ours to judge. */
    static List<String> in(Collection<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("CMM_") && !name.startsWith("CMM_AGENT_") && !KNOWN.contains(name))
                .sorted()
                .map(name -> "unknown setting %s: did you mean %s? Known are %s."
                        .formatted(name, nearest(name), String.join(", ", KNOWN)))
                .toList();
    }

    private static String nearest(String name) {
        return KNOWN.stream()
                .min((a, b) -> Integer.compare(distance(a, name), distance(b, name)))
                .orElseThrow();
    }

    /** Levenshtein's distance: edits of one character between the two. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
