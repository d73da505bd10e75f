package org.cmm.server.platform;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The PostgreSQL that CMM ships with a database that is new and empty for this application, and a folder that is too.
 */
public class RealDatabase implements QuarkusTestResourceLifecycleManager {

    private @Nullable Path data;

    @Override
    public Map<String, String> start() {
        Path folder = newFolder();
        data = folder;
        DatabaseAddress address = TestCluster.newDatabase();
        return Map.of(
                "cmm.data", folder.toString(),
                // Its port may be taken, and its meters do not fit those of a server that chooses its port
                "cmm.tls", "off",
                "quarkus.datasource.jdbc.url", address.jdbcUrl(),
                "quarkus.datasource.username", address.user(),
                "quarkus.datasource.password", address.password());
    }

    @Override
    public void stop() {
        if (data != null) {
            TestCluster.delete(data);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("cmm-test");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
