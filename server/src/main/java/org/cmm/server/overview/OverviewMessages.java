package org.cmm.server.overview;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** Sentences of the fleet page and of a server's page. */
@MessageBundle("overview")
public interface OverviewMessages {

    @Message("Fleet")
    String fleet();

    @Message("All {total} machines are well")
    String allWell(String total);

    @Message("The machine is well")
    String oneWell();

    @Message("{count} of {total} machines need attention")
    String attention(String count, String total);

    @Message("1 of {total} machines needs attention")
    String attentionOne(String total);

    @Message("{count} not heard of yet")
    String waitingCount(String count);

    @Message("updated")
    String updated();

    @Message("now")
    String now();

    @Message("Add a machine")
    String addMachine();

    @Message("No machines yet")
    String emptyFleet();

    @Message(
            "Every machine that you put under watch appears here, the worst first. Begin with this one: it takes one command.")
    String emptyFleetHint();

    @Message("Ask an administrator to enrol the first machine.")
    String emptyFleetAsk();

    @Message("Nothing matches")
    String noMatch();

    @Message("Show all machines")
    String showAll();

    @Message("Find name, ID, IP, owner, tag")
    String find();

    @Message("Find")
    String findButton();

    @Message("Without a site")
    String noSite();

    @Message("All sites")
    String allSites();

    @Message("Sites in short")
    String strip();

    @Message("and {count} more sites")
    String moreSites(int count);

    @Message("State")
    String states();

    @Message("Critical")
    String critical();

    @Message("Warning")
    String warning();

    @Message("Notice")
    String info();

    @Message("Silent")
    String silent();

    @Message("Not heard of yet")
    String waiting();

    @Message("Up")
    String up();

    @Message("Retired")
    String retired();

    @Message("Machine")
    String machine();

    @Message("Site")
    String site();

    @Message("CPU")
    String cpu();

    @Message("Memory")
    String memory();

    @Message("Fullest disk")
    String disk();

    @Message("Disk {mountPoint}")
    String diskAt(String mountPoint);

    @Message("CPU, last hour")
    String cpuHour();

    @Message("Up for")
    String upFor();

    @Message("Worst first")
    String worstFirst();

    @Message("{from}–{to} of {total}")
    String range(String from, String to, String total);

    @Message("Earlier page")
    String previous();

    @Message("Next page")
    String next();

    // Why a machine is in its state.

    @Message("CPU at {value} for {time}")
    String reasonCpu(String value, String time);

    @Message("Memory at {value} for {time}")
    String reasonMemory(String value, String time);

    @Message("CPU was at {peak}, now at {value}; alert for {time}")
    String reasonCpuBack(String peak, String value, String time);

    @Message("Memory was at {peak}, now at {value}; alert for {time}")
    String reasonMemoryBack(String peak, String value, String time);

    @Message("Disk {mountPoint} at {value} for {time}")
    String reasonDisk(String mountPoint, String value, String time);

    @Message("{name} at {value} for {time}")
    String reasonHigh(String name, String value, String time);

    @Message("{name} only {value}, for {time}")
    String reasonLow(String name, String value, String time);

    @Message("{name} grows by {value}, for {time}")
    String reasonRise(String name, String value, String time);

    @Message("{name} falls by {value}, for {time}")
    String reasonFall(String name, String value, String time);

    @Message("{name}: no reading for {time}")
    String reasonMissing(String name, String time);

    @Message("Restarted {count} times of late; alert for {time}")
    String reasonRestarts(String count, String time);

    @Message("{name} unusual for this hour, {times} times the usual spread; alert for {time}")
    String reasonUnusual(String name, String times, String time);

    @Message("Silent since {time}")
    String reasonSilent(String time);

    @Message("{reason} · and {count} more")
    String reasonMore(String reason, int count);

    @Message("Waiting for the first sample. Has its agent been started?")
    String reasonWaiting();

    @Message("last {time}")
    String last(String time);

    // One server.

    @Message("All is well.")
    String wellSentence();

    @Message("Out of watch since {time}. Its history stays.")
    String retiredSentence(String time);

    @Message("Restore")
    String restore();

    @Message("Change")
    String change();

    @Message("IP address")
    String address();

    @Message("Owner")
    String owner();

    @Message("Environment")
    String environment();

    @Message("Cloud")
    String cloud();

    @Message("On premise")
    String onPremise();

    @Message("System")
    String system();

    @Message("Processor")
    String processor();

    @Message("{count} logical processors")
    String logicalProcessors(int count);

    @Message("Agent")
    String agent();

    @Message("Measured")
    String measured();

    @Message("every {interval}")
    String every(String interval);

    @Message("every {interval}, delivered every {delivery}")
    String everyDelivered(String interval, String delivery);

    @Message("Power")
    String power();

    @Message("on battery")
    String onBattery();

    @Message("on battery, {charge}")
    String onBatteryAt(String charge);

    @Message("mains")
    String onMains();

    @Message("mains, battery at {charge}")
    String onMainsAt(String charge);

    @Message("Last sample")
    String lastSample();

    @Message("Samples lost")
    String dropped();

    @Message("{count}: the agent's disk had no room to keep them")
    String spoolWasFull(String count);

    @Message("Clock")
    String clock();

    @Message("right")
    String clockRight();

    @Message("{time} slow, corrected")
    String clockSlow(String time);

    @Message("{time} fast, corrected")
    String clockFast(String time);

    @Message("Tags")
    String tags();

    @Message("Notes")
    String notes();

    @Message("Time span")
    String span();

    @Message("1 h")
    String hour();

    @Message("24 h")
    String day();

    @Message("7 d")
    String week();

    @Message("30 d")
    String month();

    @Message("1 y")
    String year();

    @Message("Later")
    String later();

    @Message("CPU")
    String chartCpu();

    @Message("Memory")
    String chartMemory();

    @Message("Disks")
    String chartDisks();

    @Message("Network")
    String chartNetwork();

    @Message("Disk throughput")
    String chartThroughput();

    @Message("Load")
    String chartLoad();

    @Message("Processes")
    String chartProcesses();

    @Message("Battery")
    String chartBattery();

    @Message("received")
    String receive();

    @Message("read")
    String read();

    @Message("written")
    String write();

    @Message("What used most, {time}")
    String processes(String time);

    @Message("silent since")
    String silentSince();

    @Message("{reason}, mostly {process} ({use})")
    String culprit(String reason, String process, String use);

    @Message("Started")
    String started();
}
