package org.cmm.agent.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.cmm.protocol.DrillFault;
import org.junit.jupiter.api.Test;

class StartReaderTest {
    @Test
    void needsNothingButAServer() {
        var settings = settings("--server", "http://192.168.1.10:8080/");

        assertThat(settings.server()).isEqualTo(URI.create("http://192.168.1.10:8080"));
        assertThat(settings.interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(settings.deliveryInterval()).isEqualTo(Duration.ofSeconds(30));
        assertThat(settings.spoolBytes()).isEqualTo(128 << 20);
        assertThat(settings.spoolAge()).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void theAuthorityIsAFingerprintHoweverItIsGroupedOrAFile() {
        String digits = "ab".repeat(32);

        assertThat(settings("--server", "https://cmm", "--authority", "sha256:" + digits)
                        .authority())
                .hasValue(new Trust.Fingerprint(digits));
        assertThat(settings("--server", "https://cmm", "--authority", "SHA256:" + "AB:".repeat(31) + "AB")
                        .authority())
                .hasValue(new Trust.Fingerprint(digits));
        assertThat(settings("--server", "https://cmm", "--authority", "cmm.crt").authority())
                .hasValue(new Trust.Certificates(Path.of("cmm.crt")));
        assertThat(faults("--server", "https://cmm", "--authority", "sha256:abc"))
                .singleElement()
                .asString()
                .contains("64 hexadecimal digits");
    }

    @Test
    void readsFlagsInBothForms() {
        var settings = settings("--server=https://cmm.example.org", "--interval", "60s", "--spool-size=1GiB");

        assertThat(settings.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(settings.spoolBytes()).isEqualTo(1 << 30);
    }

    @Test
    void saverModeChangesDefaultsAndNothingElse() {
        Settings saver = settings("--server", "http://cmm", "--saver", "on");
        assertThat(saver.interval()).isEqualTo(Duration.ofMinutes(1));
        assertThat(saver.deliveryInterval()).isEqualTo(Duration.ofMinutes(5));
        assertThat(settings("--server", "http://cmm", "--saver", "on", "--interval", "20s")
                        .interval())
                .isEqualTo(Duration.ofSeconds(20));
        assertThat(settings("--server", "http://cmm", "--saver=off").interval()).isEqualTo(Duration.ofSeconds(10));
        assertThat(faults("--server", "http://cmm", "--saver", "yes"))
                .containsExactly("--saver 'yes': must be on or off");
    }

    @Test
    void asksForTheStatusOfAFolderInALanguage() {
        var start = StartReader.read(
                List.of("status", "--data-directory", "/var/lib/cmm-agent", "--language", "fr"), Map.of());

        assertThat(start).isEqualTo(new Start.Status(Path.of("/var/lib/cmm-agent"), Locale.FRENCH));
        assertThat(StartReader.read(List.of("status", "--language", "de"), Map.of()))
                .isEqualTo(new Start.Faulty(List.of("--language 'de': must be en or fr")));
        assertThat(StartReader.read(List.of("status"), Map.of("ProgramData", "data")))
                .isInstanceOfSatisfying(Start.Status.class, status -> assertThat(status.dataDirectory())
                        .isEqualTo(Path.of("data", "CMM", "agent")));
    }

    @Test
    void letsAFlagWinOverTheEnvironment() {
        var start = StartReader.read(
                List.of("--server", "http://flag"),
                Map.of("CMM_AGENT_SERVER", "http://variable", "CMM_AGENT_TOKEN", "abc", "PATH", "/bin"));

        assertThat(start).isInstanceOfSatisfying(Start.Run.class, run -> {
            assertThat(run.settings().server()).isEqualTo(URI.create("http://flag"));
            assertThat(run.settings().token()).contains("abc");
        });
    }

    @Test
    void suggestsTheNearestKey() {
        assertThat(faults("--server", "http://cmm", "--intervall", "10s"))
                .containsExactly("unknown key 'intervall': did you mean 'interval'?");
    }

    @Test
    void listsTheKeysWhenNoneIsNear() {
        assertThat(faults("--server", "http://cmm", "--colour", "blue"))
                .singleElement()
                .asString()
                .startsWith("unknown key 'colour': known are server, token");
    }

    @Test
    void reportsAllFaultsTogether() {
        assertThat(faults("--server", "cmm", "--interval", "10", "--spool-age", "1d", "--spool-size", "1KiB", "stray"))
                .containsExactly(
                        "'stray' is not expected here: every setting begins with --, see --help",
                        "--server 'cmm': must begin with https:// or http://, did you mean https://cmm?",
                        "--interval '10': must be a time from 20ms to 1h, such as 10s",
                        "--spool-size '1KiB': must be a size of at least 1MiB, such as 128MiB",
                        "--spool-age '1d': must be a time from 7d to 3650d, such as 30d");
    }

    @Test
    void asksForTheServer() {
        assertThat(faults())
                .containsExactly("server is missing: give --server URL, such as --server https://192.168.1.10:8443");
    }

    @Test
    void wantsOneTokenOnly() {
        assertThat(faults("--server", "http://cmm", "--token", "a", "--token-file", "/nowhere/b"))
                .containsExactly("token and token-file are both given: keep one");
    }

    @Test
    void neverPrintsTheToken() {
        assertThat(settings("--server", "http://cmm", "--token", "open-sesame").toString())
                .doesNotContain("open-sesame");
    }

    @Test
    void allowsNoDrillUnlessSomebodySaysSo() {
        assertThat(settings("--server", "http://cmm").drills().allowsAny()).isFalse();
        assertThat(settings("--server", "http://cmm", "--drills", "off")
                        .drills()
                        .allowsAny())
                .isFalse();
        assertThat(settings("--server", "http://cmm", "--drills", "cpu, downtime", "--drill-length", "2m")
                        .drills())
                .isEqualTo(new DrillLimits(
                        Set.of(DrillFault.CPU, DrillFault.DOWNTIME),
                        Duration.ofMinutes(2),
                        98,
                        512L << 20,
                        1L << 30,
                        16L << 30));
    }

    @Test
    void refusesDrillsBeyondWhatAnyMachineMayAllow() {
        assertThat(faults(
                        "--server",
                        "http://cmm",
                        "--drills",
                        "format",
                        "--drill-length",
                        "31m",
                        "--drill-strength",
                        "101%",
                        "--drill-free-disk",
                        "1MiB"))
                .hasSize(4)
                .contains("--drills 'format': must be off, all, or some of cpu,memory,disk,downtime");
    }

    @Test
    void explainsEveryKey() {
        var help = (Start.Print) StartReader.read(List.of("--help"), Map.of());

        assertThat(Key.words()).allSatisfy(word -> assertThat(help.text()).contains("--" + word));
    }

    private static Settings settings(String... arguments) {
        return ((Start.Run) StartReader.read(List.of(arguments), Map.of())).settings();
    }

    private static List<String> faults(String... arguments) {
        return ((Start.Faulty) StartReader.read(List.of(arguments), Map.of())).faults();
    }
}
