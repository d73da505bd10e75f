package org.cmm.core.demo;

import java.util.List;

/** What kind of computer a machine is. */
public enum Model {
    OFFICE_PC("Windows 10 Pro", "Intel Core i5-7400", 4, 8, List.of("C:", "D:"), Busy.OFFICE),
    OLD_PC("Windows 7 Pro", "Intel Pentium G2030", 2, 4, List.of("C:"), Busy.OFFICE),
    LAPTOP("Windows 11 Pro", "Intel Core i5-1135G7", 8, 16, List.of("C:"), Busy.OFFICE),
    SCHOOL_PC("Windows 11 Education", "AMD Ryzen 3 3200G", 4, 8, List.of("C:"), Busy.OFFICE),
    WINDOWS_SERVER("Windows Server 2019", "Intel Xeon E-2224", 4, 16, List.of("C:", "D:"), Busy.SERVER),
    LINUX_SERVER("Debian GNU/Linux 12", "Intel Xeon Silver 4208", 16, 32, List.of("/", "/srv", "/var"), Busy.SERVER),
    CLOUD("Ubuntu 24.04 LTS", "AMD EPYC 7B13", 2, 4, List.of("/"), Busy.SERVER);

    private static final List<String> ON_WINDOWS =
            List.of("chrome.exe", "MsMpEng.exe", "EXCEL.EXE", "explorer.exe", "SearchIndexer.exe", "OUTLOOK.EXE");
    private static final List<String> ON_LINUX =
            List.of("postgres", "java", "nginx", "systemd-journald", "sshd", "fail2ban-server");

    private final String system;
    private final String processor;
    private final int cores;
    private final int memoryGibibytes;
    private final List<String> disks;
    private final Busy busy;

    Model(String system, String processor, int cores, int memoryGibibytes, List<String> disks, Busy busy) {
        this.system = system;
        this.processor = processor;
        this.cores = cores;
        this.memoryGibibytes = memoryGibibytes;
        this.disks = disks;
        this.busy = busy;
    }

    /** How much a machine uses, as shares of the whole. */
    enum Busy {
        OFFICE(0.02, 0.30, 0.38),
        SERVER(0.09, 0.42, 0.52);

        private final double idle;
        private final double working;
        private final double memory;

        /**
         * @param idle of its processor, when nobody works
         * @param working of it on top, in the busiest hours
         * @param memory of its memory, when nobody works
         */
        Busy(double idle, double working, double memory) {
            this.idle = idle;
            this.working = working;
            this.memory = memory;
        }

        double idle() {
            return idle;
        }

        double working() {
            return working;
        }

        double memory() {
            return memory;
        }
    }

    public boolean isWindows() {
        return system.startsWith("Windows");
    }

    boolean isServer() {
        return busy == Busy.SERVER;
    }

    public String family() {
        return isWindows() ? "Windows" : "Linux";
    }

    public String system() {
        return system;
    }

    public String processor() {
        return processor;
    }

    public int cores() {
        return cores;
    }

    public long memoryBytes() {
        return (long) memoryGibibytes << 30;
    }

    List<String> disks() {
        return disks;
    }

    Busy busy() {
        return busy;
    }

    public List<String> processes() {
        return isWindows() ? ON_WINDOWS : ON_LINUX;
    }
}
