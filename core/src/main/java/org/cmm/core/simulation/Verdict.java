package org.cmm.core.simulation;

import java.util.List;

/**
 * What a policy is worth against the first one, and why, for somebody to put into words.
 *
 * @param downtime whether it changes the hours lost
 * @param cost whether it changes what everything costs
 * @param reasons the weightiest first
 */
public record Verdict(Change downtime, Change cost, List<Reason> reasons) {

    /** Beyond chance, or not. */
    public enum Change {
        LESS,
        NO_REAL_DIFFERENCE,
        MORE
    }

    /** Why it is so. Shares are 0 to 1. */
    public sealed interface Reason {

        /**
         * Parts that are renewed or looked at by the calendar or by age although they do not fail more with age.
         *
         * @param shareOfFailures of the first policy's failures, what comes from parts that do not wear
         */
        record NoWear(List<String> parts, double shareOfFailures) implements Reason {}

        /**
         * Faults were mended before they failed.
         *
         * @param share of all that were over
         */
        record Prevented(double share) implements Reason {}

        /**
         * Most faults fail before anybody looks: the warning is shorter than the time between inspections.
         *
         * @param warningHours mean
         * @param everyHours between inspections
         */
        record LooksTooRarely(String part, double warningHours, double everyHours) implements Reason {}

        /**
         * Failures are known sooner.
         *
         * @param hours on average, against the first policy
         */
        record NoticedSooner(double hours) implements Reason {}

        /**
         * Most downtime is lost to the mains, which no policy changes.
         *
         * @param share of the first policy's downtime
         */
        record Mains(double share) implements Reason {}

        /**
         * Alerts that nothing was behind took time.
         *
         * @param share of all alerts
         */
        record FalseAlarms(double share) implements Reason {}

        /**
         * Planned work itself takes machines down.
         *
         * @param hours of a machine and year, more than under the first policy
         */
        record PlannedWork(double hours) implements Reason {}
    }

    public Verdict {
        reasons = List.copyOf(reasons);
    }
}
