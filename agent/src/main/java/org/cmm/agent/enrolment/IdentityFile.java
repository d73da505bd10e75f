package org.cmm.agent.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.cmm.agent.disk.WholeFile;

/** The identity on disk, which only the agent's own account may read. */
public final class IdentityFile {
    private static final String SERVER_ID = "server-id";
    private static final String SECRET = "secret";
    private static final String HARDWARE = "hardware";

    private final Path file;

    public IdentityFile(Path dataDirectory) {
        file = dataDirectory.resolve("identity");
    }

    /** The identity, if the machine is enrolled. */
    public Optional<Identity> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        var properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        String secret = properties.getProperty(SECRET, "");
        return secret.isEmpty()
                ? Optional.empty()
                : Optional.of(new Identity(
                        properties.getProperty(SERVER_ID, ""),
                        secret,
                        Optional.ofNullable(properties.getProperty(HARDWARE))));
    }

    void write(Identity identity) throws IOException {
        String text = "%s=%s%n%s=%s%n".formatted(SERVER_ID, identity.serverId(), SECRET, identity.secret())
                + identity.hardware()
                        .map("%s=%%s%%n".formatted(HARDWARE)::formatted)
                        .orElse("");
        WholeFile.replace(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
