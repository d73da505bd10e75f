package org.cmm.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.cmm.protocol.Endpoints;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An agent whose disk was copied with all that is on it; the machine's number comes as systemd hands it on. */
class CopiedDiskIT {
    private static final String FIRST = "4c4c4544-0051-3210-8052-b4c04f4d3332";
    private static final String SECOND = "4c4c4544-0051-3210-8052-b4c04f4d3333";

    @TempDir
    Path directory;

    private ReceivingServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new ReceivingServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void refusesToReportAsTheMachineItWasCopiedFromAndSaysWhatToDo() throws Exception {
        runUntilEnrolled();
        long delivered = server.inOrder().size();

        Process copy = agent(SECOND).redirectErrorStream(true).start();
        String said = new String(copy.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(copy.waitFor()).isEqualTo(2);
        assertThat(said).contains(data().toString(), "this disk was copied", "enrol this machine with a token");
        assertThat(server.inOrder()).hasSize((int) delivered);
        runUntilEnrolled();
    }

    private void runUntilEnrolled() throws Exception {
        int before = server.inOrder().size();
        Process agent = agent(FIRST, "--token", "T")
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try {
            long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
            while (server.inOrder().size() < before + 3) {
                assertThat(System.nanoTime()).as("samples within 30 s").isLessThan(end);
                TimeUnit.MILLISECONDS.sleep(20);
            }
        } finally {
            agent.destroy();
            agent.waitFor();
        }
        assertThat(server.latest(Endpoints.ENROLMENT))
                .contains("\"hardwareId\":\"")
                .doesNotContain(FIRST);
    }

    private ProcessBuilder agent(String number, String... more) throws IOException {
        Path credentials = Files.createDirectories(directory.resolve("credentials"));
        Files.writeString(credentials.resolve("hardware"), number + "\n");
        var arguments = new ArrayList<>(List.of("--server", server.url(), "--data-directory", data().toString()));
        arguments.addAll(List.of("--interval", "20ms", "--delivery-interval", "50ms"));
        arguments.addAll(List.of(more));
        ProcessBuilder builder = JavaProgram.builder(Main.class, arguments.toArray(String[]::new));
        builder.environment().put("CREDENTIALS_DIRECTORY", credentials.toString());
        return builder;
    }

    private Path data() {
        return directory.resolve("data");
    }
}
