package org.cmm.system;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Rehearses a start of the server as {@code ./cmm up} does, so that the many servers that tests start need half the
 * time. One of the processes that run tests does so, and the others do not wait for it: nothing depends on it.
 */
final class RehearsedStart {

    private static final String REHEARSE = """
            here=$1 JAVA_HOME=$2
            . "$here/launcher/start.sh"
            . "$here/launcher/up.sh"
            rehearse
            """;

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private RehearsedStart() {}

    /** Unless that was done for this build, or by {@code -Dquick} nobody wants it. */
    static void make() throws IOException, InterruptedException {
        Path target =
                Path.of(System.getProperty("cmm.server.jar")).resolve("../..").normalize();
        if (!Boolean.getBoolean("cmm.rehearse")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(
                        target.resolve("start.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                rehearse(target);
            }
        }
    }

    private static void rehearse(Path target) throws IOException, InterruptedException {
        String root = target.resolve("../..").toRealPath().toString();
        Process rehearsal = new ProcessBuilder(
                        "bash", "-c", REHEARSE, "rehearse", root, System.getProperty("java.home"))
                .redirectErrorStream(true)
                .redirectOutput(target.resolve("start.log").toFile())
                .start();
        if (!rehearsal.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            rehearsal.descendants().forEach(ProcessHandle::destroy);
            rehearsal.destroy();
        }
    }
}
