package org.cmm.server.alert;

import java.time.ZoneOffset;
import org.cmm.core.metric.Unit;
import org.cmm.server.access.Language;
import org.cmm.server.platform.Figures;

/**
 * What the numbers of a rule are, for whoever tells them to people.
 *
 * @param unit of its values and levels; of a change, in each hour
 */
public record Measure(Unit unit, Sort sort) {

    /** What is trouble. */
    public enum Sort {
        /** A high value. */
        HIGH,
        /** A low value. */
        LOW,
        /** Fast growth. */
        RISE,
        /** A fast fall. */
        FALL,
        /** A reading that is missing, for so many seconds. */
        MISSING,
        /** So many starts of the machine. */
        RESTARTS,
        /** Far from what is usual, so many times the usual spread. */
        UNUSUAL
    }

    /** A value or level in words: {@code 12 GiB}, {@code 3 GiB/h}, {@code 10 min}. */
    public String text(double value, Figures figures) {
        String amount = RuleFigures.write(unit, value, figures);
        return sort == Sort.RISE || sort == Sort.FALL ? amount + "/h" : amount;
    }

    /** A metric as people call it, as a sentence begins: {@code Battery charge}. */
    public static String name(String metric, Language language) {
        String name = new RuleWords(language, Figures.of(language.locale(), ZoneOffset.UTC)).metric(metric);
        return name.substring(0, 1).toUpperCase(language.locale()) + name.substring(1);
    }
}
