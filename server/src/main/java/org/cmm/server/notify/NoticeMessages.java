package org.cmm.server.notify;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of the notices themselves. */
@MessageBundle("notice")
public interface NoticeMessages {

    @Message("CRITICAL")
    String critical();

    @Message("Warning")
    String warning();

    @Message("Notice")
    String info();

    @Message("Over")
    String over();

    @Message("Drill: {headline}")
    String drill(String headline);

    @Message("This is a drill that somebody ordered on a test machine; nothing is broken.")
    String lineDrill();

    @Message("{severity}: {where}: {what}")
    String headline(String severity, String where, String what);

    @Message("{name} ({code})")
    String machine(String name, String code);

    @Message("{place}, {site}")
    String atSite(String place, String site);

    @Message("the whole of {site}, all {machines} machines")
    String wholeSite(String site, String machines);

    @Message("{site}, {machines} of {of} machines")
    String partOfSite(String site, String machines, String of);

    @Message("Machines: {names}")
    String lineMachines(String names);

    @Message("{names} and {count} more")
    String andMore(String names, String count);

    @Message("CPU")
    String cpu();

    @Message("Memory")
    String memory();

    @Message("Disk {part}")
    String disk(String part);

    @Message("silent")
    String silent();

    @Message("silent")
    String severalSilent();

    @Message("trouble")
    String trouble();

    @Message("{name} {value}")
    String measured(String name, String value);

    @Message("{text}, at {level} or more")
    String against(String text, String level);

    @Message("{text}, at {level} or less")
    String againstLow(String text, String level);

    @Message("{name} grows by {value}")
    String grows(String name, String value);

    @Message("{name} falls by {value}")
    String falls(String name, String value);

    @Message("{name}: no reading for {time}")
    String missing(String name, String time);

    @Message("Restarted, {count} times of late")
    String restarts(String count);

    @Message("{name}: unusual for this hour, {times} times the usual spread")
    String unusual(String name, String times);

    @Message("What: {text}")
    String lineWhat(String text);

    @Message("Also: {text}")
    String lineAlso(String text);

    @Message("Where: {text}")
    String lineWhere(String text);

    @Message("Since: {time}, for {duration}")
    String lineSince(String time, String duration);

    @Message("Over since {time}, after {duration}")
    String lineOver(String time, String duration);

    @Message("Trend: {text}")
    String lineTrend(String text);

    @Message("steady in the last hour")
    String steady();

    @Message("rising by {amount} an hour")
    String rising(String amount);

    @Message("falling by {amount} an hour")
    String falling(String amount);

    @Message("Busiest processes: {list}")
    String lineProcesses(String list);

    @Message("Probable cause: {cause}")
    String lineCause(String cause);

    @Message("{cause} ({certainty})")
    String causeWith(String cause, String certainty);

    @Message("What to do: {text}")
    String lineAdvice(String text);

    @Message("Why now: {text}")
    String lineWhy(String text);

    // Why people are told.

    @Message("it got worse")
    String whyWorsened();

    @Message("it came back")
    String whyReopened();

    @Message("it comes and goes; CMM says so once and is quiet until it settles")
    String whyFlapping();

    @Message("it was acknowledged, and nobody has ended it within the time")
    String whyUnacknowledged();

    @Message("the maintenance window is over and it is still there")
    String whyWindowOver();

    @Message("the cause is another than you were told, and so is what to do")
    String whyCauseRevised();

    @Message("nobody acknowledged it within {duration}; you are next")
    String whyEscalated(String duration);

    // What to do.

    @Message("see which process is busy and whether it should be; end it or spread the load.")
    String adviceCpu();

    @Message("see which process holds most memory; restart it, or add memory if this is usual.")
    String adviceMemory();

    @Message("empty the bin, old logs and downloads; see which folder grows, before programs can no longer save.")
    String adviceDisk();

    @Message("see whether the machine is on and has power, then its cable or Wi-Fi, then the agent’s service.")
    String adviceSilent();

    @Message("see whether the site has power, then its router and its link.")
    String adviceSite();

    @Message("see its socket, fuse and UPS; once there is power, see that it starts and that nothing was damaged.")
    String advicePower();

    @Message(
            "ask somebody there whether the power is back; once it is, see that every machine starts, and the UPS’s batteries.")
    String adviceSitePower();

    @Message("the machine probably runs on: see its cable or Wi-Fi and the switch. What it measured comes later.")
    String adviceLink();

    @Message(
            "the machines probably run on: see the router and its link, and whether there is credit left. What they measured comes later.")
    String adviceSiteLink();

    @Message("start it again; its page shows what it said last. If this returns, look at its disk and memory.")
    String adviceCrash();

    @Message("start the agent’s service on the machine; the machine itself probably works.")
    String adviceAgent();

    @Message("nothing at the machine; you are told when it is over.")
    String adviceWait();

    @Message("look at the machine’s page.")
    String adviceOther();

    // Causes.

    @Message("power cut")
    String causePower();

    @Message("network link")
    String causeLink();

    @Message("crash")
    String causeCrash();

    @Message("planned shutdown or restart")
    String causePlanned();

    @Message("sleep")
    String causeSleep();

    @Message("agent stopped")
    String causeAgent();

    @Message("CMM itself")
    String causeCmm();

    @Message("certain")
    String certain();

    @Message("likely")
    String likely();

    @Message("possible")
    String possible();

    // Text messages: short words, one segment.

    @Message("since {time}")
    String briefSince(String time);

    @Message("after {duration}")
    String briefAfter(String duration);

    @Message("cause: {cause}")
    String briefCause(String cause);

    @Message("nobody acknowledged")
    String briefEscalated();

    // Digests.

    @Message("{count} notices: {wrong} still wrong, {over} over")
    String digestTitle(String count, String wrong, String over);

    @Message("They waited for {duration}, because of a cut or your quiet hours.")
    String digestWaited(String duration);

    @Message("Still wrong:")
    String digestWrong();

    @Message("Over by now:")
    String digestOver();

    @Message("and {count} more")
    String digestMore(String count);

    // A test.

    @Message("CMM: a test")
    String testTitle();

    @Message("This is how notices reach you. Nothing is the matter. Sent by {name}.")
    String testBody(String name);

    @Message("CMM: a test. Nothing is the matter.")
    String testBrief();
}
