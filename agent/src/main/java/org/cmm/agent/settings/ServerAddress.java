package org.cmm.agent.settings;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where a person says that the server is, and what they probably meant when that cannot be. */
final class ServerAddress {
    private static final Pattern PARTS = Pattern.compile("(?:(?<scheme>[A-Za-z]*)(?::/+|//+))?(?<rest>.*)");
    private static final String EXAMPLES = "must look like https://cmm.example.org or https://192.168.1.10:8443";
    private static final int HIGHEST_PORT = 65_535;

    private final String text;

    ServerAddress(String text) {
        this.text = text.strip();
    }

    /** The address without a slash at its end, when it has no fault. */
    Optional<URI> uri() {
        return fault().isPresent() ? Optional.empty() : Optional.of(URI.create(withoutSlash()));
    }

    /** What is wrong with it and what to write instead. */
    Optional<String> fault() {
        Matcher parts = PARTS.matcher(text);
        if (!parts.matches() || parts.group("rest").isEmpty()) {
            return Optional.of(EXAMPLES);
        }
        String rest = parts.group("rest");
        String machine = rest.split("[/?#]", 2)[0];
        String scheme = Optional.ofNullable(parts.group("scheme")).orElse("");
        if (!text.matches("https?://.*")) {
            return Optional.of("must begin with https:// or http://, did you mean %s://%s?"
                    .formatted(scheme.equalsIgnoreCase("http") ? "http" : "https", machine));
        }
        return ofRest(scheme + "://" + machine, machine, rest.substring(machine.length()));
    }

    private Optional<String> ofRest(String meant, String machine, String behind) {
        if (!List.of("", "/").contains(behind)) {
            return Optional.of("'%s' is the address of a page, the server's is %s".formatted(behind, meant));
        }
        try {
            var uri = new URI(withoutSlash());
            boolean readable = uri.getHost() != null && uri.getUserInfo() == null && uri.getPort() <= HIGHEST_PORT;
            return readable ? Optional.empty() : Optional.of(unreadable(machine));
        } catch (URISyntaxException e) {
            return Optional.of(unreadable(machine));
        }
    }

    private static String unreadable(String machine) {
        return "'%s' is no machine's name or address with a port up to 65535; it %s".formatted(machine, EXAMPLES);
    }

    private String withoutSlash() {
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }
}
