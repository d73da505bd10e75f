package org.cmm.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.cmm.process.FreePort;
import org.cmm.system.Eventually;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A database whose volume is full: nothing that was acknowledged is lost, and what was not comes when there is room.
 */
class ContainersFullVolumeTrial {

    private static final int INTERVAL = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    private final ComposedStack stack = new ComposedStack(
            "cmm-trial-full",
            FreePort.find(),
            Map.of("CMM_AGENT_INTERVAL", INTERVAL + "s", "CMM_AGENT_DELIVERY_INTERVAL", INTERVAL + "s"));

    private Path disk = Path.of("");

    @BeforeEach
    void giveTheDatabaseADiskOfItsOwn() throws Exception {
        Path image = folder.resolve("disk.img");
        disk = Files.createDirectory(folder.resolve("disk"));
        shell("truncate -s 256M '%s' && mkfs.ext4 -q -m 0 '%s' && mount -o loop '%s' '%s' && rmdir '%s/lost+found'"
                .formatted(image, image, image, disk, disk));
        shell("chown 999:999 '%s'".formatted(disk));
        Path override = Files.writeString(folder.resolve("disk.yaml"), """
                volumes:
                  database:
                    driver_opts: {type: none, o: bind, device: "%s"}
                """.formatted(disk));
        stack.over(override);
        stack.remove();
        stack.compose("build");
        stack.compose("up", "--detach", "--wait", "database", "server");
        stack.compose("up", "--detach", "agent");
    }

    @AfterEach
    void takeItAway() {
        stack.remove();
        shell("umount '%s'".formatted(disk));
    }

    @Test
    void refusesWhatItCannotKeepAndTakesItLater() throws Exception {
        Instant start = Instant.now();
        Eventually.become(PATIENCE, () -> stack.samplesSince(start), times -> times.size() > 2);

        Path filler = disk.resolve("filler");
        shell("cat /dev/zero >'%s' || true".formatted(filler));
        Eventually.become(
                PATIENCE,
                () -> stack.compose("logs", "server", "database"),
                log -> log.contains("No space left on device"));
        shell("sleep 20 && rm '%s'".formatted(filler));
        Instant room = Instant.now();

        Eventually.become(PATIENCE, () -> stack.samplesSince(room), times -> times.size() > 2);
        assertThat(Gaps.longerThan(INTERVAL, stack.samplesSince(start))).isEmpty();
    }

    private static void shell(String line) {
        Command.run(Map.of(), List.of("sh", "-c", line)).succeeded();
    }
}
