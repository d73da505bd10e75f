package org.cmm.server.simulation;

import static java.util.Map.entry;

import java.util.Map;
import java.util.function.Function;

/** Parameters and choices by their keys in the file. */
final class ParameterNames {

    private static final Map<String, Function<ParameterMessages, String>> NAMES = Map.ofEntries(
            entry("name", ParameterMessages::ofName),
            entry("replications", ParameterMessages::ofReplications),
            entry("half-width", ParameterMessages::ofHalfWidth),
            entry("length", ParameterMessages::ofLength),
            entry("warm-up", ParameterMessages::ofWarmUp),
            entry("start", ParameterMessages::ofStart),
            entry("fidelity", ParameterMessages::ofFidelity),
            entry("=delays", ParameterMessages::choiceDelays),
            entry("=samples", ParameterMessages::choiceSamples),
            entry("seed", ParameterMessages::ofSeed),
            entry("count", ParameterMessages::ofCount),
            entry("power.between", ParameterMessages::ofPowerBetween),
            entry("power.length", ParameterMessages::ofPowerLength),
            entry("power.aftermath", ParameterMessages::ofPowerAftermath),
            entry("link.between", ParameterMessages::ofLinkBetween),
            entry("link.length", ParameterMessages::ofLinkLength),
            entry("down-hour-xaf", ParameterMessages::ofDownHourXaf),
            entry("planned-hour-xaf", ParameterMessages::ofPlannedHourXaf),
            entry("group", ParameterMessages::ofGroup),
            entry("life", ParameterMessages::ofLife),
            entry("stress", ParameterMessages::ofStress),
            entry("warning.length", ParameterMessages::ofWarningLength),
            entry("warning.sign.after", ParameterMessages::ofWarningSignAfter),
            entry("warning.sign.sensitivity", ParameterMessages::ofWarningSignSensitivity),
            entry("warning.sign.metric", ParameterMessages::ofWarningSignMetric),
            entry("warning.sign.usual", ParameterMessages::ofWarningSignUsual),
            entry("warning.sign.at-failure", ParameterMessages::ofWarningSignAtFailure),
            entry("repair.corrective", ParameterMessages::ofRepairCorrective),
            entry("repair.planned", ParameterMessages::ofRepairPlanned),
            entry("repair.place", ParameterMessages::ofRepairPlace),
            entry("repair.corrective-xaf", ParameterMessages::ofRepairCorrectiveXaf),
            entry("repair.planned-xaf", ParameterMessages::ofRepairPlannedXaf),
            entry("stock.spares", ParameterMessages::ofStockSpares),
            entry("stock.delivery", ParameterMessages::ofStockDelivery),
            entry("renewal", ParameterMessages::ofRenewal),
            entry("overlap", ParameterMessages::ofOverlap),
            entry("crew.technicians", ParameterMessages::ofCrewTechnicians),
            entry("crew.hours", ParameterMessages::ofCrewHours),
            entry("crew.travel", ParameterMessages::ofCrewTravel),
            entry("crew.hour-xaf", ParameterMessages::ofCrewHourXaf),
            entry("crew.visit-xaf", ParameterMessages::ofCrewVisitXaf),
            entry("reporting.delay", ParameterMessages::ofReportingDelay),
            entry("reporting.hours", ParameterMessages::ofReportingHours),
            entry("monitoring.sampling", ParameterMessages::ofMonitoringSampling),
            entry("monitoring.delivery", ParameterMessages::ofMonitoringDelivery),
            entry("monitoring.silent-after", ParameterMessages::ofMonitoringSilentAfter),
            entry("monitoring.false-alarms.per-machine-week", ParameterMessages::ofMonitoringFalseAlarmsPerMachineWeek),
            entry("monitoring.false-alarms.look", ParameterMessages::ofMonitoringFalseAlarmsLook),
            entry("monitoring.false-alarms.outage-share", ParameterMessages::ofMonitoringFalseAlarmsOutageShare),
            entry("monitoring.false-alarms.outage", ParameterMessages::ofMonitoringFalseAlarmsOutage),
            entry("monitoring.load.idle", ParameterMessages::ofMonitoringLoadIdle),
            entry("monitoring.load.busy", ParameterMessages::ofMonitoringLoadBusy),
            entry("monitoring.load.noise", ParameterMessages::ofMonitoringLoadNoise),
            entry("monitoring.load.memory", ParameterMessages::ofMonitoringLoadMemory),
            entry("monitoring.load.disk", ParameterMessages::ofMonitoringLoadDisk),
            entry("noticing", ParameterMessages::ofNoticing),
            entry("care", ParameterMessages::ofCare),
            entry("month-xaf", ParameterMessages::ofMonthXaf),
            entry("=hardware", ParameterMessages::choiceHardware),
            entry("=storage", ParameterMessages::choiceStorage),
            entry("=software", ParameterMessages::choiceSoftware),
            entry("=memory", ParameterMessages::choiceMemory),
            entry("=heat", ParameterMessages::choiceHeat),
            entry("=battery", ParameterMessages::choiceBattery),
            entry("=network", ParameterMessages::choiceNetwork),
            entry("=other", ParameterMessages::choiceOther),
            entry("=as-new", ParameterMessages::choiceAsNew),
            entry("=as-old", ParameterMessages::choiceAsOld),
            entry("=one-at-a-time", ParameterMessages::choiceOneAtATime),
            entry("=several", ParameterMessages::choiceSeveral),
            entry("=on-site", ParameterMessages::choiceOnSite),
            entry("=remote", ParameterMessages::choiceRemote),
            entry("=users", ParameterMessages::choiceUsers),
            entry("=monitoring", ParameterMessages::choiceMonitoring));

    private final ParameterMessages messages;

    ParameterNames(ParameterMessages messages) {
        this.messages = messages;
    }

    /** What people call the parameter. */
    String of(String path) {
        return name(path, path);
    }

    /** What people call a choice. */
    String ofChoice(String choice) {
        return name("=" + choice, choice);
    }

    private String name(String key, String otherwise) {
        Function<ParameterMessages, String> name = NAMES.get(key);
        return name == null ? otherwise : name.apply(messages);
    }
}
