package org.cmm.server.platform;

import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Quarkus;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Starts the database process, then the server on it; ends them in the other order. */
public final class ServerProcess {

    private static final int CANNOT_START = 1;
    private static final int WRONG_SETTINGS = 2;
    private static final String SILENCE_SECONDS = "20";
    private static final String DATABASE_URL = "quarkus.datasource.jdbc.url";
    private static final CountDownLatch SERVER_ENDED = new CountDownLatch(1);

    private static final Logger START = Logger.getLogger(ServerProcess.class.getName());

    private ServerProcess() {}

    /** Starts both and returns when they are asked to end; with settings that do not fit, ends the program. */
    public static void run() {
        Settings settings = checkedSettings();
        try {
            if (!isReload()) {
                configure(settings);
            }
            Quarkus.run(null, ServerProcess::ended);
        } catch (StartFault fault) {
            refuse(String.valueOf(fault.getMessage()), CANNOT_START);
        }
    }

    /** A live reload runs this again in the same JVM, where the database has gone on. */
    private static boolean isReload() {
        return LaunchMode.current().isDevOrTest() && System.getProperty(DATABASE_URL) != null;
    }

    private static void configure(Settings settings) {
        DataLock.take(settings.data());
        UnfinishedRestore.refuse(settings.data());
        DatabaseAddress address = database(settings);
        System.setProperty(
                "quarkus.log.console.json.enabled",
                Boolean.toString(settings.log().equals("json")));
        listen(settings);
        System.setProperty(DATABASE_URL, address.jdbcUrl());
        System.setProperty("quarkus.datasource.username", address.user());
        System.setProperty("quarkus.datasource.password", address.password());
        limitSilence(address);
    }

    /** What the environment says; faults in it are printed, and end the program. */
    public static Settings checkedSettings() {
        List<String> faults = SettingsCheck.faults(System.getenv());
        if (!faults.isEmpty()) {
            refuse(String.join("\n", faults), WRONG_SETTINGS);
        }
        return Settings.read();
    }

    /**
     * A database that stands still is given up. Migrations may take long, so they have a connection of their own, which
     * the framework makes with a password only; a database that has let CMM in without one does not look at it.
     */
    private static void limitSilence(DatabaseAddress address) {
        System.setProperty("quarkus.datasource.jdbc.additional-jdbc-properties.socketTimeout", SILENCE_SECONDS);
        System.setProperty("quarkus.flyway.jdbc-url", address.jdbcUrl());
        System.setProperty("quarkus.flyway.username", address.user());
        System.setProperty("quarkus.flyway.password", address.password().isEmpty() ? "none" : address.password());
    }

    /** Where encryption listens and with what is said by the feature that knows about it. */
    private static void listen(Settings settings) {
        Listening listening = Listening.of(settings);
        System.setProperty("quarkus.http.host", listening.plain().host());
        System.setProperty(
                "quarkus.http.port", Integer.toString(listening.plain().port()));
        System.setProperty("quarkus.http.ssl-port", Integer.toString(settings.httpsPort()));
        settings.proxies().ifPresent(proxies -> {
            System.setProperty("quarkus.http.proxy.proxy-address-forwarding", "true");
            System.setProperty("quarkus.http.proxy.allow-forwarded", "true");
            System.setProperty("quarkus.http.proxy.allow-x-forwarded", "true");
            System.setProperty("quarkus.http.proxy.enable-forwarded-host", "true");
            System.setProperty("quarkus.http.proxy.trusted-proxies", String.join(",", proxies));
        });
    }

    /** A line or two for each setting that an operator may use. */
    public static String settingsInWords() {
        return SettingsCheck.words();
    }

    private static void refuse(String words, int code) {
        words.lines().forEach(line -> System.err.println("cmm: " + line));
        System.exit(code);
    }

    private static DatabaseAddress database(Settings settings) {
        if (settings.database().url().isPresent()) {
            return OwnDatabase.ready(settings.database());
        }
        EmbeddedDatabase database = EmbeddedDatabase.start(settings.data());
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stopLast(database), "database-stop"));
        return database.address();
    }

    private static void ended(Integer code, @Nullable Throwable fault) {
        SERVER_ENDED.countDown();
        if (LaunchMode.current().isDevOrTest()) {
            return;
        }
        if (fault != null) {
            String words = StartFault.remedy(fault).orElseGet(() -> {
                START.log(Level.SEVERE, "The server could not start", fault);
                return "the server could not start; the lines above say where it failed, please report them";
            });
            refuse(words, CANNOT_START);
        }
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
