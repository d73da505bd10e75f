package org.cmm.agent.witness;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.junit.jupiter.api.Test;

/**
 * On XML written by hand, after Microsoft's published examples of these events and in the form of EvtRender. Not
 * recorded: no Windows was at hand. The texts that Windows translates are in French, and are not looked at.
 */
class LogReadingTest {
    @Test
    void aPowerCutIsAnUncleanStopWithoutACode() {
        MachineEvent event = read(
                xml("Microsoft-Windows-Kernel-Power", "41", "2026-11-24T05:12:09.1234567Z"),
                "<Data Name='BugcheckCode'>0</Data><Data Name='PowerButtonTimestamp'>0</Data>");

        assertThat(event.kind()).isEqualTo(MachineEventKind.UNCLEAN_STOP);
        assertThat(event.evidence()).isEqualTo(Evidence.EVENT_LOG);
        assertThat(event.atMillis())
                .isEqualTo(Instant.parse("2026-11-24T05:12:09.123Z").toEpochMilli());
        assertThat(event.detail()).isNull();
        assertThat(event.key()).isEqualTo("log:4711:" + event.atMillis());
    }

    @Test
    void aCrashHasItsCode() {
        assertThat(read(
                                xml("Microsoft-Windows-Kernel-Power", "41", "2026-11-24T05:12:09Z"),
                                "<Data Name='BugcheckCode'>159</Data><Data Name='PowerButtonTimestamp'>0</Data>")
                        .detail())
                .isEqualTo("bugcheck 0x9f");
    }

    @Test
    void aShutdownNamesTheProgramAndTheReasonButNobody() {
        MachineEvent event = read(
                xml("User32", "1074", "2026-11-24T18:00:00.000000000Z"),
                "<Data Name='param1'>C:\\Windows\\System32\\RuntimeBroker.exe (PC-12)</Data><Data Name='param2'>PC-12</Data>"
                        + "<Data Name='param3'>Autre (non planifié)</Data><Data Name='param4'>0x0</Data>"
                        + "<Data Name='param5'>mettre hors tension</Data><Data Name='param6'></Data>"
                        + "<Data Name='param7'>MAIRIE\\awa</Data>");

        assertThat(event.kind()).isEqualTo(MachineEventKind.STOP_PLANNED);
        assertThat(event.detail()).isEqualTo("RuntimeBroker.exe 0x0");
    }

    @Test
    void wakingTellsSinceWhenTheMachineSlept() {
        MachineEvent event = read(
                xml("Microsoft-Windows-Power-Troubleshooter", "1", "2026-11-24T07:00:03Z"),
                "<Data Name='SleepTime'>2026-11-23T22:00:00.5000000Z</Data>"
                        + "<Data Name='WakeTime'>2026-11-24T07:00:01.0000000Z</Data>");

        assertThat(event.kind()).isEqualTo(MachineEventKind.WOKE);
        assertThat(event.atMillis())
                .isEqualTo(Instant.parse("2026-11-24T07:00:01Z").toEpochMilli());
        assertThat(event.sinceMillis())
                .isEqualTo(Instant.parse("2026-11-23T22:00:00.500Z").toEpochMilli());
    }

    @Test
    void theLogServicesOwnStartAndStopTellOfTheMachine() {
        assertThat(read(xml("EventLog", "6005", "2026-11-24T05:12:20Z"), "").kind())
                .isEqualTo(MachineEventKind.MACHINE_STARTED);
        assertThat(read(xml("EventLog", "6006", "2026-11-24T18:00:10Z"), "").kind())
                .isEqualTo(MachineEventKind.MACHINE_STOPPED);
        assertThat(read(
                                xml("EventLog", "6008", "2026-11-24T05:12:20Z"),
                                "<Data>06:01:44</Data><Data>‎24/‎11/‎2026</Data>")
                        .kind())
                .isEqualTo(MachineEventKind.UNCLEAN_STOP);
    }

    @Test
    void othersOfTheSameNumberSayNothing() {
        assertThat(LogEntry.read(xml("Microsoft-Windows-Ntfs", "41", "2026-11-24T05:12:20Z"))
                        .flatMap(LogReading::event))
                .isEmpty();
        assertThat(LogEntry.read("<Event/>")).isEmpty();
        assertThat(LogEntry.read("")).isEmpty();
    }

    @Test
    void asksForWhatIsNewOnly() {
        assertThat(LogReading.query(0)).contains("timediff(@SystemTime) <= 86400000");
        assertThat(LogReading.query(99)).contains("EventRecordID > 99").doesNotContain("timediff");
    }

    private static MachineEvent read(String xml, String data) {
        return LogEntry.read(xml.replace("DATA", data))
                .flatMap(LogReading::event)
                .orElseThrow();
    }

    private static String xml(String provider, String id, String time) {
        return "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='"
                + provider
                + "' Guid='{331c3b3a-2005-44c2-ac5e-77220c37d6b4}'/><EventID Qualifiers='32768'>" + id
                + "</EventID><Version>9</Version><Level>1</Level><TimeCreated SystemTime='" + time
                + "'/><EventRecordID>4711</EventRecordID><Channel>System</Channel><Computer>PC-12</Computer></System>"
                + "<EventData>DATA</EventData></Event>";
    }
}
