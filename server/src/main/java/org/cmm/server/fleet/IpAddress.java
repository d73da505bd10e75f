package org.cmm.server.fleet;

import java.util.regex.Pattern;

/** Tells IPv4 (dotted) and IPv6 (RFC 4291 text form) addresses from everything else, without asking a name server. */
final class IpAddress {

    private static final Pattern V4 =
            Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)\\.){3}(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)");
    private static final Pattern GROUP = Pattern.compile("[0-9a-fA-F]{1,4}");
    private static final int GROUPS = 8;

    private IpAddress() {}

    static boolean valid(String text) {
        return V4.matcher(text).matches() || version6(text);
    }

    private static boolean version6(String text) {
        if (text.length() > 45 || !text.contains(":") || text.contains(":::")) {
            return false;
        }
        int gap = text.indexOf("::");
        if (gap < 0) {
            return groups(text) == GROUPS;
        }
        String tail = text.substring(gap + 2);
        if (tail.contains("::")) {
            return false;
        }
        int before = groups(text.substring(0, gap));
        int after = groups(tail);
        return before >= 0 && after >= 0 && before + after < GROUPS;
    }

    /** How many groups of sixteen bits the text has; far below zero when one of them is none. */
    private static int groups(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        String[] parts = text.split(":", -1);
        int count = 0;
        for (int index = 0; index < parts.length; index++) {
            if (index == parts.length - 1 && V4.matcher(parts[index]).matches()) {
                count += 2;
            } else if (GROUP.matcher(parts[index]).matches()) {
                count++;
            } else {
                return -GROUPS * 2;
            }
        }
        return count;
    }
}
