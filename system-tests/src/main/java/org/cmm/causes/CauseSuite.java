package org.cmm.causes;

import java.util.List;

/** How often the judge is right. */
public final class CauseSuite {

    private CauseSuite() {}

    /**
     * What came of a run.
     *
     * @param situations how many there are
     * @param wrong a sentence for each that was judged wrongly
     */
    public record Outcome(int situations, List<String> wrong) {

        public Outcome {
            wrong = List.copyOf(wrong);
        }

        public double rightPercent() {
            return 100.0 * (situations - wrong.size()) / situations;
        }
    }

    /** The figure {@code alerts.cause_right_percent} is this run's {@link Outcome#rightPercent()}. */
    public static Outcome run() {
        List<Situation> all = Situations.all();
        return new Outcome(
                all.size(),
                all.stream()
                        .filter(one -> !one.isJudgedRight())
                        .map(Situation::said)
                        .toList());
    }

    public static void main(String... arguments) {
        Outcome outcome = run();
        outcome.wrong().forEach(System.out::println);
        System.out.printf("alerts.cause_right_percent %.1f of %d%n", outcome.rightPercent(), outcome.situations());
    }
}
