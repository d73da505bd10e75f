package org.cmm.agent.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.Objects;
import java.util.Optional;
import org.cmm.agent.windows.NativeBuffer;
import org.junit.jupiter.api.Test;

/** On bytes recorded from Wine 10, which lays them out as Windows does; where it says so, on bytes made by hand. */
class WindowsBuffersTest {
    private static final long PROCESSES_AT = 0x7f78ee6ef6f0L;
    private static final String FIRMWARE = """
            000300001501000000180000000000e0000008000000000000000000ffffffff0000011b010000000001ffffffffffffffffffffffffffffffff\
            06000053797374656d2053657269616c204e756d6265720000031502000002000100020202020000000000000003""";

    @Test
    void tellsProcessorTimeWithoutIdling() {
        CpuTicks ticks = WindowsBuffers.cpuTicks(hex("00c5b6ea20000000200afd4826000000a07551f421000000"));

        assertThat(ticks.total()).isEqualTo(0x2648fd0a20L + 0x21f45175a0L);
        assertThat(ticks.busy()).isEqualTo(ticks.total() - 0x20eab6c500L);
    }

    @Test
    void tellsPhysicalMemory() {
        Capacity memory = WindowsBuffers.memory(hex(
                "400000000600000000f098e20500000000e0e78605000000001099e20500000000e0e786050000000000feffff7f0000"));

        assertThat(memory).isEqualTo(new Capacity(0x05e298f000L - 0x0586e7e000L, 0x05e298f000L));
    }

    @Test
    void countsProcesses() {
        var information = hex(
                "6800000000000000f4cf05000000000091295e000000000000000000000000008f295e00000000009d595800000000000000"
                        + "0000000000000000000000000000000000000000000000000000000000000010000000000000c0020000070000003700000000000000");

        assertThat(WindowsBuffers.processCount(information)).isEqualTo(7);
    }

    @Test
    void listsProcessesWithTheirNames() {
        assertThat(WindowsBuffers.processes(recorded("wine-processes.bin", PROCESSES_AT)))
                .hasSize(7)
                .contains(
                        new ProcessUse("java.exe", 32, 450, 103_337_984),
                        new ProcessUse("services.exe", 56, 100, 17_063_936),
                        new ProcessUse("svchost.exe", 148, 10, 11_288_576));
    }

    @Test
    void aNameThatLiesOutsideIsNotRead() {
        assertThat(WindowsBuffers.processes(recorded("wine-processes.bin", 0)))
                .hasSize(7)
                .allMatch(process -> process.name().equals("System"));
    }

    @Test
    void countsTheTrafficOfRealInterfacesOnly() {
        assertThat(WindowsBuffers.interfaces(recorded("wine-interfaces.bin", 0)))
                .contains(new Traffic("eth0", 1_761_709_498, 6_558_237))
                .extracting(Traffic::device)
                .doesNotContain("lo", "docker0", "veth511085b");
    }

    @Test
    void aMachineWithoutBatterySaysNothingAboutPower() {
        assertThat(WindowsBuffers.power(hex("0180ff00ffffffffffffffff"))).isEmpty();
    }

    @Test
    void tellsMainsAndChargeOfBytesMadeByHand() {
        assertThat(WindowsBuffers.power(hex("00003f00581b0000ffffffff")))
                .contains(new PowerSupply(Optional.of(false), Optional.of(0.63)));
        assertThat(WindowsBuffers.power(hex("ff09ff00ffffffffffffffff")))
                .contains(new PowerSupply(Optional.empty(), Optional.empty()));
    }

    @Test
    void addsUpPageFilesOfBytesMadeByHand() {
        ByteBuffer two = ByteBuffer.allocate(64).order(ByteOrder.LITTLE_ENDIAN);
        two.putInt(32)
                .putInt(1_000)
                .putInt(10)
                .position(32)
                .putInt(0)
                .putInt(500)
                .putInt(5);

        assertThat(WindowsBuffers.pageFiles(new NativeBuffer(0, two.array())))
                .isEqualTo(new Capacity(15 * 4_096, 1_500 * 4_096));
    }

    @Test
    void readsADriveOfBytesMadeByHand() {
        ByteBuffer counters = ByteBuffer.allocate(88).order(ByteOrder.LITTLE_ENDIAN);
        counters.putLong(5_000_000_000L).putLong(7);

        assertThat(WindowsBuffers.disk(1, new NativeBuffer(0, counters.array())))
                .isEqualTo(new Traffic("PhysicalDrive1", 5_000_000_000L, 7));
    }

    @Test
    void takesAMakersBlankForNoNumber() {
        assertThat(WindowsBuffers.hardwareId(hex(FIRMWARE))).isEmpty();
        assertThat(WindowsBuffers.hardwareId(hex(FIRMWARE.replace("f".repeat(32), "4c4c4544".repeat(4)))))
                .contains("4c4c4544".repeat(4));
    }

    @Test
    void namesWindowsElevenAsPeopleDo() {
        assertThat(WindowsVersion.name("Windows 10 Pro", 22_631)).isEqualTo("Windows 11 Pro");
        assertThat(WindowsVersion.name("Microsoft Windows 10", 19_043)).isEqualTo("Windows 10");
    }

    private static NativeBuffer hex(String digits) {
        return new NativeBuffer(0, HexFormat.of().parseHex(digits));
    }

    private static NativeBuffer recorded(String file, long address) {
        try (var in = Objects.requireNonNull(WindowsBuffersTest.class.getResourceAsStream(file))) {
            return new NativeBuffer(address, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
