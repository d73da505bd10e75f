package org.cmm.agent.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.WString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Calls of Windows that need no privilege and no performance counter, whose names are translated. Each throws when
 * Windows refuses. Sources: Microsoft's pages on the functions named; layouts of what they write are where it is read.
 */
public final class SystemCalls {
    private static final int FIXED_DRIVE = 3;
    private static final int LETTERS = 26;
    private static final int LENGTH_MISMATCH = 0xC0000004;
    private static final int FIRST_BYTES = 1 << 14;
    private static final int MOST_BYTES = 1 << 25;
    private static final int OPEN_EXISTING = 3;
    private static final int SHARE_READ_WRITE = 3;
    private static final int DISK_PERFORMANCE = 0x70020;
    private static final int DISK_PERFORMANCE_BYTES = 88;
    private static final int RAW_SMBIOS = 0x52534D42;
    private static final int SHUTTING_DOWN = 0x2000;
    private static final int MEMORY_STATUS_BYTES = 64;
    private static final int PERFORMANCE_BYTES = 104;
    private static final int INTERFACE_TABLE_HEAD = 8;
    private static final int INTERFACE_BYTES = 1_352;
    private static final int UNITS_A_MILLI = 10_000;
    private static final long SHARED_BOOT_ID = 0x7FFE02C4L;
    private static final int TIME_OF_DAY_INFORMATION = 3;
    private static final int TIME_OF_DAY_BYTES = 48;
    private static final Pointer INVALID = Pointer.createConstant(-1L);

    /** GetSystemTimes: three FILETIMEs, idle, kernel with idle, user. */
    public NativeBuffer systemTimes() {
        byte[][] times = {new byte[8], new byte[8], new byte[8]};
        Library.KERNEL.demand("GetSystemTimes", times[0], times[1], times[2]);
        var all = ByteBuffer.allocate(24);
        for (byte[] time : times) {
            all.put(time);
        }
        return new NativeBuffer(0, all.array());
    }

    /** GlobalMemoryStatusEx: MEMORYSTATUSEX. */
    public NativeBuffer memoryStatus() {
        byte[] status = sized(MEMORY_STATUS_BYTES);
        Library.KERNEL.demand("GlobalMemoryStatusEx", (Object) status);
        return new NativeBuffer(0, status);
    }

    /** GetPerformanceInfo: PERFORMANCE_INFORMATION, which is no performance counter for all its name. */
    public NativeBuffer performance() {
        byte[] information = sized(PERFORMANCE_BYTES);
        Library.KERNEL.demand("K32GetPerformanceInfo", information, PERFORMANCE_BYTES);
        return new NativeBuffer(0, information);
    }

    /** NtQuerySystemInformation. */
    public NativeBuffer systemInformation(int informationClass) {
        for (long size = FIRST_BYTES; size <= MOST_BYTES; size *= 2) {
            try (var memory = new Memory(size)) {
                byte[] written = new byte[4];
                int status =
                        Library.NATIVE.call("NtQuerySystemInformation", informationClass, memory, (int) size, written);
                if (status == 0) {
                    return new NativeBuffer(
                            Pointer.nativeValue(memory), memory.getByteArray(0, Math.min(number(written), (int) size)));
                }
                if (status != LENGTH_MISMATCH) {
                    throw new IllegalStateException("NtQuerySystemInformation answers %x".formatted(status));
                }
            }
        }
        throw new IllegalStateException("NtQuerySystemInformation wants more than %d bytes".formatted(MOST_BYTES));
    }

    /** Since the machine started, with the time it slept. */
    public long tickMillis() {
        return Library.KERNEL.callLong("GetTickCount64");
    }

    /** Since the machine started, without the time it slept. */
    public long awakeMillis() {
        byte[] time = new byte[8];
        Library.KERNEL.demand("QueryUnbiasedInterruptTime", (Object) time);
        return ByteBuffer.wrap(time).order(ByteOrder.LITTLE_ENDIAN).getLong() / UNITS_A_MILLI;
    }

