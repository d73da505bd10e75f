package org.cmm.trial;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.cmm.system.Eventually;

/** What {@code compose.yaml} describes, under a name of its own beside others on this machine. */
final class ComposedStack {

    private static final Pattern SETUP_TOKEN = Pattern.compile("https://localhost:\\d+/setup#token=([\\w-]+)");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String name;
    private final int port;
    private final Map<String, String> environment;
    private final List<Path> files = new ArrayList<>(List.of(Path.of("compose.yaml")));

    ComposedStack(String name, int port, Map<String, String> settings) {
        this.name = name;
        this.port = port;
        environment = new HashMap<>(settings);
        environment.put("CMM_HTTPS_PORT", Integer.toString(port));
    }

    /** The same stack with one more setting. */
    ComposedStack with(String setting, String value) {
        Map<String, String> settings = new HashMap<>(environment);
        settings.put(setting, value);
        return new ComposedStack(name, port, settings);
    }

    /** Lays another file over what is described. */
    ComposedStack over(Path file) {
        files.add(file);
        return this;
    }

    /** {@code docker compose WORDS}, expected to succeed. */
    String compose(String... words) {
        return Command.run(environment, command(words)).succeeded();
    }

    /** The server's verb that writes to the standard output, into a file. */
    void write(Path file, String... words) {
        Command.write(file, environment, command(words)).succeeded();
    }

    /** The server's verb that reads from the standard input, from a file. */
    String read(Path file, String... words) {
        return Command.read(file, environment, command(words)).succeeded();
    }

    private List<String> command(String... words) {
        List<String> command = new ArrayList<>(List.of("docker", "compose", "--project-name", name));
        files.forEach(file -> command.addAll(List.of("--file", file.toString())));
        command.addAll(List.of("--profile", "agent"));
        return Command.words(command, words);
    }

    /** What the agent's status command says, whether it is connected or not. */
    String agentStatus() {
        List<String> status = command("exec", "-T", "agent", "/opt/cmm/java/bin/java", "@/opt/cmm/jvm.options");
        return Command.run(environment, Command.words(status, "-jar", "/opt/cmm/cmm-agent.jar", "status"))
                .said();
    }

    String container(String service) {
        return compose("ps", "--all", "--quiet", service);
    }

    String inspect(String service, String format) {
        return docker("inspect", "--format", format, container(service));
    }

    static String docker(String... words) {
        return Command.run(Map.of(), Command.words(List.of("docker"), words)).succeeded();
    }

    /** As a power cut or a lack of memory ends it, which the engine's restart policy sees as a crash. */
    void killProcessOf(String service) {
        String pid = inspect(service, "{{.State.Pid}}");
        Command.run(Map.of(), List.of("kill", "-9", pid)).succeeded();
        awaitThat(service, "{{.State.Pid}}", now -> !now.equals(pid) && !now.equals("0"));
    }

    void awaitHealthy(String service) {
        awaitThat(service, "{{.State.Health.Status}}", "healthy"::equals);
    }

    void awaitThat(String service, String format, Predicate<String> wanted) {
        try {
            Eventually.become(PATIENCE, () -> inspect(service, format), wanted);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String setupToken() {
        Matcher link = SETUP_TOKEN.matcher(compose("logs", "--no-color", "server"));
        String found = "";
        while (link.find()) {
            found = link.group(1);
        }
        if (found.isEmpty()) {
            throw new AssertionError("the log shows no setup link that works from this machine");
        }
        return found;
    }

    /** One column of one query, by the database's own administrator. */
    List<String> sql(String query) {
        return psql(query).succeeded().lines().toList();
    }

    private Command psql(String query) {
        return Command.run(
                environment, command("exec", "-T", "database", "psql", "-U", "postgres", "-At", "-c", query, "cmm"));
    }

    /** Times of all samples since then, in seconds since 1970; none while the database does not answer. */
    List<Long> samplesSince(Instant start) {
        Command answer =
                psql("SELECT round(extract(epoch FROM at))::bigint FROM sample WHERE at >= to_timestamp(%d) ORDER BY at"
                        .formatted(start.getEpochSecond()));
        return answer.code() == 0 ? answer.said().lines().map(Long::valueOf).toList() : List.of();
    }

    String url() {
        return "https://localhost:" + port;
    }

    /** Trusts the authority of this stack and nobody else. */
    HttpClient client(Path folder) throws IOException, GeneralSecurityException {
        Path authority = folder.resolve(name + ".crt");
        compose("cp", "server:/data/tls/authority.crt", authority.toString());
        KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
        trusted.load(null, null);
        try (var in = Files.newInputStream(authority)) {
            trusted.setCertificateEntry(
                    "authority", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return HttpClient.newBuilder().sslContext(context).build();
    }

    /** Ends it and forgets all it held. */
    void remove() {
        compose("down", "--volumes", "--remove-orphans", "--timeout", "10");
    }
}
