package org.cmm.server.platform;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/** The database of this installation, for work beside the server or without it. */
public final class OpenDatabase implements AutoCloseable {

    private final DatabaseAddress address;
    private final Optional<EmbeddedDatabase> startedHere;

    private OpenDatabase(DatabaseAddress address, Optional<EmbeddedDatabase> startedHere) {
        this.address = address;
        this.startedHere = startedHere;
    }

    /**
     * The operator's own database, or the embedded one: as its server runs it, else started until {@link #close}.
     *
     * @throws StartFault when it cannot be used
     */
    public static OpenDatabase of(Settings settings) {
        if (settings.database().url().isPresent()) {
            return new OpenDatabase(OwnDatabase.ready(settings.database()), Optional.empty());
        }
        return EmbeddedDatabase.running(settings.data())
                .map(running -> new OpenDatabase(running, Optional.empty()))
                .orElseGet(() -> {
                    DataLock.take(settings.data());
                    EmbeddedDatabase started = EmbeddedDatabase.start(settings.data());
                    return new OpenDatabase(started.address(), Optional.of(started));
                });
    }

    /** A connection of one's own. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(address.jdbcUrl(), address.user(), address.password());
    }

    /** CMM's migrations on it, as far as {@code version}. */
    public Flyway schema(String version) {
        return Flyway.configure()
                .dataSource(address.jdbcUrl(), address.user(), address.password())
                .target(version)
                .cleanDisabled(false)
                .load();
    }

    @Override
    public void close() {
        startedHere.ifPresent(EmbeddedDatabase::stop);
    }

    @Override
    public String toString() {
        return address.toString();
    }
}
