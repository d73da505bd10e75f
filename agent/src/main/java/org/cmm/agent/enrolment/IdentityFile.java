package org.cmm.agent.enrolment;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/** The identity on disk, which only the agent's own account may read. */
public final class IdentityFile {
    private static final String SERVER_ID = "server-id";
    private static final String SECRET = "secret";

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
                : Optional.of(new Identity(properties.getProperty(SERVER_ID, ""), secret));
    }

    /** Replaces the file as a whole: after a power cut there is the old one or the new one. */
    void write(Identity identity) throws IOException {
        Path fresh = file.resolveSibling("identity.new");
        Files.deleteIfExists(fresh);
        String text = "%s=%s%n%s=%s%n".formatted(SERVER_ID, identity.serverId(), SECRET, identity.secret());
        var options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (var channel = FileChannel.open(fresh, options, onlyOwner())) {
            channel.write(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
            channel.force(true);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    /** On Windows the folder's own rights must do, which the installer sets. */
    private static FileAttribute<?>[] onlyOwner() {
        Set<String> views = FileSystems.getDefault().supportedFileAttributeViews();
        return views.contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
