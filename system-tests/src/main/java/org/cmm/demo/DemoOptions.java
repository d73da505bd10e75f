package org.cmm.demo;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * What {@code ./cmm dev} was asked for.
 *
 * @param log where the server writes its setup link
 * @param history how far back the machines' past reaches
 */
record DemoOptions(String url, Path log, int machines, Duration history, long seed) {

    private static final String USAGE = "usage: ./cmm dev [--machines N] [--days N] [--seed N]";

    /** What a small machine stores within a minute: thirty days of 30 machines. */
    private static final int MACHINE_DAYS = 900;

    private static final double MOST_DAYS = 30;

    static DemoOptions read(String... arguments) {
        Deque<String> words = new ArrayDeque<>(List.of(arguments));
        String url = "http://localhost:8080";
        Path log = Path.of("server.log");
        int machines = 30;
        double days = 0;
        long seed = 1;
        while (!words.isEmpty()) {
            String word = words.remove();
            switch (word) {
                case "--url" -> url = value(words, word);
                case "--log" -> log = Path.of(value(words, word));
                case "--machines" -> machines = Math.toIntExact(number(words, word, 20_000));
                case "--days" -> days = number(words, word, 399);
                case "--seed" -> seed = number(words, word, Long.MAX_VALUE);
                default -> throw new DemoFailure("unknown option %s; %s".formatted(word, USAGE));
            }
        }
        double most = days > 0 ? days : Math.min(MOST_DAYS, (double) MACHINE_DAYS / Math.max(1, machines));
        return new DemoOptions(url, log, machines, Duration.ofMinutes(Math.round(most * 24 * 60)), seed);
    }

    private static String value(Deque<String> words, String option) {
        if (words.isEmpty()) {
            throw new DemoFailure("%s needs a value; %s".formatted(option, USAGE));
        }
        return words.remove();
    }

    private static long number(Deque<String> words, String option, long most) {
        String text = value(words, option);
        if (!text.matches("\\d{1,18}") || Long.parseLong(text) > most) {
            throw new DemoFailure("%s takes a number up to %d, was '%s'; %s".formatted(option, most, text, USAGE));
        }
        return Long.parseLong(text);
    }
}
