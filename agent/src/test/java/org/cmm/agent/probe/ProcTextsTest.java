package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.cmm.agent.probe.ProcTexts.Mount;
import org.junit.jupiter.api.Test;

class ProcTextsTest {
    private static final Path ROOT = Path.of("/");

    private static final String MEMINFO = """
            MemTotal:       16000 kB
            MemFree:         1000 kB
            MemAvailable:   12000 kB
            SwapTotal:       2000 kB
            SwapFree:        1500 kB
            """;

    @Test
    void countsWaitingForDisksAsIdleAndGuestsOnce() {
        assertThat(ProcTexts.cpuTicks("cpu  10 1 9 70 5 2 2 1 99 99\ncpu0 1 2 3\n"))
                .isEqualTo(new CpuTicks(25, 100));
    }

    @Test
    void takesWhatCouldBeFreedForFree() {
        assertThat(ProcTexts.memory(MEMINFO)).isEqualTo(new Capacity(4_000 * 1_024, 16_000 * 1_024));
        assertThat(ProcTexts.swap(MEMINFO)).isEqualTo(new Capacity(500 * 1_024, 2_000 * 1_024));
    }

    @Test
    void anOldKernelThatDoesNotTellIsNotPlausible() {
        assertThat(ProcTexts.memory("MemTotal: 100 kB\nMemFree: 50 kB\n").plausible())
                .isFalse();
    }

    @Test
    void countsADiskOnceHoweverOftenItIsMounted() {
        String mounts = """
                proc /proc proc rw 0 0
                /dev/sda1 / ext4 rw 0 0
                /dev/sda1 /srv/bound ext4 rw 0 0
                /dev/sdb1 /media/old\\040disk ext4 rw 0 0
                server:/home /home nfs rw 0 0
                tmpfs /run tmpfs rw 0 0
                /dev/loop3 /snap/core squashfs ro 0 0
                """;

        assertThat(ProcTexts.mounts(mounts, ROOT))
                .containsExactly(new Mount("/dev/sda1", "/"), new Mount("/dev/sdb1", "/media/old disk"));
    }

    @Test
    void takesTheRootOfAContainerForItsDisk() {
        assertThat(ProcTexts.mounts("overlay / overlay rw 0 0\n", ROOT)).containsExactly(new Mount("overlay", "/"));
    }

    @Test
    void seesTheDisksOfTheMachineThroughTheFolderThatAContainerHasThemIn() {
        String mounts = """
                overlay / overlay rw 0 0
                /dev/sda1 /data ext4 rw 0 0
                /dev/sda1 /host ext4 ro 0 0
                /dev/sda2 /host/home ext4 ro 0 0
                /dev/sdb1 /hostile ext4 ro 0 0
                """;

        assertThat(ProcTexts.mounts(mounts, Path.of("/host")))
                .containsExactly(new Mount("/dev/sda1", "/"), new Mount("/dev/sda2", "/home"));
    }

    @Test
    void readsSectorsAsBytes() {
        assertThat(ProcTexts.disks(" 8 0 sda 10 0 200 5 20 0 400 7 0 1 2 0 0 0 0\n"))
                .containsExactly(new Traffic("sda", 200 * 512, 400 * 512));
    }

    @Test
    void readsInterfacesEvenWithoutABlankBehindTheColon() {
        String dev = """
                Inter-|   Receive                          |  Transmit
                 face |bytes    packets errs drop fifo frame compressed multicast|bytes
                  eth0:1000 5 0 0 0 0 0 0 2000 6 0 0 0 0 0 0
                """;

        assertThat(ProcTexts.interfaces(dev)).containsExactly(new Traffic("eth0", 1_000, 2_000));
    }

    @Test
    void readsAProcessWhoseNameHoldsBracketsAndBlanks() {
        String stat =
                "42 (a (b) c) S 1 42 42 0 -1 4194560 1 2 3 4 150 50 0 0 20 0 1 0 99 1000000 25 18446744073709551615";

        assertThat(ProcTexts.process(stat, 4_096)).isEqualTo(new ProcessUse("a (b) c", 42, 2_000, 25 * 4_096));
    }

    @Test
    void readsUptimeAndLoad() {
        assertThat(ProcTexts.uptime("90.50 1.0\n")).isEqualTo(Duration.ofMillis(90_500));
        assertThat(ProcTexts.loadAverage("0.42 0.30 0.20 1/100 999\n")).isEqualTo(0.42);
    }

    @Test
    void readsValuesWithAndWithoutQuotes() {
        assertThat(ProcTexts.value("NAME=\"Debian GNU/Linux\"\nVERSION_ID=12\n", "NAME", '='))
                .contains("Debian GNU/Linux");
        assertThat(ProcTexts.value("model name\t: AMD\n", "model name", ':')).contains("AMD");
        assertThat(ProcTexts.value("NAME=\n", "NAME", '=')).isEmpty();
    }

    @Test
    void tellsRealInterfacesFromVirtualOnes() {
        assertThat(RealInterfaces.isReal("eth0")).isTrue();
        assertThat(RealInterfaces.isReal("Intel(R) Ethernet Connection")).isTrue();
        assertThat(RealInterfaces.isReal("lo")).isFalse();
        assertThat(RealInterfaces.isReal("br-12ab")).isFalse();
        assertThat(RealInterfaces.isReal("Software Loopback Interface 1")).isFalse();
    }

    @Test
    void takesAMakersBlankForNoNumber() {
        assertThat(ProcTexts.hardwareId("4C4C4544-0051-3210-8052-B4C04F4D3332\n"))
                .contains("4c4c4544005132108052b4c04f4d3332");
        assertThat(ProcTexts.hardwareId("00000000-0000-0000-0000-000000000000")).isEmpty();
        assertThat(ProcTexts.hardwareId("none")).isEmpty();
    }
}
