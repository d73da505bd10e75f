package org.cmm.agent.probe;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.cmm.agent.windows.NativeBuffer;

/** Reads what Windows' calls write, by the layouts of its 64-bit headers. */
final class WindowsBuffers {
    private static final int PAGE_BYTES = 4_096;
    private static final int UNITS_A_MILLI = 10_000;
    private static final int UNKNOWN = 255;
    private static final int NO_BATTERY = 128;
    private static final int INTERFACE_BYTES = 1_352;
    private static final int HARDWARE = 1;
    private static final int FILTER = 2;
    private static final int SYSTEM_INFORMATION = 1;
    private static final int ID_AT = 8;
    private static final int ID_BYTES = 16;

    private WindowsBuffers() {}

    /** From GetSystemTimes: idle time is part of kernel time. */
    static CpuTicks cpuTicks(NativeBuffer times) {
        ByteBuffer in = times.reader();
        long idle = in.getLong(0);
        long total = in.getLong(8) + in.getLong(16);
        return new CpuTicks(total - idle, total);
    }

    /** From MEMORYSTATUSEX. */
    static Capacity memory(NativeBuffer status) {
        ByteBuffer in = status.reader();
        long total = in.getLong(8);
        return new Capacity(total - in.getLong(16), total);
    }

    /** From SystemPageFileInformation, all page files together; a total of 0 where there is none. */
    static Capacity pageFiles(NativeBuffer information) {
        ByteBuffer in = information.reader();
        long used = 0;
        long total = 0;
        for (int at : entries(in)) {
            total += Integer.toUnsignedLong(in.getInt(at + 4)) * PAGE_BYTES;
            used += Integer.toUnsignedLong(in.getInt(at + 8)) * PAGE_BYTES;
        }
        return new Capacity(used, total);
    }

    /** From PERFORMANCE_INFORMATION. */
    static int processCount(NativeBuffer information) {
        return information.reader().getInt(92);
    }

    /** From SystemProcessInformation, without the process that stands for idling. */
    static List<ProcessUse> processes(NativeBuffer information) {
        ByteBuffer in = information.reader();
        var processes = new ArrayList<ProcessUse>();
        for (int at : entries(in)) {
            long pid = in.getLong(at + 80);
            if (pid != 0) {
                long units = in.getLong(at + 40) + in.getLong(at + 48);
                processes.add(new ProcessUse(name(information, at), pid, units / UNITS_A_MILLI, in.getLong(at + 144)));
            }
        }
        return processes;
    }

    private static String name(NativeBuffer information, int entry) {
        int bytes = Short.toUnsignedInt(information.reader().getShort(entry + 56));
        long from = information.reader().getLong(entry + 64) - information.address();
        boolean inside = bytes > 0 && from >= 0 && from + bytes <= information.bytes().length;
        return inside ? new String(information.bytes(), (int) from, bytes, StandardCharsets.UTF_16LE) : "System";
    }

    /** From DISK_PERFORMANCE. */
    static Traffic disk(int number, NativeBuffer performance) {
        ByteBuffer in = performance.reader();
        return new Traffic("PhysicalDrive" + number, in.getLong(0), in.getLong(8));
    }

    /**
     * From MIB_IF_TABLE2: those that are not virtual by name or description and, unless none has, with hardware behind
     * them. Filters repeat the traffic of what they stand upon.
     */
    static List<Traffic> interfaces(NativeBuffer table) {
        ByteBuffer in = table.reader();
        var physical = new ArrayList<Traffic>();
        var named = new ArrayList<Traffic>();
        for (int row = 0; row < in.getInt(0); row++) {
            int at = 8 + row * INTERFACE_BYTES;
            int flags = in.get(at + 1_152);
            String name = text(in, at + 28);
            if ((flags & FILTER) == 0 && RealInterfaces.isReal(name) && RealInterfaces.isReal(text(in, at + 542))) {
                var one = new Traffic(name, in.getLong(at + 1_208), in.getLong(at + 1_280));
                ((flags & HARDWARE) != 0 ? physical : named).add(one);
            }
        }
        return List.copyOf(physical.isEmpty() ? named : physical);
    }

    /** From SYSTEM_POWER_STATUS; empty on a machine without battery. */
    static Optional<PowerSupply> power(NativeBuffer status) {
        ByteBuffer in = status.reader();
        int flags = Byte.toUnsignedInt(in.get(1));
        if (flags == UNKNOWN || (flags & NO_BATTERY) != 0) {
            return Optional.empty();
        }
        int line = Byte.toUnsignedInt(in.get(0));
        int percent = Byte.toUnsignedInt(in.get(2));
        return Optional.of(new PowerSupply(
                line > 1 ? Optional.empty() : Optional.of(line == 1),
                percent > 100 ? Optional.empty() : Optional.of(percent / 100.0)));
    }

    /**
     * From RawSMBIOSData: the number that the maker gave this machine; empty where he gave none, which shows as all
     * zeroes or all ones.
     */
    static Optional<String> hardwareId(NativeBuffer firmware) {
        ByteBuffer in = firmware.reader();
        int at = 8;
        while (at + ID_AT + ID_BYTES <= in.limit()) {
            int length = Byte.toUnsignedInt(in.get(at + 1));
            if (in.get(at) == SYSTEM_INFORMATION && length >= ID_AT + ID_BYTES) {
                String id = HexFormat.of().formatHex(firmware.bytes(), at + ID_AT, at + ID_AT + ID_BYTES);
                boolean none = id.equals("0".repeat(2 * ID_BYTES)) || id.equals("f".repeat(2 * ID_BYTES));
                return none ? Optional.empty() : Optional.of(id);
            }
            at = afterTexts(in, at + Math.max(4, length));
        }
        return Optional.empty();
    }

    /** The texts of a structure end with two zeroes. */
    private static int afterTexts(ByteBuffer in, int from) {
        int at = from;
        while (at + 1 < in.limit() && in.getShort(at) != 0) {
            at++;
        }
        return at + 2;
    }

    /** Where each entry begins; the first field of each says how far it is to the next, 0 in the last. */
    private static List<Integer> entries(ByteBuffer in) {
        var entries = new ArrayList<Integer>();
        int at = 0;
        while (at + 16 <= in.limit()) {
            entries.add(at);
            int next = in.getInt(at);
            if (next <= 0) {
                break;
            }
            at += next;
        }
        return entries;
    }

    private static String text(ByteBuffer in, int from) {
        var text = new StringBuilder();
        for (int at = from; in.getChar(at) != 0; at += 2) {
            text.append(in.getChar(at));
        }
        return text.toString();
    }
}