    /**
     * Names this boot: by the number that Windows 10 and later give it, else by the time at which it began. Read from
     * the page that the kernel shows to every program, KUSER_SHARED_DATA.
     */
    public String bootName() {
        int number = new Pointer(SHARED_BOOT_ID).getInt(0);
        if (number != 0) {
            return "boot " + number;
        }
        byte[] times = new byte[TIME_OF_DAY_BYTES];
        int status = Library.NATIVE.call(
                "NtQuerySystemInformation", TIME_OF_DAY_INFORMATION, times, times.length, new byte[4]);
        if (status != 0) {
            throw new IllegalStateException("NtQuerySystemInformation answers %x".formatted(status));
        }
        return "booted at " + new NativeBuffer(0, times).reader().getLong(0);
    }

    /** Roots of drives built into the machine. Network drives are not touched: one whose server is away would wait. */
    public List<String> fixedDrives() {
        int letters = Library.KERNEL.call("GetLogicalDrives");
        var drives = new ArrayList<String>();
        for (int letter = 0; letter < LETTERS; letter++) {
            String root = (char) ('A' + letter) + ":\\";
            if ((letters >> letter & 1) == 1
                    && Library.KERNEL.call("GetDriveTypeW", new WString(root)) == FIXED_DRIVE) {
                drives.add(root);
            }
        }
        return drives;
    }

    /** GetSystemPowerStatus: SYSTEM_POWER_STATUS. */
    public NativeBuffer powerStatus() {
        byte[] status = new byte[12];
        Library.KERNEL.demand("GetSystemPowerStatus", (Object) status);
        return new NativeBuffer(0, status);
    }

    /** DISK_PERFORMANCE of the physical drive of this number, if there is one and its driver counts. */
    public Optional<NativeBuffer> diskPerformance(int number) {
        var name = new WString("\\\\.\\PhysicalDrive" + number);
        Pointer drive =
                Library.KERNEL.callPointer("CreateFileW", name, 0, SHARE_READ_WRITE, null, OPEN_EXISTING, 0, null);
        if (drive == null || drive.equals(INVALID)) {
            return Optional.empty();
        }
        try {
            byte[] counters = new byte[DISK_PERFORMANCE_BYTES];
            int done = Library.KERNEL.call(
                    "DeviceIoControl", drive, DISK_PERFORMANCE, null, 0, counters, counters.length, new byte[4], null);
            return done == 0 ? Optional.empty() : Optional.of(new NativeBuffer(0, counters));
        } finally {
            Library.KERNEL.call("CloseHandle", drive);
        }
    }

    /** GetIfTable2: MIB_IF_TABLE2, every interface with its counters. */
    public NativeBuffer interfaces() {
        var address = new byte[8];
        int fault = Library.NETWORK.call("GetIfTable2", (Object) address);
        if (fault != 0) {
            throw new IllegalStateException("GetIfTable2 answers %d".formatted(fault));
        }
        var table = new Pointer(
                ByteBuffer.wrap(address).order(ByteOrder.LITTLE_ENDIAN).getLong());
        try {
            return new NativeBuffer(0, table.getByteArray(0, INTERFACE_TABLE_HEAD + table.getInt(0) * INTERFACE_BYTES));
        } finally {
            Library.NETWORK.call("FreeMibTable", table);
        }
    }

    /** GetSystemFirmwareTable: RawSMBIOSData, what the maker wrote into the machine. */
    public NativeBuffer firmware() {
        int size = Library.KERNEL.call("GetSystemFirmwareTable", RAW_SMBIOS, 0, null, 0);
        byte[] table = new byte[Math.max(0, Math.min(size, MOST_BYTES))];
        Library.KERNEL.demand("GetSystemFirmwareTable", RAW_SMBIOS, 0, table, table.length);
        return new NativeBuffer(0, table);
    }

    /** Whether Windows is on its way down. */
    public boolean shuttingDown() {
        return Library.USER.call("GetSystemMetrics", SHUTTING_DOWN) != 0;
    }

    /** A structure whose first field says how long it is. */
    private static byte[] sized(int bytes) {
        return ByteBuffer.allocate(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(bytes)
                .array();
    }

    private static int number(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt();
    }
}
