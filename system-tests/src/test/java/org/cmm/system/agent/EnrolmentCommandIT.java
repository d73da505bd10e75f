package org.cmm.system.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.cmm.system.Answer;
import org.cmm.system.Call;
import org.cmm.system.Institution;
import org.cmm.system.Institution.Role;
import org.cmm.system.SharedServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The one command that a person copies, in a folder that holds nothing. */
@ExtendWith(SharedServer.class)
class EnrolmentCommandIT {

    @TempDir
    Path folder;

    private final Institution institution;

    EnrolmentCommandIT(Institution institution) {
        this.institution = institution;
    }

    @Test
    void theCommandForLinuxPutsThisMachineUnderWatch() throws Exception {
        Process shell = run(created().get("linux").asText());
        try {
            String code = awaitLine(shell, "enrolled as ");
            awaitLine(shell, "connected to ");
            assertThat(institution
                            .call(Call.get("/api/v1/servers/" + code).as(institution.token(Role.VIEWER)))
                            .expect(200)
                            .body())
                    .contains("\"state\":\"up\"");
        } finally {
            shell.descendants().forEach(ProcessHandle::destroyForcibly);
            shell.destroyForcibly();
        }
    }

    @Test
    void thePageShowsTheSameCommands() {
        String page = institution
                .call(Call.post("/enrolment")
                        .form("label=from+the+page&days=1&uses=1")
                        .header("Sec-Fetch-Site", "same-origin")
                        .as(institution.browse(Role.ADMIN)))
                .expect(200)
                .body();

        assertThat(page)
                .contains("curl -fsS " + institution.url() + "/download/cmm-agent-linux.tar.gz")
                .contains("cmm-agent\\cmm-agent.cmd --server " + institution.url() + " --token ");
    }

    @Test
    void whatIsNoAgentIsNotHandedOut() {
        institution.call(Call.get("/download/application.properties")).expectProblem(404, "not-found");
        institution.call(Call.get("/download/..%2fapplication.properties")).expect(404);
    }

    private JsonNode created() {
        Answer answer = institution.call(Call.post("/api/v1/enrolment-tokens")
                .json("{'label':'the command'}")
                .as(institution.token(Role.ADMIN)));
        return answer.expect(201).json();
    }

    private Process run(String command) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile());
        shell.environment()
                .put("CMM_AGENT_DATA_DIRECTORY", folder.resolve("data").toString());
        return shell.start();
    }

    /** The word behind these, once the agent has said it. */
    private String awaitLine(Process shell, String words) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (true) {
            String output = Files.readString(folder.resolve("output"));
            int place = output.indexOf(words);
            if (place >= 0 && output.indexOf('\n', place) >= 0) {
                return output.substring(place + words.length(), output.indexOf('\n', place));
            }
            assertThat(System.nanoTime()).as("'%s' in: %s", words, output).isLessThan(deadline);
            assertThat(shell.isAlive()).as(output).isTrue();
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
