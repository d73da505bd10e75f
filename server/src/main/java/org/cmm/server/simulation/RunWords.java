package org.cmm.server.simulation;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** What {@code experiment run} was asked for. */
record RunWords(Path file, OptionalInt replications, OptionalLong seed, int threads, Path out) {

    private static final List<String> OPTIONS = List.of("--replications", "--seed", "--threads", "--out");
    private static final int MOST_THREADS = 256;

    /** @throws IllegalArgumentException when they are wrong; the message says how */
    static RunWords of(List<String> words) {
        Map<String, String> options = new HashMap<>();
        Optional<String> file = Optional.empty();
        for (int index = 0; index < words.size(); index++) {
            String word = words.get(index);
            if (!word.startsWith("--")) {
                require(file.isEmpty(), "experiment run takes one file, '%s' is another".formatted(word));
                file = Optional.of(word);
                continue;
            }
            require(OPTIONS.contains(word), "there is no option '%s'".formatted(word));
            require(index + 1 < words.size(), "%s needs a value".formatted(word));
            require(options.put(word, words.get(++index)) == null, "%s is there twice".formatted(word));
        }
        require(file.isPresent(), "experiment run needs a file");
        require(options.containsKey("--out"), "experiment run needs --out FOLDER");
        Optional<Long> replications = number(options, "--replications", 2, ExperimentFile.MOST_REPLICATIONS);
        Optional<Long> seed = number(options, "--seed", Long.MIN_VALUE, Long.MAX_VALUE);
        Optional<Long> threads = number(options, "--threads", 1, MOST_THREADS);
        return new RunWords(
                Path.of(file.orElseThrow()),
                replications.map(count -> OptionalInt.of(count.intValue())).orElse(OptionalInt.empty()),
                seed.map(OptionalLong::of).orElse(OptionalLong.empty()),
                threads.map(Long::intValue).orElse(Runtime.getRuntime().availableProcessors()),
                Path.of(options.getOrDefault("--out", "")));
    }

    private static Optional<Long> number(Map<String, String> options, String name, long least, long most) {
        String text = options.get(name);
        if (text == null) {
            return Optional.empty();
        }
        String fault = "%s must be a whole number from %d to %d, was '%s'".formatted(name, least, most, text);
        try {
            long number = Long.parseLong(text);
            require(number >= least && number <= most, fault);
            return Optional.of(number);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(fault, e);
        }
    }

    private static void require(boolean holds, String fault) {
        if (!holds) {
            throw new IllegalArgumentException(fault);
        }
    }

    /** The file with what was asked for besides. */
    ExperimentFile applied(ExperimentFile read) {
        ExperimentFile seeded = seed.isPresent() ? read.withSeed(seed.getAsLong()) : read;
        return replications.isPresent() ? seeded.withReplications(replications.getAsInt()) : seeded;
    }
}
