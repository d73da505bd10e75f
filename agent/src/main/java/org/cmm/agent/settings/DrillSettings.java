package org.cmm.agent.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cmm.protocol.DrillFault;

/** Reads what was given about drills. */
final class DrillSettings {
    private static final Duration USUAL_LENGTH = Duration.ofMinutes(10);
    private static final int USUAL_PERCENT = 98;
    private static final long LEAST_BYTES = 64L << 20;

    private final Given given;
    private final List<String> faults;

    DrillSettings(Given given, List<String> faults) {
        this.given = given;
        this.faults = faults;
    }

    DrillLimits limits() {
        return new DrillLimits(
                value(Key.DRILLS, Set.of(), DrillSettings::allowed, "off, all, or some of cpu,memory,disk,downtime"),
                value(Key.DRILL_LENGTH, USUAL_LENGTH, DrillSettings::length, "a time from 1s to 30m, such as 10m"),
                value(Key.DRILL_STRENGTH, USUAL_PERCENT, DrillSettings::percent, "from 1% to 100%, such as 98%"),
                size(Key.DRILL_FREE_MEMORY, 512L << 20, "512MiB"),
                size(Key.DRILL_FREE_DISK, 1L << 30, "1GiB"),
                size(Key.DRILL_FILE, 16L << 30, "16GiB"));
    }

    private long size(Key key, long usual, String example) {
        return value(
                key,
                usual,
                text -> Quantity.size(text).filter(read -> read >= LEAST_BYTES),
                "a size of at least 64MiB, such as " + example);
    }

    private <T> T value(Key key, T usual, Function<String, Optional<T>> reading, String right) {
        Optional<Given.Value> value = given.value(key);
        if (value.isEmpty()) {
            return usual;
        }
        Optional<T> read = reading.apply(value.get().text().strip());
        if (read.isEmpty()) {
            faults.add("%s '%s': must be %s"
                    .formatted(value.get().name(), value.get().text(), right));
        }
        return read.orElse(usual);
    }

    private static Optional<Set<DrillFault>> allowed(String text) {
        String words = text.toLowerCase(Locale.ROOT);
        if (words.equals("off")) {
            return Optional.of(Set.of());
        }
        if (words.equals("all")) {
            return Optional.of(DrillLimits.all());
        }
        List<Optional<DrillFault>> read = Arrays.stream(words.split(",", -1))
                .map(String::strip)
                .map(DrillFault::of)
                .toList();
        return read.stream().allMatch(Optional::isPresent)
                ? Optional.of(read.stream().flatMap(Optional::stream).collect(Collectors.toSet()))
                : Optional.empty();
    }

    private static Optional<Duration> length(String text) {
        return Quantity.time(text)
                .filter(read -> read.compareTo(Duration.ofSeconds(1)) >= 0)
                .filter(read -> read.compareTo(DrillLimits.LONGEST) <= 0);
    }

    private static Optional<Integer> percent(String text) {
        return text.matches("\\d{1,3}\\s*%?")
                ? Optional.of(Integer.valueOf(text.replaceAll("\\D", ""))).filter(read -> read >= 1 && read <= 100)
                : Optional.empty();
    }
}
