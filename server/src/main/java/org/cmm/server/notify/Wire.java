package org.cmm.server.notify;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * What went over the wire, for whoever sets a channel up: bounded, and without its secrets in any form they travel in.
 * Guarded by its own monitor.
 */
final class Wire {

    private static final int MOST_LINES = 80;
    private static final int LONGEST_LINE = 300;
    private static final String HIDDEN = "•••";

    private final List<String> hidden;
    private final List<String> lines = new ArrayList<>();

    private Wire(List<String> hidden) {
        this.hidden = hidden;
    }

    /** @param secrets shorter ones than three characters hide nothing, and would hide every letter */
    static Wire hiding(Collection<String> secrets) {
        return new Wire(secrets.stream()
                .filter(secret -> secret.length() > 2)
                .flatMap(Wire::forms)
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                Base64.getEncoder().encodeToString(bytes),
                Base64.getEncoder().withoutPadding().encodeToString(bytes));
    }

    /** What CMM sent or did. */
    void sent(String line) {
        add("> ", line);
    }

    /** What came back. */
    void received(String line) {
        add("< ", line);
    }

    /** What is to be known about it. */
    void note(String line) {
        add("* ", line);
    }

    synchronized void add(String mark, String text) {
        for (String line : text.split("\\R", -1)) {
            if (lines.size() < MOST_LINES) {
                lines.add(mark + shortened(masked(line)));
            }
        }
    }

    synchronized List<String> lines() {
        return List.copyOf(lines);
    }

    /** The text without secrets. */
    String masked(String text) {
        String masked = text;
        for (String secret : hidden) {
            masked = masked.replace(secret, HIDDEN);
        }
        return masked.replaceAll("\\p{Cntrl}", " ");
    }

    private static String shortened(String line) {
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + "…";
    }
}
