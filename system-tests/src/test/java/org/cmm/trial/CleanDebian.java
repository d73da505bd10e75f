package org.cmm.trial;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cmm.system.Eventually;

/** A Debian of its own that boots its own systemd beside this one; network and kernel are this machine's. */
final class CleanDebian implements AutoCloseable {

    /** Kernels with the older layout of control groups need the word; others do not mind it. */
    private static final String OLDER_CONTROL_GROUPS = "SYSTEMD_CGROUP_ENABLE_LEGACY_FORCE=1";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path root;
    private Process container;

    private CleanDebian(Path root, Process container) {
        this.root = root;
        this.container = container;
    }

    /** What a command printed on both outputs. */
    record Ended(int code, String said) {

        Ended expect(int expected) {
            if (code != expected) {
                throw new AssertionError("expected code %d, was %d: %s".formatted(expected, code, said));
            }
            return this;
        }
    }

    /** Returns when its services are up. */
    static CleanDebian boot(Path root) throws IOException, InterruptedException {
        CleanDebian machine = new CleanDebian(root, start(root));
        machine.awaitServices();
        return machine;
    }

    private static Process start(Path root) throws IOException {
        return new ProcessBuilder(
                        "systemd-nspawn",
                        "--quiet",
                        "--directory=" + root,
                        "--boot",
                        "--register=no",
                        "--keep-unit",
                        OLDER_CONTROL_GROUPS)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(root.resolveSibling("console.log").toFile())
                .start();
    }

    private void awaitServices() throws InterruptedException {
        Eventually.become(PATIENCE, () -> run("systemctl is-system-running"), state -> state.said()
                .matches("(?s)running.*|degraded.*"));
    }

    /** As root in it. */
    Ended run(String command) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of(
                "nsenter", "--target", Long.toString(systemd()), "--mount", "--uts", "--ipc", "--pid", "--cgroup"));
        words.addAll(List.of("env", "-i", "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin", "HOME=/root"));
        words.addAll(List.of("LANG=C.UTF-8", "bash", "-c", command));
        Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), said);
    }

    private long systemd() {
        return container.children().findFirst().map(ProcessHandle::pid).orElse(0L);
    }

    /** Its files, seen from outside. */
    Path file(String absolute) {
        return root.resolve(absolute.substring(1));
    }

    /** Where a file of this machine lies in it. */
    String give(Path file) throws IOException {
        Files.copy(file, file("/root/" + file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        return "/root/" + file.getFileName();
    }

    /** Off in order and on again. */
    void reboot() throws IOException, InterruptedException {
        off();
        container = start(root);
        awaitServices();
    }

    private void off() throws IOException, InterruptedException {
        if (container.isAlive()) {
            run("systemctl poweroff");
        }
        if (!container.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            container.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws IOException, InterruptedException {
        off();
    }
}
