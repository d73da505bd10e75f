package org.cmm.server.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Looks at the environment before anything starts: a typing error must not pass unseen. */
final class SettingsCheck {

    private static final String PREFIX = "CMM_";
    private static final String AGENTS_PREFIX = "CMM_AGENT_";
    private static final Pattern PORT = Pattern.compile("\\d{1,5}");
    private static final int HIGHEST_PORT = 65_535;

    /** Every variable the server and its launcher read. */
    static final List<String> KNOWN = List.of(
            "CMM_DATA",
            "CMM_HOST",
            "CMM_PORT",
            "CMM_HTTPS_PORT",
            "CMM_TLS",
            "CMM_TLS_CERT",
            "CMM_TLS_KEY",
            "CMM_NAMES",
            "CMM_PROXIES",
            "CMM_ORGANISATION",
            "CMM_ZONE",
            "CMM_URL",
            "CMM_PACKAGES",
            "CMM_LOG",
            "CMM_DATABASE_URL",
            "CMM_DATABASE_USER",
            "CMM_DATABASE_PASSWORD",
            "CMM_DATABASE_PASSWORD_FILE",
            "CMM_LOCAL_TOKEN_FILE",
            "CMM_CONTAINER",
            "CMM_JAVA_OPTIONS",
            "CMM_BROWSER");

    /** Those that the launcher, a package or a test sets, and no operator. */
    static final Set<String> INTERNAL =
            Set.of("CMM_LOCAL_TOKEN_FILE", "CMM_CONTAINER", "CMM_JAVA_OPTIONS", "CMM_BROWSER");

    private static final Map<String, Function<String, Optional<String>>> CHECKS = Map.of(
            "CMM_PORT", SettingsCheck::port,
            "CMM_HTTPS_PORT", SettingsCheck::port,
            "CMM_TLS", text -> oneOf(text, "on", "off"),
            "CMM_NAMES", SettingsCheck::names,
            "CMM_PROXIES", SettingsCheck::proxies,
            "CMM_ZONE", SettingsCheck::zone,
            "CMM_URL", SettingsCheck::url,
            "CMM_LOG", text -> oneOf(text, "text", "json"),
            "CMM_DATABASE_URL", SettingsCheck::databaseUrl);

    private SettingsCheck() {}

    /** What the launcher's help, the program's and the manual page say about the settings. */
    static String words() {
        try (var text = SettingsCheck.class.getResourceAsStream("/settings.txt")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One sentence for each fault, all of them together; empty when all is well. Agents' variables are not judged. */
    static List<String> faults(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        environment.keySet().stream()
                .filter(name -> name.startsWith(PREFIX) && !name.startsWith(AGENTS_PREFIX) && !KNOWN.contains(name))
                .sorted()
                .map(name -> "unknown setting %s: did you mean %s?".formatted(name, nearest(name)))
                .forEach(faults::add);
        for (String name : KNOWN) {
            var check = CHECKS.get(name);
            String value = environment.get(name);
            if (check != null && value != null) {
                check.apply(value).ifPresent(fault -> faults.add(name + " " + fault));
            }
        }
        ofPairs(environment).forEach(faults::add);
        return List.copyOf(faults);
    }

    /** Settings that are right by themselves and wrong together. */
    private static List<String> ofPairs(Map<String, String> environment) {
        List<String> faults = new ArrayList<>();
        boolean certificate = environment.containsKey("CMM_TLS_CERT");
        if (certificate != environment.containsKey("CMM_TLS_KEY")) {
            faults.add("%s is given without %s: both files are needed, or neither"
                    .formatted(
                            certificate ? "CMM_TLS_CERT" : "CMM_TLS_KEY",
                            certificate ? "CMM_TLS_KEY" : "CMM_TLS_CERT"));
        }
        if (certificate && "off".equals(environment.get("CMM_TLS"))) {
            faults.add("CMM_TLS is off, so CMM_TLS_CERT is of no use: remove one of them");
        }
        boolean encrypted = !"off".equals(environment.get("CMM_TLS"));
        String port = environment.getOrDefault("CMM_PORT", "8080");
        if (encrypted && port.equals(environment.getOrDefault("CMM_HTTPS_PORT", "8443"))) {
            faults.add("CMM_PORT and CMM_HTTPS_PORT are both %s: give one of them another number".formatted(port));
        }
        return faults;
    }

    private static String nearest(String name) {
        return KNOWN.stream()
                .min(Comparator.comparingInt(known -> distance(known, name)))
                .orElseThrow();
    }

    private static Optional<String> port(String text) {
        boolean valid =
                PORT.matcher(text).matches() && Integer.parseInt(text) > 0 && Integer.parseInt(text) <= HIGHEST_PORT;
        return valid ? Optional.empty() : fault("a number from 1 to 65535, such as 8080", text);
    }

    private static Optional<String> zone(String text) {
        try {
            ZoneId.of(text);
            return Optional.empty();
        } catch (DateTimeException e) {
            return fault("the IANA name of a time zone, such as Africa/Douala", text);
        }
    }

    private static Optional<String> url(String text) {
        boolean valid = hasScheme(text, "http", "https");
        return valid ? Optional.empty() : fault("an address such as https://cmm.example.org", text);
    }

    private static Optional<String> oneOf(String text, String first, String second) {
        boolean valid = text.equals(first) || text.equals(second);
        return valid ? Optional.empty() : fault(first + " or " + second, text);
    }

    private static Optional<String> names(String text) {
        boolean valid = Arrays.stream(text.split(",")).map(String::strip).allMatch(HostName::valid);
        return valid ? Optional.empty() : fault("names and addresses such as cmm.example.org,10.0.0.5", text);
    }

    private static Optional<String> proxies(String text) {
        boolean valid = Arrays.stream(text.split(",")).map(String::strip).allMatch(one -> Network.of(one)
                .isPresent());
        return valid ? Optional.empty() : fault("addresses and networks such as 10.0.0.5,172.16.0.0/12", text);
    }

    /** Does not repeat the text, which may hold a password. */
    private static Optional<String> databaseUrl(String text) {
        boolean valid = text.startsWith("jdbc:postgresql:") || hasScheme(text, "postgresql", "postgres");
        return valid ? Optional.empty() : Optional.of("must look like postgresql://user@host:5432/name");
    }

    private static Optional<String> fault(String wanted, String given) {
        return Optional.of("must be %s, was '%s'".formatted(wanted, given));
    }

    private static boolean hasScheme(String text, String... schemes) {
        try {
            URI uri = URI.create(text);
            return uri.getHost() != null && List.of(schemes).contains(uri.getScheme());
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Levenshtein's distance: the fewest letters to add, remove or change. */
    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int changed = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
