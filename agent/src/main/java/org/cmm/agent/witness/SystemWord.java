package org.cmm.agent.witness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.cmm.agent.windows.EventLog;
import org.cmm.agent.windows.SystemCalls;

/** What only the operating system can tell about starts and stops. */
interface SystemWord {
    /** Whether the system is on its way down; asked once, when the agent is told to end. */
    boolean stopping();

    /** What the system's log has after a place, oldest first, as its own XML; empty where there is no such log. */
    List<String> log(String query, int most);

    static SystemWord here() {
        boolean windows = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("windows");
        return windows ? new WindowsWord(new SystemCalls(), new EventLog()) : new SystemdWord();
    }

    /** Windows. */
    record WindowsWord(SystemCalls calls, EventLog events) implements SystemWord {
        @Override
        public boolean stopping() {
            return calls.shuttingDown();
        }

        @Override
        public List<String> log(String query, int most) {
            return events.read(query, most);
        }
    }

    /** Linux with systemd; whatever else there is says nothing. */
    record SystemdWord() implements SystemWord {
        private static final long PATIENCE_MILLIS = 500;

        @Override
        public boolean stopping() {
            return Files.isDirectory(Path.of("/run/systemd/system")) && state().equals("stopping");
        }

        @Override
        public List<String> log(String query, int most) {
            return List.of();
        }

        private static String state() {
            try {
                Process asked = new ProcessBuilder("systemctl", "is-system-running").start();
                if (!asked.waitFor(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                    asked.destroyForcibly();
                    return "";
                }
                return new String(asked.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                return "";
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return "";
            }
        }
    }
}
