package org.cmm.trial;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.cmm.process.FreePort;
import org.cmm.system.Api;
import org.cmm.system.Eventually;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/**
 * The stack of {@code compose.yaml} on a real Docker engine, from its build to its end. It starts as the version before
 * ({@link PreviousVersion}) and is upgraded on its volumes; its agent counts on all the while.
 */
@TestInstance(Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ContainersTrial {

    private static final int INTERVAL = 5;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Map<String, String> LIVELY =
            Map.of("CMM_AGENT_INTERVAL", INTERVAL + "s", "CMM_AGENT_DELIVERY_INTERVAL", INTERVAL + "s");

    private final ComposedStack stack = new ComposedStack("cmm-trial", FreePort.find(), LIVELY);
    private final ComposedStack previous = stack.with("CMM_VERSION", PreviousVersion.TAG);
    private final ComposedStack restored = new ComposedStack("cmm-trial-restored", FreePort.find(), LIVELY);
    private final List<Gaps.Gap> withoutAgent = new ArrayList<>();

    private Path folder = Path.of("");
    private HttpClient http = HttpClient.newHttpClient();
    private Instant counted = Instant.MAX;

    @BeforeAll
    void build(@TempDir Path forAll) {
        folder = forAll;
        clear();
        Instant start = Instant.now();
        stack.compose("build");
        report("build, seconds", Duration.between(start, Instant.now()).toSeconds());
        PreviousVersion.build(folder);
    }

    @AfterAll
    void clear() {
        stack.remove();
        restored.remove();
    }

    @Test
    @Order(1)
    void imagesAreSmallRunAsNobodyHoldNoShellAndSayWhatIsInThem() {
        for (String image : List.of("cmm-server", "cmm-agent")) {
            report(
                    image + ", MB",
                    Long.parseLong(ComposedStack.docker("image", "inspect", "-f", "{{.Size}}", image)) / 1_000_000);
            assertThat(ComposedStack.docker("image", "inspect", "-f", "{{.Config.User}}", image))
                    .isEqualTo("10001:10001");
            assertThat(ComposedStack.docker("image", "inspect", "-f", "{{json .Config.Labels}}", image))
                    .contains("org.opencontainers.image.title", "org.opencontainers.image.version");
            List<String> files = files(image);
            assertThat(files).noneMatch(file -> file.matches("(usr/)?s?bin/.+") || file.endsWith("/keytool"));
            assertThat(files).contains("var/lib/dpkg/status.d/libc6", "opt/cmm/sbom/java.cdx.json");
            assertThat(files).anyMatch(file -> file.matches("opt/cmm/sbom/(server|agent)\\.cdx\\.json"));
        }
        assertThat(files("cmm-server")).noneMatch(file -> file.contains("zonky"));
        Command alone = Command.run(Map.of(), List.of("docker", "run", "--rm", "cmm-server"));
        assertThat(alone.said()).contains("set CMM_DATABASE_URL");
        assertThat(alone.code()).isEqualTo(1);
    }

    private static List<String> files(String image) {
        String container = ComposedStack.docker("create", image);
        try {
            return Command.run(Map.of(), List.of("sh", "-c", "docker export " + container + " | tar -t"))
                    .succeeded()
                    .lines()
                    .toList();
        } finally {
            ComposedStack.docker("rm", container);
        }
    }

    @Test
    @Order(2)
    void isHealthyWithinTwoMinutesAndTellsNoPasswordToAnybody() {
        Instant start = Instant.now();
        previous.compose("up", "--detach", "--wait", "database", "server");
        Duration took = Duration.between(start, Instant.now());
        report("from nothing to healthy, seconds", took.toSeconds());
        assertThat(took).isLessThan(PATIENCE);

        String password = stack.compose("exec", "-T", "database", "cat", "/run/cmm-secrets/database");
        assertThat(password).hasSizeGreaterThan(30);
        assertThat(stack.compose("logs")).doesNotContain(password);
        for (String service : List.of("passwords", "database", "server")) {
            assertThat(stack.inspect(service, "{{json .}}")).doesNotContain(password);
        }
    }

    @Test
    @Order(3)
    void theLinkInTheLogMakesTheFirstAdministrator() throws Exception {
        http = stack.client(folder);
        Api api = Api.firstAdministrator(http, stack.url(), stack.setupToken());
        assertThat(api.get("/api/v1/servers").get("items")).isEmpty();
    }

    @Test
    @Order(4)
    void theAgentShowsTheMachineBelowTheContainers() throws Exception {
        stack.compose("up", "--detach", "agent");
        Api api = api();
        JsonNode servers =
                Eventually.become(PATIENCE, () -> api.get("/api/v1/servers").get("items"), items -> !items.isEmpty());
        assertThat(servers.get(0).get("name").asText())
                .isEqualTo(
                        Files.readString(Path.of("/proc/sys/kernel/hostname")).strip());
        String code = servers.get(0).get("code").asText();
        JsonNode disks = Eventually.become(
                PATIENCE,
                () -> api.get("/api/v1/servers/%s/history?metric=system.filesystem.utilization".formatted(code))
                        .get("series"),
                series -> !series.isEmpty());
        assertThat(disks.toString()).contains("\"/\"").doesNotContain("/host", "/data");
        counted = Instant.now().plusSeconds(INTERVAL);
    }

    @Test
    @Order(5)
    void aNewVersionOnTheOldVolumesKeepsEverything() throws Exception {
        Instant before = Instant.now();
        long rows = count("SELECT count(*) FROM sample");
        stack.compose("up", "--detach", "--wait", "server");
        assertThat(stack.inspect("server", "{{.Image}}"))
                .isEqualTo(ComposedStack.docker("image", "inspect", "-f", "{{.Id}}", "cmm-server:latest"));
        assertThat(count("SELECT count(*) FROM sample WHERE at < to_timestamp(%d)"
                        .formatted(before.getEpochSecond() + INTERVAL)))
                .isGreaterThanOrEqualTo(rows);
        assertThat(api().get("/api/v1/servers").get("items")).hasSize(1);
    }

    @Test
    @Order(6)
    void eachContainerStopsWithinTenSecondsAndGoesOnAfterARestart() throws Exception {
        for (String service : List.of("agent", "server", "database")) {
            Instant start = Instant.now();
            stack.compose("stop", service);
            Duration took = Duration.between(start, Instant.now());
            report(service + " stops, ms", took.toMillis());
            assertThat(took).as("stop of %s", service).isLessThan(Duration.ofSeconds(10));
            assertThat(stack.inspect(service, "{{.State.ExitCode}}")).isIn("0", "143");
            stack.compose("start", service);
            markWhen(service, start);
            goesOn();
        }
    }

    @Test
    @Order(7)
    void eachContainerGoesOnAfterItWasKilled() throws Exception {
        for (String service : List.of("agent", "server", "database")) {
            Instant start = Instant.now();
            stack.killProcessOf(service);
            markWhen(service, start);
            goesOn();
        }
    }

    @Test
    @Order(8)
    void aDatabaseThatIsAwayIsWaitedForAndOneThatComesLateToo() throws Exception {
        stack.compose("stop", "database");
        Eventually.become(PATIENCE, this::ready, status -> status == 503);
        stack.compose("start", "database");
        Eventually.become(PATIENCE, this::ready, status -> status == 200);
        goesOn();

        stack.compose("stop", "server", "database");
        ComposedStack.docker("start", stack.container("server"));
        Eventually.become(
                PATIENCE, () -> stack.compose("logs", "server"), log -> log.contains("waiting for the database"));
        stack.compose("start", "database");
        stack.awaitHealthy("server");
        goesOn();
    }

    @Test
    @Order(9)
    void aBackupTakenWhileItRunsComesBackInAnEmptyStack() throws Exception {
        Path backup = folder.resolve("backup.zip");
        Instant before = Instant.now();
        stack.write(backup, "run", "--rm", "--no-deps", "-T", "server", "backup", "-");
        report("backup, bytes", Files.size(backup));

        restored.compose("up", "--detach", "--wait", "database");
        restored.read(backup, "run", "--rm", "-T", "server", "restore", "-");
        restored.compose("up", "--detach", "--wait", "server");

        Api api = new Api(restored.client(folder), restored.url(), "").loggedIn();
        assertThat(api.get("/api/v1/servers").get("items")).hasSize(1);
        long acknowledged = before.getEpochSecond() - 3 * INTERVAL;
        assertThat(upTo(acknowledged, restored)).isNotEmpty().isEqualTo(upTo(acknowledged, stack));
    }

    @Test
    @Order(10)
    void noSampleIsMissingBesideThoseThatNoAgentTook() throws Exception {
        goesOn();
        List<Long> times = stack.samplesSince(counted);
        report("samples counted", times.size());
        assertThat(Gaps.longerThan(INTERVAL, times))
                .filteredOn(gap -> withoutAgent.stream().noneMatch(gap::overlaps))
                .isEmpty();
    }

    @Test
    @Order(11)
    void downLeavesNothingBehind() {
        clear();
        assertThat(ComposedStack.docker("ps", "-aq", "--filter", "label=com.docker.compose.project=cmm-trial"))
                .isEmpty();
        assertThat(ComposedStack.docker("volume", "ls", "-q", "--filter", "label=com.docker.compose.project=cmm-trial"))
                .isEmpty();
    }

    private static List<Long> upTo(long second, ComposedStack one) {
        return one.samplesSince(Instant.EPOCH).stream()
                .filter(time -> time <= second)
                .toList();
    }

    /** A sample of after this moment arrives. */
    private void goesOn() throws InterruptedException {
        Instant now = Instant.now();
        Eventually.become(PATIENCE, () -> stack.samplesSince(now), times -> !times.isEmpty());
    }

    /** Remembers when the agent itself was away. */
    private void markWhen(String service, Instant from) {
        if (service.equals("agent")) {
            withoutAgent.add(new Gaps.Gap(from.getEpochSecond(), Instant.now().getEpochSecond() + INTERVAL));
        }
    }

    private int ready() throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(stack.url() + "/health/ready"))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }

    private Api api() throws IOException, InterruptedException {
        return new Api(http, stack.url(), "").loggedIn();
    }

    private long count(String query) {
        return Long.parseLong(stack.sql(query).getFirst());
    }

    private static void report(String what, long number) {
        System.out.printf("%-40s %,d%n", what, number);
    }
}
