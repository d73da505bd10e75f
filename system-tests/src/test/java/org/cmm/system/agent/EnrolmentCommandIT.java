package org.cmm.system.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;
import org.cmm.process.TrustedCertificates;
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
            assertThat(awaitLine(shell, "connected to ")).startsWith("https://");
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
    void thePageShowsTheSameCommands() throws Exception {
        String page = pageOfANewToken("en");

        String linux = between(page, "id=\"command-linux\">", "</pre>");
        String server = between(linux, "--server ", " ");
        assertThat(server)
                .startsWith("https://")
                .endsWith(URI.create(institution.server().httpsUrl()).getPort() + "");
        assertThat(linux).contains(server + "/download/cmm-agent-linux.tar.gz", authority());
        assertThat(between(page, "id=\"command-windows\">", "</pre>"))
                .contains(server + "/download/cmm-agent-windows.zip", "certutil -hashfile", authority());
    }

    @Test
    void aDownloadThatIsNotTheOneOfferedIsNotEvenUnpacked() throws Exception {
        String command = created().get("linux").asText();
        String hash = between(command, "echo \"", "  cmm-agent");

        Process shell = run(command.replace(hash, "0".repeat(hash.length())));

        assertThat(shell.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(shell.exitValue()).isNotZero();
        assertThat(Files.readString(folder.resolve("output"))).contains("cmm-agent-linux.tar.gz: FAILED");
        assertThat(folder.resolve("cmm-agent")).doesNotExist();
    }

    private String authority() throws Exception {
        byte[] certificate = TrustedCertificates.certificate(
                        institution.server().authority())
                .getEncoded();
        return "--authority sha256:" + sha256(certificate);
    }

    private static String sha256(byte[] content) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }

    @Test
    void anInstallerForWindowsIsOfferedAsSoonAsItLiesThereAndNoLonger() throws Exception {
        institution.call(Call.get("/download/cmm-agent.msi")).expectProblem(404, "not-found");
        assertThat(created().get("windowsInstaller").isNull()).isTrue();
        Path msi =
                Files.createDirectories(institution.data().resolve("packages")).resolve("cmm-agent.msi");
        Files.writeString(msi, "what an installer holds");

        String line = created().get("windowsInstaller").asText();
        String page = pageOfANewToken("fr");
        Answer fetched = institution.call(Call.get("/download/cmm-agent.msi")).expect(200);
        Files.delete(msi);

        assertThat(fetched.body()).isEqualTo("what an installer holds");
        assertThat(line)
                .contains(
                        "-ne '%s'".formatted(sha256(fetched.body().getBytes(UTF_8))),
                        "/download/cmm-agent.msi",
                        authority().replace("--authority ", "AUTHORITY="));
        assertThat(page)
                .contains(
                        sha256(fetched.body().getBytes(UTF_8)), "1 Mo", "install-cmm-agent.cmd", "stratégie de groupe");
        assertThat(pageOfANewToken("fr")).contains("./cmm package windows").doesNotContain("install-cmm-agent.cmd");
    }

    @Test
    void aPackageForDebianIsOfferedAsSoonAsItLiesThere() throws Exception {
        institution.call(Call.get("/download/cmm-agent-amd64.deb")).expectProblem(404, "not-found");
        assertThat(created().get("debian").isNull()).isTrue();
        Path deb =
                Files.createDirectories(institution.data().resolve("packages")).resolve("cmm-agent-amd64.deb");
        Files.writeString(deb, "what a package holds");

        String line = created().get("debian").asText();
        String page = pageOfANewToken("en");
        Files.delete(deb);

        assertThat(line)
                .contains(
                        "echo \"%s  cmm-agent-amd64.deb\"".formatted(sha256("what a package holds".getBytes(UTF_8))),
                        "sudo cmm-agent configure --server https://",
                        authority());
        assertThat(page).contains("id=\"command-debian\"");
    }

    @Test
    void whatIsNoAgentIsNotHandedOut() {
        institution.call(Call.get("/download/application.properties")).expectProblem(404, "not-found");
        institution.call(Call.get("/download/..%2fapplication.properties")).expect(404);
    }

    private String pageOfANewToken(String language) {
        return institution
                .callEncrypted(Call.post("/enrolment")
                        .form("label=from+the+page&days=1&uses=1")
                        .header("Sec-Fetch-Site", "same-origin")
                        .header("Accept-Language", language)
                        .as(institution.browse(Role.ADMIN)))
                .expect(200)
                .body();
    }

    private JsonNode created() {
        Answer answer = institution.callEncrypted(Call.post("/api/v1/enrolment-tokens")
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
