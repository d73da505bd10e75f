package org.cmm.server.platform;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the database process, then the server on it; ends them in the other order. */
@QuarkusMain
public final class Main {

    private static final CountDownLatch SERVER_ENDED = new CountDownLatch(1);

    private static final Logger START = Logger.getLogger(Main.class.getName());
    private static final Logger DATABASE_LIBRARY = Logger.getLogger("io.zonky");

    private Main() {}

    public static void main(String... arguments) {
        refuseUnknownSettings();
        DATABASE_LIBRARY.setLevel(Level.WARNING);
        Settings settings = settings();
        DatabaseAddress address = database(settings);
        System.setProperty("quarkus.http.host", settings.host());
        System.setProperty("quarkus.http.port", Integer.toString(settings.port()));
        System.setProperty("quarkus.datasource.jdbc.url", address.jdbcUrl());
        System.setProperty("quarkus.datasource.username", address.user());
        System.setProperty("quarkus.datasource.password", address.password());
        Quarkus.run(null, Main::ended, arguments);
    }

    private static void refuseUnknownSettings() {
        List<String> faults = UnknownSettings.in(System.getenv().keySet());
        if (!faults.isEmpty()) {
            faults.forEach(System.err::println);
            System.exit(2);
        }
    }

    private static Settings settings() {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultSources()
                .addDefaultInterceptors()
                .withMapping(Settings.class)
                .withValidateUnknown(false)
                .build();
        return config.getConfigMapping(Settings.class);
    }

    private static DatabaseAddress database(Settings settings) {
        if (settings.database().url().isPresent()) {
            return DatabaseAddress.own(settings.database());
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(settings.data());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopLast(database), "database-stop"));
        return database.address();
    }

    private static void ended(Integer code, @Nullable Throwable fault) {
        if (fault != null) {
            START.log(Level.SEVERE, "The server could not start", fault);
        }
        SERVER_ENDED.countDown();
        System.exit(code);
    }

    /** Hooks run side by side, so the database waits until the server has let go of it. */
    private static void stopLast(EmbeddedDatabase database) {
        try {
            SERVER_ENDED.await(12, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        database.stop();
    }
}
