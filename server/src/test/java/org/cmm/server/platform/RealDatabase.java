package org.cmm.server.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL that CMM ships, new and empty for this run of the tests, and gone after it. */
public class RealDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable Path data;
    private @Nullable EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        Path folder = newFolder();
        EmbeddedDatabase started = EmbeddedDatabase.start(folder);
        data = folder;
        database = started;
        return Map.of(
                "cmm.data", folder.toString(),
                // Its port may be taken, and its meters do not fit those of a server that chooses its port
                "cmm.tls", "off",
                "quarkus.datasource.jdbc.url", started.jdbcUrl(),
                "quarkus.datasource.username", started.user(),
                "quarkus.datasource.password", started.password());
    }

    @Override
    public void stop() {
        if (database != null) {
            database.stop();
        }
        if (data != null) {
            delete(data);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("cmm-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
