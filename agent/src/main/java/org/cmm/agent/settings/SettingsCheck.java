package org.cmm.agent.settings;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Turns what was given into settings, or into every fault there is. */
final class SettingsCheck {
    private static final URI NO_SERVER = URI.create("http://unset");

    private final Given given;
    private final List<String> faults;
    private final StandardPlaces places;

    SettingsCheck(Given given, List<String> faults, StandardPlaces places) {
        this.places = places;
        this.given = given;
        this.faults = faults;
    }

    Start check() {
        boolean saver = saver();
        var settings = new Settings(
                server(),
                token(),
                given.tokenIn(),
                authority(),
                dataDirectory(),
                time(Key.INTERVAL, Duration.ofSeconds(saver ? 60 : 10), Duration.ofMillis(20), Duration.ofHours(1)),
                time(
                        Key.DELIVERY_INTERVAL,
                        Duration.ofSeconds(saver ? 300 : 30),
                        Duration.ofMillis(20),
                        Duration.ofDays(1)),
                spoolBytes(),
                time(Key.SPOOL_AGE, Duration.ofDays(30), Duration.ofDays(7), Duration.ofDays(3650)),
                hostRoot(),
                new DrillSettings(given, faults).limits());
        return faults.isEmpty() ? new Start.Run(settings) : new Start.Faulty(List.copyOf(faults));
    }

    private boolean saver() {
        Optional<Given.Value> value = given.value(Key.SAVER);
        if (value.isEmpty()) {
            return false;
        }
        String word = value.get().text().toLowerCase(Locale.ROOT);
        if (!List.of("on", "off", "true", "false").contains(word)) {
            faults.add("%s '%s': must be on or off"
                    .formatted(value.get().name(), value.get().text()));
        }
        return word.equals("on") || word.equals("true");
    }

    private URI server() {
        Optional<Given.Value> value = given.value(Key.SERVER);
        if (value.isEmpty()) {
            faults.add("server is missing: give --server URL, such as --server https://192.168.1.10:8443");
            return NO_SERVER;
        }
        var address = new ServerAddress(value.get().text());
        address.fault()
                .ifPresent(fault -> faults.add(
                        "%s '%s': %s".formatted(value.get().name(), value.get().text(), fault)));
        return address.uri().orElse(NO_SERVER);
    }

    private Optional<Trust> authority() {
        return given.value(Key.AUTHORITY).flatMap(value -> {
            Optional<Trust> trust = Trust.read(value.text());
            if (trust.isEmpty()) {
                faults.add(
                        "%s '%s': after sha256: there must be 64 hexadecimal digits, as CMM's enrolment page shows them"
                                .formatted(value.name(), value.text()));
            }
            return trust;
        });
    }

    private Optional<String> token() {
        Optional<Given.Value> file = given.value(Key.TOKEN_FILE);
        if (file.isPresent() && given.value(Key.TOKEN).isPresent()) {
            faults.add("token and token-file are both given: keep one");
        }
        return file.isPresent()
                ? file.flatMap(this::readToken)
                : given.value(Key.TOKEN).map(Given.Value::text);
    }

    /** A file that is gone is no fault: once enrolled, the token should be deleted. */
    private Optional<String> readToken(Given.Value file) {
        Path path = Path.of(file.text());
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readString(path).strip());
        } catch (IOException e) {
            faults.add("%s '%s': cannot be read (%s)".formatted(file.name(), path, e.getMessage()));
            return Optional.empty();
        }
    }

    Path dataDirectory() {
        return given.value(Key.DATA_DIRECTORY)
                .map(value -> Path.of(value.text()))
                .orElseGet(places::dataDirectory);
    }

    private Path hostRoot() {
        Optional<Given.Value> value = given.value(Key.HOST_ROOT);
        Path root = Path.of(value.map(Given.Value::text).orElse("/"));
        if (value.isPresent() && !Files.isDirectory(root)) {
            faults.add("%s '%s': is no folder; mount the machine's / there"
                    .formatted(value.get().name(), root));
        }
        return root;
    }

    private Duration time(Key key, Duration usual, Duration least, Duration most) {
        Optional<Given.Value> value = given.value(key);
        if (value.isEmpty()) {
            return usual;
        }
        Optional<Duration> time = Quantity.time(value.get().text())
                .filter(read -> read.compareTo(least) >= 0 && read.compareTo(most) <= 0);
        if (time.isEmpty()) {
            faults.add("%s '%s': must be a time from %s to %s, such as %s"
                    .formatted(value.get().name(), value.get().text(), words(least), words(most), words(usual)));
        }
        return time.orElse(usual);
    }

    private long spoolBytes() {
        long usual = Settings.USUAL_SPOOL_BYTES;
        Optional<Given.Value> value = given.value(Key.SPOOL_SIZE);
        if (value.isEmpty()) {
            return usual;
        }
        Optional<Long> size = Quantity.size(value.get().text()).filter(read -> read >= 1 << 20);
        if (size.isEmpty()) {
            faults.add("%s '%s': must be a size of at least 1MiB, such as 128MiB"
                    .formatted(value.get().name(), value.get().text()));
        }
        return size.orElse(usual);
    }

    private static String words(Duration time) {
        if (time.toDays() > 0) {
            return time.toDays() + "d";
        }
        if (time.toHours() > 0) {
            return time.toHours() + "h";
        }
        return time.toSeconds() > 0 ? time.toSeconds() + "s" : time.toMillis() + "ms";
    }
}
