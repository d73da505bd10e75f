package org.cmm.server.simulation;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the parameters of an experiment are called, and their choices. */
@MessageBundle("parameter")
public interface ParameterMessages {

    @Message("Name")
    String ofName();

    @Message("Replications, at most")
    String ofReplications();

    @Message("Enough when the hours down are known to ± (such as 2 %)")
    String ofHalfWidth();

    @Message("Simulated time")
    String ofLength();

    @Message("Before anything counts")
    String ofWarmUp();

    @Message("Begins at")
    String ofStart();

    @Message("Monitoring is simulated by")
    String ofFidelity();

    @Message("its delays: fast")
    String choiceDelays();

    @Message("its samples, as it is: slow")
    String choiceSamples();

    @Message("Seed of chance")
    String ofSeed();

    @Message("How many")
    String ofCount();

    @Message("Between power cuts")
    String ofPowerBetween();

    @Message("A power cut lasts")
    String ofPowerLength();

    @Message("Parts are stressed after it for")
    String ofPowerAftermath();

    @Message("Between cuts of the link")
    String ofLinkBetween();

    @Message("A cut of the link lasts")
    String ofLinkLength();

    @Message("An hour down costs")
    String ofDownHourXaf();

    @Message("A planned hour down costs")
    String ofPlannedHourXaf();

    @Message("Counts as")
    String ofGroup();

    @Message("Works for")
    String ofLife();

    @Message("Ages after power cuts, times as fast")
    String ofStress();

    @Message("Warns before it fails, for")
    String ofWarningLength();

    @Message("Monitoring sees it after")
    String ofWarningSignAfter();

    @Message("Share that monitoring sees")
    String ofWarningSignSensitivity();

    @Message("Or: metric that climbs")
    String ofWarningSignMetric();

    @Message("from its usual value")
    String ofWarningSignUsual();

    @Message("to its value at the failure")
    String ofWarningSignAtFailure();

    @Message("Repairing a failure takes")
    String ofRepairCorrective();

    @Message("Mending it before takes")
    String ofRepairPlanned();

    @Message("Where")
    String ofRepairPlace();

    @Message("Parts for a failure")
    String ofRepairCorrectiveXaf();

    @Message("Parts before")
    String ofRepairPlannedXaf();

    @Message("Spare parts on the shelf")
    String ofStockSpares();

    @Message("The next one arrives after")
    String ofStockDelivery();

    @Message("A repair leaves it")
    String ofRenewal();

    @Message("Faults")
    String ofOverlap();

    @Message("Technicians (or unlimited)")
    String ofCrewTechnicians();

    @Message("They work")
    String ofCrewHours();

    @Message("They travel for")
    String ofCrewTravel();

    @Message("Their hour costs")
    String ofCrewHourXaf();

    @Message("A visit costs")
    String ofCrewVisitXaf();

    @Message("Users call after")
    String ofReportingDelay();

    @Message("Users are there")
    String ofReportingHours();

    @Message("A sample every")
    String ofMonitoringSampling();

    @Message("A delivery every")
    String ofMonitoringDelivery();

    @Message("Silent after")
    String ofMonitoringSilentAfter();

    @Message("False alarms, of a machine and week")
    String ofMonitoringFalseAlarmsPerMachineWeek();

    @Message("Looking into one takes")
    String ofMonitoringFalseAlarmsLook();

    @Message("Share that leads to an outage")
    String ofMonitoringFalseAlarmsOutageShare();

    @Message("That outage lasts")
    String ofMonitoringFalseAlarmsOutage();

    @Message("Processor at night")
    String ofMonitoringLoadIdle();

    @Message("Processor at work")
    String ofMonitoringLoadBusy();

    @Message("Its noise")
    String ofMonitoringLoadNoise();

    @Message("Memory while all is well")
    String ofMonitoringLoadMemory();

    @Message("Disk while all is well")
    String ofMonitoringLoadDisk();

    @Message("Failures are found by")
    String ofNoticing();

    @Message("Care")
    String ofCare();

    @Message("It costs, a machine and month")
    String ofMonthXaf();

    @Message("hardware")
    String choiceHardware();

    @Message("storage")
    String choiceStorage();

    @Message("software")
    String choiceSoftware();

    @Message("memory")
    String choiceMemory();

    @Message("heat")
    String choiceHeat();

    @Message("battery")
    String choiceBattery();

    @Message("network")
    String choiceNetwork();

    @Message("other")
    String choiceOther();

    @Message("as new")
    String choiceAsNew();

    @Message("as old as it was")
    String choiceAsOld();

    @Message("one at a time")
    String choiceOneAtATime();

    @Message("several at once")
    String choiceSeveral();

    @Message("on site")
    String choiceOnSite();

    @Message("from afar")
    String choiceRemote();

    @Message("its users")
    String choiceUsers();

    @Message("monitoring")
    String choiceMonitoring();
}
