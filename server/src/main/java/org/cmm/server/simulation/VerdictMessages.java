package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What an experiment shows, and why, in sentences; and what machines are down for. */
@MessageBundle("verdict")
public interface VerdictMessages {

    @Message("takes {percent} off the hours down")
    String less(String percent);

    @Message("adds {percent} to the hours down")
    String more(String percent);

    @Message("makes no real difference to the hours down")
    String same();

    @Message("{hours} h less of a machine and year (95 % interval {lower} to {upper} h)")
    String hoursLess(String hours, String lower, String upper);

    @Message("{hours} h more of a machine and year (95 % interval {lower} to {upper} h)")
    String hoursMore(String hours, String lower, String upper);

    @Message("what is left of {hours} h of a machine and year lies within chance (95 % interval {lower} to {upper} h)")
    String hoursSame(String hours, String lower, String upper);

    @Message("nothing differs at all")
    String hoursEqual();

    @Message("It costs {money} XAF less a year ({low} to {high}).")
    String cheaper(String money, String low, String high);

    @Message("It costs {money} XAF more a year ({low} to {high}).")
    String dearer(String money, String low, String high);

    @Message("So an hour avoided costs {money} XAF ({interval}).")
    String avoidedHour(String money, String interval);

    @Message("Its cost does not really differ.")
    String asDear();

    @Message("{parts} do not fail more with age: renewing them early gains nothing ({share} of all failures).")
    String noWear(String parts, String share);

    @Message("{share} of the faults are mended before they fail.")
    String prevented(String share);

    @Message(
            "{part}: the warning lasts {warning} on average and somebody looks every {every}, so most of these faults fail in between.")
    String looksTooRarely(String part, String warning, String every);

    @Message("Failures are known {time} sooner.")
    String noticedSooner(String time);

    @Message("{share} of the hours down are lost to the mains, which no policy changes.")
    String mains(String share);

    @Message("{share} of its alerts have nothing behind them.")
    String falseAlarms(String share);

    @Message("Planned work itself takes {hours} h of a machine and year.")
    String plannedWork(String hours);

    @Message("power")
    String power();

    @Message("planned work")
    String planned();

    @Message("false alarms")
    String unneeded();

    @Message("hardware")
    String hardware();

    @Message("storage")
    String storage();

    @Message("software")
    String software();

    @Message("memory")
    String memory();

    @Message("heat")
    String heat();

    @Message("battery")
    String battery();

    @Message("network")
    String network();

    @Message("other")
    String other();
}
