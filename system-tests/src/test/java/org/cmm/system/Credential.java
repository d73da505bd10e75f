package org.cmm.system;

import java.util.List;

/** What somebody shows with each request; the name is for messages of tests. */
public record Credential(String name, List<String> headers) {

    public static final Credential NONE = new Credential("stranger", List.of());

    public static Credential bearer(String name, String secret) {
        return new Credential(name, List.of("Authorization", "Bearer " + secret));
    }

    /** As a browser shows it on CMM's own pages. */
    public static Credential cookie(String name, String accessToken) {
        return new Credential(name, List.of("Cookie", "cmm_access=" + accessToken, "Sec-Fetch-Site", "same-origin"));
    }

    public Credential named(String other) {
        return new Credential(other, headers);
    }

    @Override
    public String toString() {
        return name;
    }
}
