package org.cmm.agent.witness;

import java.util.Map;
import java.util.Optional;
import org.cmm.protocol.Evidence;
import org.cmm.protocol.MachineEvent;
import org.cmm.protocol.MachineEventKind;
import org.jspecify.annotations.Nullable;

/**
 * Which events of Windows' log tell why a machine was silent, and what they say. Only numbers and names of data are
 * looked at, because the texts are in the language of the machine. Nobody's account is taken along.
 */
final class LogReading {
    private static final String POWER = "Microsoft-Windows-Kernel-Power";
    private static final String TROUBLESHOOTER = "Microsoft-Windows-Power-Troubleshooter";
    private static final String LOG_SERVICE = "EventLog";
    private static final String SHUTDOWN = "User32";
    private static final int DAY_MILLIS = 86_400_000;

    private LogReading() {}

    /**
     * The query for what is new.
     *
     * @param after the number of the last event already read; 0 when none was, then the last day is enough
     */
    static String query(long after) {
        String recent =
                after > 0 ? "EventRecordID > " + after : "TimeCreated[timediff(@SystemTime) <= " + DAY_MILLIS + "]";
        return "*[System[%s and ((Provider[@Name='%s'] and (EventID=41 or EventID=42 or EventID=107 or EventID=506))"
                        .formatted(recent, POWER)
                + " or (Provider[@Name='%s'] and EventID=1)".formatted(TROUBLESHOOTER)
                + " or (Provider[@Name='%s'] and (EventID=6005 or EventID=6006 or EventID=6008))".formatted(LOG_SERVICE)
                + " or (Provider[@Name='%s'] and EventID=1074))]]".formatted(SHUTDOWN);
    }

    /** What an entry says, if it is one of those. */
    static Optional<MachineEvent> event(LogEntry entry) {
        return switch (entry.source() + " " + entry.id()) {
            case POWER + " 41" -> event(entry, MachineEventKind.UNCLEAN_STOP, crash(entry.data()));
            case POWER + " 42", POWER + " 506" -> event(entry, MachineEventKind.FELL_ASLEEP, null);
            case POWER + " 107" -> event(entry, MachineEventKind.WOKE, null);
            case TROUBLESHOOTER + " 1" -> Optional.of(awoken(entry));
            case LOG_SERVICE + " 6005" -> event(entry, MachineEventKind.MACHINE_STARTED, null);
            case LOG_SERVICE + " 6006" -> event(entry, MachineEventKind.MACHINE_STOPPED, null);
            case LOG_SERVICE + " 6008" -> event(entry, MachineEventKind.UNCLEAN_STOP, null);
            case SHUTDOWN + " 1074" -> event(entry, MachineEventKind.STOP_PLANNED, asked(entry.data()));
            default -> Optional.empty();
        };
    }

    private static Optional<MachineEvent> event(LogEntry entry, MachineEventKind kind, @Nullable String detail) {
        return Optional.of(new MachineEvent(key(entry), kind, Evidence.EVENT_LOG, entry.atMillis(), null, detail));
    }

    private static MachineEvent awoken(LogEntry entry) {
        long woke = LogEntry.millis(entry.data().getOrDefault("WakeTime", "")).orElse(entry.atMillis());
        Long slept = LogEntry.millis(entry.data().getOrDefault("SleepTime", "")).orElse(null);
        return new MachineEvent(key(entry), MachineEventKind.WOKE, Evidence.EVENT_LOG, woke, slept, null);
    }

    /** A number of its own where Windows had crashed, and not the mains. */
    private static @Nullable String crash(Map<String, String> data) {
        String code = data.getOrDefault("BugcheckCode", "0");
        if (!code.matches("\\d{1,10}") || Long.parseLong(code) == 0) {
            return data.getOrDefault("PowerButtonTimestamp", "0").equals("0") ? null : "power-button";
        }
        return "bugcheck 0x%x".formatted(Long.parseLong(code));
    }

    /** The program that asked, without its folder, and the reason as a number. */
    private static String asked(Map<String, String> data) {
        String program = data.getOrDefault("param1", "");
        String name = program.substring(program.lastIndexOf('\\') + 1).replaceAll(" .*", "");
        String text = (name + " " + data.getOrDefault("param4", "")).strip();
        return text.substring(0, Math.min(text.length(), MachineEvent.LONGEST_DETAIL));
    }

    /** Numbers begin anew when somebody clears the log, so the time belongs to the name. */
    private static String key(LogEntry entry) {
        return "log:%d:%d".formatted(entry.record(), entry.atMillis());
    }
}
