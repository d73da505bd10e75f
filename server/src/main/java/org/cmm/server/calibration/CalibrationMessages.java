package org.cmm.server.calibration;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences about laws from the records. */
@MessageBundle("calibration")
public interface CalibrationMessages {

    @Message("Calibrate from my fleet")
    String title();

    @Message(
            "How often things fail here and how long they last, as CMM itself recorded it. Drills and maintenance windows "
                    + "are left out, and demo machines wherever there are real ones.")
    String lead();

    @Message("{machines} machines watched, {from} to {to}")
    String span(String machines, String from, String to);

    @Message("1 machine watched, {from} to {to}")
    String spanOfOne(String from, String to);

    @Message("Made-up machines: this shows what the page does and is no evidence of anything")
    String madeUp();

    @Message("Outages without a known cause are in none of these laws: {count}. Say what they were, and they count.")
    String unexplained(String count);

    @Message("Site")
    String site();

    @Message("All sites")
    String everySite();

    @Message("{site} (made up)")
    String madeUpSite(String site);

    @Message("Trouble")
    String kind();

    @Message("All")
    String everyKind();

    @Message("From")
    String from();

    @Message("To")
    String to();

    @Message("Show")
    String show();

    @Message("Crashes of machines")
    String crash();

    @Message("Power cuts of sites")
    String power();

    @Message("Link cuts of sites")
    String link();

    @Message("Planned shutdowns and restarts")
    String planned();

    @Message("Disk filling (rule {rule})")
    String disk(String rule);

    @Message("Memory running short (rule {rule})")
    String memory(String rule);

    @Message("Processor busy (rule {rule})")
    String cpu(String rule);

    @Message("From the end of one to the next")
    String between();

    @Message("How long it lasts")
    String length();

    @Message("{ended} ended, {open} not yet, in {time} watched")
    String counted(String ended, String open, String time);

    @Message("{years} machine-years")
    String machineYears(String years);

    @Message("{years} site-years")
    String siteYears(String years);

    @Message("{hours} hours")
    String hours(String hours);

    @Message("Too few to say: {missing} more are needed, at today’s pace in about {wait}.")
    String tooFew(String missing, String wait);

    @Message("Too few to say: {missing} are needed, and none has happened yet. That is good news.")
    String none(String missing);

    @Message("Too few to say: {missing} more are needed.")
    String tooFewLengths(String missing);

    @Message("All took equally long, {time}: that is no matter of chance.")
    String noSpread(String time);

    @Message("{days} days")
    String days(String days);

    @Message("{months} months")
    String months(String months);

    @Message("{years} years")
    String years(String years);

    @Message("Without memory (exponential)")
    String exponential();

    @Message("Weibull")
    String weibull();

    @Message("Lognormal")
    String lognormal();

    @Message("Mean")
    String mean();

    @Message("Shape")
    String shape();

    @Message("Scale")
    String scale();

    @Message("Median")
    String median();

    @Message("Spread of the logarithm")
    String logSd();

    @Message("{lower} to {upper}")
    String interval(String lower, String upper);

    @Message("Value")
    String value();

    @Message("{lower} or more")
    String orMore(String lower);

    @Message("not known")
    String unknown();

    @Message("cannot be told: a few last so long that they outweigh all others")
    String meanUnsayable();

    @Message("Whether failures come with age cannot be told: no law fits these records well enough.")
    String ageInDoubt();

    @Message("95 % interval")
    String intervalLabel();

    @Message("The law fits: chance alone lies as far from it in {share} of cases.")
    String fits(String share);

    @Message("The law is in doubt: chance alone lies as far from it in only {share} of cases. Do not rely on it.")
    String doubted(String share);

    @Message("Another law would do nearly as well.")
    String unclear();

    @Message("Failures come with age (shape {shape}, {lower} to {upper}): renewing in time can pay.")
    String withAge(String shape, String lower, String upper);

    @Message("They become rarer with age (shape {shape}, {lower} to {upper}), or some machines are worse than others: "
            + "renewing by age does harm.")
    String withYouth(String shape, String lower, String upper);

    @Message("Nothing says that they come with age (shape {shape}, {lower} to {upper}): renewing by age would not pay.")
    String atAnyAge(String shape, String lower, String upper);

    @Message("Nothing to learn from yet")
    String nothing();

    @Message("No machine has been measured in this time. A law needs {needed} failures that ended; CMM counts from a "
            + "machine’s first reading on.")
    String nothingHint(String needed);

    @Message("Use in an experiment")
    String use();

    @Message(
            "A preset or an experiment with these laws in place of its own; each says where it comes from. What was not told stays.")
    String useHint();

    @Message("As soon as one law is known, an experiment can be made of it here.")
    String useLater();

    @Message("Begin with")
    String preset();

    @Message("Open in the editor")
    String open();

    @Message("Download the file")
    String download();

    @Message("The share that lasts longer than the time below: steps as recorded with their band, line as the law says")
    String plot();

    @Message("How this is computed")
    String how();

    @Message(
            "Age counts in operation: from the end of a failure, or from a machine’s first reading, since nobody knows "
                    + "what was before. What had not failed yet counts as such (maximum likelihood with censoring); the law is "
                    + "chosen by Akaike’s criterion; the fit is tested by parametric bootstrap. A site’s cut is one that its "
                    + "machines have together, and is over when the first is back. An alert counts from warning on.")
    String howText();
}
